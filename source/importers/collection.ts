/** Gathers candidates: cleaned, masked, within the days that were asked for, each once, and no more than can be looked at. */
import {isLink} from '../retro/evidence.ts';
import {cleanLine} from '../text/clean.ts';
import type {Instant} from '../time/instant.ts';
import type {Candidate} from './candidate.ts';
import {masked} from './masks.ts';

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

/** More rows than anybody reads: who has them wants a narrower time. */
export const mostKept = 50_000;
const mostLeftOut = 5000;
/** In UTF-16 units. */
const longestText = 2000;
const longestName = 100;

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

	const cleaned = (candidate: Candidate): Candidate => {
		const line = cleanLine(candidate.text).replace(/ {2,}/g, ' ').trim();
		const long = line.length > longestText;
		if (long) cut += 1;
		const safe = masked(long ? `${line.slice(0, longestText - 1).replace(/\p{Surrogate}$/u, '')}…` : line);
		const who = masked(cleanLine(candidate.who).trim().slice(0, longestName));
		tokens += safe.tokens + who.tokens;
		addresses += safe.addresses + who.addresses;
		const typed = candidate.typed === undefined ? {} : {typed: cleanLine(candidate.typed).slice(0, longestName)};
		const reactions = candidate.reactions?.map((name) => cleanLine(name).slice(0, longestName));
		const ref = masked(cleanLine(candidate.ref).slice(0, 4 * longestName)).text;
		const {link: given, ...rest} = candidate;
		const link = given === undefined ? '' : cleanLine(given).trim();
		// A link that holds a secret leads nowhere without it.
		const isSafe = link.length <= longestText && masked(link).text === link && isLink(link);
		return {
			...rest,
			...typed,
			...(reactions && {reactions}),
			...(isSafe && {link}),
			text: safe.text,
			who: who.text,
			ref,
		};
	};

	return {
		add(candidate) {
			const reason = reasonAgainst(candidate, bounds);
			if (reason === 'outside') return true;
			const isDouble = candidate.keep && candidate.ref !== '' && seen.has(candidate.ref);
			if (candidate.keep && candidate.ref !== '') seen.add(candidate.ref);
			const why = candidate.keep ? (isDouble ? 'there twice' : reason) : candidate.reason;
			if (why !== '') {
				const count = skipped.get(why) ?? 0;
				skipped.set(why, count + 1);
				if (rows.length - keptCount < mostLeftOut) rows.push({...cleaned(candidate), keep: false, reason: why});
				return true;
			}
			if (keptCount >= mostKept) return false;
			keptCount += 1;
			rows.push(cleaned(candidate));
			return true;
		},
		finish() {
			const last = '9999';
			const sorted = rows.toSorted((a, b) => compare(a.at ?? last, b.at ?? last));
			return {rows: sorted, skipped, tokens, addresses, cut, full: keptCount >= mostKept};
		},
	};
}

/** Rows outside of the asked time are not counted: that they are left out was asked for. */
function reasonAgainst({at, text}: Candidate, {since, until}: Bounds): 'outside' | 'no text' | '' {
	if (at !== undefined && ((since !== undefined && at < since) || (until !== undefined && at > until)))
		return 'outside';
	return /[^\s\p{C}]/u.test(text) ? '' : 'no text';
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
