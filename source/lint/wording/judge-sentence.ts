/** Holds one sentence against all wording rules. */
import type {Span} from '../finding.ts';
import {type Clause, parseSentence, type Sentence} from '../language/clauses.ts';
import type {Lexicon} from '../language/lexicon.ts';
import {openingOf, tokenize} from '../language/tokens.ts';
import {matchesClause} from './clause-pattern.ts';
import type {Judgement} from './judgement.ts';
import {findPattern, traitsOf} from './phrase-pattern.ts';
import type {ReadPhrase, ReadRule, RuleBook} from './rule-book.ts';
import {rewritten} from './suggestion.ts';

export type SentenceContext = {
	/** As written, without the marks that were hidden: what suggestions are made of. */
	readonly original: string;
	readonly role: 'action' | 'title' | 'question' | undefined;
};

/**
 * The findings of one sentence, by their place in it, at most one for each stretch of words. `masked` is the sentence
 * with everything that is not prose hidden, of the same length as the original.
 */
export function judgeSentence(masked: string, context: SentenceContext, book: RuleBook, lexicon: Lexicon): Judgement[] {
	const tokens = tokenize(masked);
	if (tokens.length === 0) return [];
	const sentence = parseSentence(context.original, {tokens, lexicon});
	const span = spanOf(masked, sentence);
	const traits = traitsOf(sentence);
	const candidates = book.candidates(traits);
	if (book.meta.some((phrase) => candidates.has(phrase) && occurs(phrase, sentence, traits) !== undefined)) return [];
	const judgements: Judgement[] = [];
	for (const read of book.rules) {
		if (read.rule.role === 'action' && (context.role !== 'action' || isSpecific(sentence, book, traits))) continue;
		const match = firstMatch(read, sentence, traits, candidates);
		if (match === undefined || read.unless.some((phrase) => occurs(phrase, sentence, traits))) continue;
		judgements.push(judgementOf(read, match, sentence, span, (text) => isInnocent(text, book, lexicon)));
	}
	return withoutOverlap(judgements);
}

type Match = {readonly start: number; readonly end: number; readonly clause: Clause | undefined};

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
function isSpecific(sentence: Sentence, book: RuleBook, traits: ReadonlySet<string>): boolean {
	return (
		sentence.tokens.some(({type}) => type === 'number' || type === 'technical' || type === 'opaque') ||
		book.specific.some((phrase) => occurs(phrase, sentence, traits) !== undefined)
	);
}

/** What a wording takes the place of: the sentence without a time before it, with the marks that were hidden at its ends. */
function spanOf(masked: string, {tokens, text}: Sentence): Span {
	let start = tokens[openingOf(tokens)]?.start ?? 0;
	let end = tokens.at(-1)?.end ?? text.length;
	while (start > 0 && masked.charAt(start - 1) === ' ' && text.charAt(start - 1) !== ' ') start--;
	while (end < text.length && masked.charAt(end) === ' ' && text.charAt(end) !== ' ') end++;
	return {start, end};
}

/** Whether no rule has anything to say about a wording: what is offered must not be found again. */
function isInnocent(text: string, book: RuleBook, lexicon: Lexicon): boolean {
	const sentence = parseSentence(text, {tokens: tokenize(text), lexicon});
	const traits = traitsOf(sentence);
	const candidates = book.candidates(traits);
	return book.rules.every(
		(read) =>
			read.rule.role === 'action' ||
			firstMatch(read, sentence, traits, candidates) === undefined ||
			read.unless.some((phrase) => occurs(phrase, sentence, traits) !== undefined),
	);
}

function judgementOf(
	{rule}: ReadRule,
	match: Match,
	sentence: Sentence,
	whole: Span,
	isFine: (text: string) => boolean,
): Judgement {
	const {tokens, text} = sentence;
	const evidence = {start: tokens[match.start]?.start ?? 0, end: tokens[match.end - 1]?.end ?? text.length};
	const made =
		rule.rewrite === undefined || match.clause === undefined
			? undefined
			: rewritten(rule.rewrite, match.clause, sentence);
	const dropped = rule.drop === true ? droppedWord(match, sentence) : undefined;
	const {span, suggestions} = dropped ?? {
		span: whole,
		suggestions: [...(made !== undefined && isFine(made) ? [made] : []), ...rule.questions],
	};
	return {
		evidence,
		finding: {
			rule: rule.id,
			category: rule.category,
			severity: rule.severity,
			span,
			message: rule.message,
			suggestions,
		},
	};
}

/** The word with the one after it, and as its wording the one after it alone. */
function droppedWord({start, end}: Match, {tokens, text}: Sentence): {span: Span; suggestions: string[]} | undefined {
	const word = tokens[start];
	const following = tokens[end]?.type === 'mark' ? tokens[end + 1] : tokens[end];
	if (end - start !== 1 || word === undefined || following === undefined) return undefined;
	const rest = text.slice(following.start, following.end);
	const isCapital = /^\p{Lu}/u.test(word.text);
	return {
		span: {start: word.start, end: following.end},
		suggestions: [isCapital ? `${rest.charAt(0).toUpperCase()}${rest.slice(1)}` : rest],
	};
}

/** The rules stand in order: what was found first keeps its words, and warnings go before nudges. */
function withoutOverlap(judgements: readonly Judgement[]): Judgement[] {
	const kept: Judgement[] = [];
	const ordered = [
		...judgements.filter(({finding}) => finding.severity === 'warning'),
		...judgements.filter(({finding}) => finding.severity === 'nudge'),
	];
	for (const judgement of ordered) {
		const {span} = judgement.finding;
		const isFree = kept.every(({finding}) => span.end <= finding.span.start || span.start >= finding.span.end);
		if (isFree) kept.push(judgement);
	}
	return kept.sort((a, b) => a.finding.span.start - b.finding.span.start);
}
