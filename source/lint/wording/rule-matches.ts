/** Which rules match a sentence, and where. */
import type {Clause, Sentence} from '../language/clauses.ts';
import {matchesClause} from './clause-pattern.ts';
import {findPattern, traitsOf} from './phrase-pattern.ts';
import type {ReadPhrase, ReadRule, RuleBook} from './rule-book.ts';

/** A rule with the tokens that it matched, half-open, and the clause, where it matched one. */
export type RuleFound = {readonly read: ReadRule; readonly match: Match};

export type Match = {readonly start: number; readonly end: number; readonly clause: Clause | undefined};

/** What the rules make of a sentence. */
export type RuleReading = {
	/** The rules that match, in their order; none where the sentence speaks about blame. */
	readonly found: readonly RuleFound[];
	/** Whether the sentence speaks about blame and does not lay it. */
	readonly isAboutBlame: boolean;
	/** Whether an action item holds something that can be checked. */
	readonly isSpecific: boolean;
};

/** @param role what the text is for */
export function rulesIn(sentence: Sentence, book: RuleBook, role: string | undefined): RuleReading {
	const traits = traitsOf(sentence);
	const candidates = book.candidates(traits);
	const isAboutBlame = book.meta.some(
		(phrase) => candidates.has(phrase) && occurs(phrase, sentence, traits) !== undefined,
	);
	const isSpecific = role === 'action' && canBeChecked(sentence, book, traits);
	if (isAboutBlame) return {found: [], isAboutBlame, isSpecific};
	const found = book.rules.flatMap((read) => {
		if (read.rule.role === 'action' && (role !== 'action' || isSpecific)) return [];
		const match = firstMatch(read, sentence, traits, candidates);
		if (match === undefined || read.unless.some((phrase) => occurs(phrase, sentence, traits))) return [];
		return [{read, match}];
	});
	return {found, isAboutBlame, isSpecific};
}

function firstMatch(
	read: ReadRule,
	sentence: Sentence,
	traits: ReadonlySet<string>,
	candidates: ReadonlySet<ReadPhrase>,
): Match | undefined {
	for (const {like, except} of read.clauses) {
		const clause = sentence.clauses.find(
			(candidate) =>
				matchesClause(like, candidate, sentence) &&
				!except.some((pattern) => matchesClause(pattern, candidate, sentence)),
		);
		if (clause === undefined) continue;
		const start = Math.min(clause.subject?.start ?? clause.verb.start, clause.verb.start);
		const ends = [clause.verb.end, clause.complement?.end ?? 0, clause.object?.end ?? 0, clause.agent?.end ?? 0];
		return {start, end: Math.max(...ends), clause};
	}
	for (const phrase of read.phrases) {
		if (!candidates.has(phrase)) continue;
		const range = occurs(phrase, sentence, traits);
		if (range !== undefined) return {...range, clause: undefined};
	}
	return undefined;
}

function occurs({pattern, needs}: ReadPhrase, sentence: Sentence, traits: ReadonlySet<string>) {
	return needs.every((row) => row.some((trait) => traits.has(trait))) ? findPattern(pattern, sentence) : undefined;
}

/** An action item that names a number, a ticket, code or a place can be checked. */
function canBeChecked(sentence: Sentence, book: RuleBook, traits: ReadonlySet<string>): boolean {
	return (
		sentence.tokens.some(({type}) => type === 'number' || type === 'technical' || type === 'opaque') ||
		book.specific.some((phrase) => occurs(phrase, sentence, traits) !== undefined)
	);
}
