/** Holds one sentence against all wording rules. */
import type {Span} from '../finding.ts';
import {parseSentence, type Sentence} from '../language/clauses.ts';
import type {Lexicon} from '../language/lexicon.ts';
import {openingOf, tokenize} from '../language/tokens.ts';
import type {Judgement} from './judgement.ts';
import type {ReadRule, RuleBook} from './rule-book.ts';
import {type Match, rulesIn} from './rule-matches.ts';
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
	const isFine = (text: string): boolean => isInnocent(text, book, lexicon);
	return withoutOverlap(
		rulesIn(sentence, book, context.role).map(({read, match}) => judgementOf(read, match, sentence, span, isFine)),
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
	return rulesIn(sentence, book, undefined).length === 0;
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
