/** Which rules match a sentence, and where. */
import type {Clause, Sentence} from '../language/clauses.ts';
import {matchesClause, mayMatch, verbsOfClauses} from './clause-pattern.ts';
import {findPattern, type TokenRange, traitsOf} from './phrase-pattern.ts';
import type {Candidates, ReadPhrase, ReadRule, RuleBook} from './rule-book.ts';

/** A rule with the tokens that it matched, half-open, and the clause, where it matched one. */
export type RuleFound = {readonly read: ReadRule; readonly match: Match};

export type Match = {readonly start: number; readonly end: number; readonly clause: Clause | undefined};

/** What the rules make of a sentence. */
export type RuleReading = {
	/** The rules that match, in their order; where the sentence speaks about blame, only those behind a turn of it. */
	readonly found: readonly RuleFound[];
	/** Whether the sentence speaks about blame and does not lay it after all. */
	readonly isAboutBlame: boolean;
	/** Whether an action item holds something that can be checked. */
	readonly isSpecific: boolean;
};

/** @param role what the text is for */
export function rulesIn(sentence: Sentence, book: RuleBook, role: string | undefined): RuleReading {
	const traits = traitsOf(sentence);
	const candidates = book.candidates(traits);
	const about = firstOf(book.meta, {sentence, verbs: [], traits, candidates, from: 0});
	const from = about === undefined ? 0 : turnOf(sentence, book, traits);
	const isSpecific = role === 'action' && canBeChecked(sentence, book, traits);
	if (from === undefined) return {found: [], isAboutBlame: true, isSpecific};
	const scope: Scope = {sentence, verbs: verbsOfClauses(sentence), traits, candidates, from};
	const found = book.rules.flatMap((read) => {
		if (read.rule.role === 'action' && (role !== 'action' || isSpecific)) return [];
		const match = firstMatch(read, scope);
		if (match === undefined || read.unless.some((phrase) => occurs(phrase, sentence, traits))) return [];
		return [{read, match}];
	});
	return {found, isAboutBlame: about !== undefined && found.length === 0, isSpecific};
}

/** `We are blameless, but …`: what is said from the turn on counts. Undefined where the sentence has none. */
function turnOf(sentence: Sentence, {turns}: RuleBook, traits: ReadonlySet<string>): number | undefined {
	const starts = turns.flatMap((phrase) => occurs(phrase, sentence, traits)?.start ?? []);
	return starts.length === 0 ? undefined : Math.min(...starts);
}

/** Where in a sentence is looked. */
type Scope = {
	readonly sentence: Sentence;
	/** The verbs that its clauses may have. */
	readonly verbs: readonly string[];
	readonly traits: ReadonlySet<string>;
	readonly candidates: Candidates;
	/** Index of the token that a match must not begin before. */
	readonly from: number;
};

function firstMatch(read: ReadRule, scope: Scope): Match | undefined {
	const {sentence, verbs, from} = scope;
	for (const {like, except} of read.clauses) {
		if (!mayMatch(like, verbs)) continue;
		const clause = sentence.clauses.find(
			(candidate) =>
				startOf(candidate) >= from &&
				matchesClause(like, candidate, sentence) &&
				!except.some((pattern) => matchesClause(pattern, candidate, sentence)),
		);
		if (clause === undefined) continue;
		const ends = [clause.verb.end, clause.complement?.end ?? 0, clause.object?.end ?? 0, clause.agent?.end ?? 0];
		return {start: startOf(clause), end: Math.max(...ends), clause};
	}
	const range = firstOf(read.phrases, scope);
	return range === undefined ? undefined : {...range, clause: undefined};
}

function startOf({subject, verb}: Clause): number {
	return Math.min(subject?.start ?? verb.start, verb.start);
}

/** Where the first of the phrases stands that the sentence holds. */
function firstOf(phrases: readonly ReadPhrase[], {sentence, traits, candidates, from}: Scope): TokenRange | undefined {
	for (const phrase of candidates.get(phrases) ?? []) {
		const range = occurs(phrase, sentence, traits, from);
		if (range !== undefined) return range;
	}
	return undefined;
}

function occurs({pattern, needs}: ReadPhrase, sentence: Sentence, traits: ReadonlySet<string>, from = 0) {
	return needs.every((row) => row.some((trait) => traits.has(trait)))
		? findPattern(pattern, sentence, from)
		: undefined;
}

/** An action item that names a number, a ticket, code or a place can be checked. */
function canBeChecked(sentence: Sentence, book: RuleBook, traits: ReadonlySet<string>): boolean {
	return (
		sentence.tokens.some(({type}) => type === 'number' || type === 'technical' || type === 'opaque') ||
		book.specific.some((phrase) => occurs(phrase, sentence, traits) !== undefined)
	);
}
