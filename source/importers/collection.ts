/** Gathers candidates: cleaned, masked, within the days that were asked for, each once, and no more than can be looked at. */
import {isLink} from '../retro/evidence.ts';
import {cleanLine} from '../text/clean.ts';
import type {Instant} from '../time/instant.ts';
import type {Candidate} from './candidate.ts';
import {type Masked, masked} from './masks.ts';

export type Collection = {
	/** By time; what has none comes last. Of what is left out, no more than `mostLeftOut` are here. */
	readonly rows: readonly Candidate[];
	/** How many were left out, by reason. */
	readonly skipped: ReadonlyMap<string, number>;
	readonly tokens: number;
	readonly addresses: number;
	/** Texts that were cut to `longestText`. */
	readonly cut: number;
	/** Whether there was more to keep than `mostKept`, and the rest was not read. */
	readonly full: boolean;
};

export type Bounds = {readonly since?: Instant | undefined; readonly until?: Instant | undefined};

type Writable<Value> = {-readonly [Key in keyof Value]: Value[Key]};

/** More rows than anybody reads: who has them wants a narrower time. */
export const mostKept = 50_000;
const mostLeftOut = 5000;
/** In UTF-16 units. */
const longestText = 2000;
const longestName = 100;
/** Whose cleaned names are kept at hand. */
const mostPeople = 1000;

/** What takes candidates in and gives the collection at the end. */
export function collector(bounds: Bounds): {
	/** False where no more is taken. */
	add(candidate: Candidate): boolean;
	finish(): Collection;
} {
	const rows: Candidate[] = [];
	const seen = new Set<string>();
	const skipped = new Map<string, number>();
	let [tokens, addresses, cut, keptCount] = [0, 0, 0, 0];

	const count = ({text, tokens: more, addresses: others}: Masked): string => {
		tokens += more;
		addresses += others;
		return text;
	};
	// A chat of thousands of messages has a handful of authors.
	const people = new Map<string, Masked>();
	const personOf = (who: string): Masked => {
		const known = people.get(who);
		if (known !== undefined) return known;
		const person = masked(cleanLine(who).trim().slice(0, longestName));
		if (people.size < mostPeople) people.set(who, person);
		return person;
	};

	const cleaned = (candidate: Candidate, reason: string): Candidate => {
		const {at, who, ref, link, assumed, typed, unclear, reactions, thread} = candidate;
		const line = withoutGaps(cleanLine(candidate.text));
		const long = line.length > longestText;
		if (long) cut += 1;
		const text = long ? `${line.slice(0, longestText - 1).replace(/\p{Surrogate}$/u, '')}…` : line;
		const safeLink = link === undefined ? undefined : linkOf(link);
		// What most have not is set one by one, which takes less than spreading it.
		const row: Writable<Candidate> = {
			at,
			text: count(masked(text)),
			who: count(personOf(who)),
			ref: masked(cleanLine(ref).slice(0, 4 * longestName)).text,
			assumed,
			keep: reason === '',
			reason,
		};
		if (safeLink !== undefined) row.link = safeLink;
		if (typed !== undefined) row.typed = cleanLine(typed).slice(0, longestName);
		if (unclear !== undefined) row.unclear = unclear;
		if (reactions !== undefined) row.reactions = reactions.map((name) => cleanLine(name).slice(0, longestName));
		if (thread !== undefined) row.thread = thread;
		return row;
	};

	return {
		add(candidate) {
			const reason = reasonAgainst(candidate, bounds);
			if (reason === 'outside') return true;
			const before = seen.size;
			const isNamed = candidate.keep && candidate.ref !== '';
			const isDouble = isNamed && seen.add(candidate.ref).size === before;
			const why = candidate.keep ? (isDouble ? 'there twice' : reason) : candidate.reason;
			if (why !== '') {
				skipped.set(why, (skipped.get(why) ?? 0) + 1);
				if (rows.length - keptCount < mostLeftOut) rows.push(cleaned(candidate, why));
				return true;
			}
			if (keptCount >= mostKept) return false;
			keptCount += 1;
			rows.push(cleaned(candidate, ''));
			return true;
		},
		finish() {
			const last = '9999';
			const sorted = rows.toSorted((a, b) => compare(a.at ?? last, b.at ?? last));
			return {rows: sorted, skipped, tokens, addresses, cut, full: keptCount >= mostKept};
		},
	};
}

function withoutGaps(line: string): string {
	return (line.includes('  ') ? line.replace(/ {2,}/g, ' ') : line).trim();
}

/** A link that holds a secret leads nowhere without it: undefined then, and where it is none. */
function linkOf(typed: string): string | undefined {
	const link = cleanLine(typed).trim();
	return link.length <= longestText && masked(link).text === link && isLink(link) ? link : undefined;
}

/** Rows outside of the asked time are not counted: that they are left out was asked for. */
function reasonAgainst({at, text}: Candidate, {since, until}: Bounds): 'outside' | 'no text' | '' {
	if (at !== undefined && ((since !== undefined && at < since) || (until !== undefined && at > until)))
		return 'outside';
	return somethingSeen.test(text) ? '' : 'no text';
}

const somethingSeen = /[^\s\p{C}]/u;

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
