/** Holds one sentence against all wording rules. */
import type {Category, FindingSeverity, Span} from '../finding.ts';
import {parseSentence, type Sentence} from '../language/clauses.ts';
import type {Lexicon} from '../language/lexicon.ts';
import {openingOf, tokenize} from '../language/tokens.ts';
import {maskInline} from '../markdown/inline.ts';
import {sentencesOf} from '../markdown/sentences.ts';
import {featuresOf} from './features.ts';
import type {Judgement} from './judgement.ts';
import type {Model} from './model.ts';
import {wordingsOf} from './rewording/wordings.ts';
import type {RuleBook} from './rule-book.ts';
import {type Match, type RuleFound, rulesIn} from './rule-matches.ts';

export type SentenceContext = {
	/** As written, without the marks that were hidden: what suggestions are made of. */
	readonly original: string;
	readonly role: 'action' | 'title' | 'question' | undefined;
};

const mostSuggestions = 3;

/** What sentences are held against. */
export type Judge = {readonly book: RuleBook; readonly lexicon: Lexicon; readonly model: Model};

/**
 * The findings of one sentence, by their place in it, at most one for each stretch of words. `masked` is the sentence
 * with everything that is not prose hidden, of the same length as the original.
 */
export function judgeSentence(masked: string, context: SentenceContext, judge: Judge): Judgement[] {
	const verdict = verdictOn(masked, context, judge);
	if (verdict.type === 'innocent') return [];
	const span = spanOf(masked, verdict.sentence);
	const isFine = (text: string): boolean => isInnocent(text, judge);
	if (verdict.type === 'tone') return toneOf(verdict, span, judge.book, isFine);
	return withoutOverlap(verdict.found.map((found) => placed(found, verdict.sentence, span))).map((finding) =>
		judgementOf(finding, verdict.sentence, isFine),
	);
}

/** Fewer words than these are a label or half a thought: the model has nothing to go by. */
const fewestWords = 4;

/** Whether none of the sentences of a wording would be found itself. */
function isInnocent(text: string, judge: Judge): boolean {
	const masked = maskInline(text);
	return sentencesOf(masked, text).every(({start, end}) => {
		const context = {original: text.slice(start, end), role: undefined};
		return verdictOn(masked.slice(start, end), context, judge).type === 'innocent';
	});
}

type Verdict =
	| {readonly type: 'innocent'}
	| {readonly type: 'rules'; readonly sentence: Sentence; readonly found: readonly RuleFound[]}
	/** No rule speaks, and yet the model takes it for blame. */
	| {readonly type: 'tone'; readonly sentence: Sentence; readonly category: Category; readonly isSure: boolean};

/** The rules find; the model takes back what they misread, and speaks where they are silent. */
function verdictOn(masked: string, {original, role}: SentenceContext, {book, lexicon, model}: Judge): Verdict {
	const tokens = tokenize(masked);
	if (tokens.length === 0) return {type: 'innocent'};
	const sentence = parseSentence(original, {tokens, lexicon});
	const reading = rulesIn(sentence, book, role);
	const features = featuresOf(sentence, role, reading);
	const probability = model.probability(features);
	// A word that can be left out is none of the model's business: the sentence around it may be as it is.
	const found = reading.found.filter(
		({read: {rule}}) => rule.certain === true || rule.drop === true || probability >= model.confirm,
	);
	if (found.length > 0) return {type: 'rules', sentence, found};
	if (reading.found.length > 0) return {type: 'innocent'};
	const least = role === 'action' ? model.proposeAction : model.propose;
	const isTone = probability > least && tokens.filter(({type}) => type === 'word').length >= fewestWords;
	if (!isTone) return {type: 'innocent'};
	return {type: 'tone', sentence, category: model.category(features), isSure: probability > model.warn};
}

/**
 * What is said where only the model speaks: it knows that a sentence reads as blame, and not which of its words do. So
 * it can only say so of a whole sentence, and where it is not sure it only nudges.
 */
function toneOf(
	{category, sentence, isSure}: Verdict & {type: 'tone'},
	span: Span,
	{learned}: RuleBook,
	isFine: (text: string) => boolean,
): Judgement[] {
	const rule = learned.get(category);
	if (rule === undefined) return [];
	const {id, message, reframing, questions} = rule;
	const severity = isSure ? rule.severity : 'nudge';
	const suggestions = [...wordingsOf(sentence, category, isFine), ...questions].slice(0, mostSuggestions);
	const finding = {rule: id, category, severity, span, message, reframing, suggestions};
	return [{evidence: span, isOfWhole: true, finding}];
}

/** What a wording takes the place of: the sentence without a time before it, with the marks that were hidden at its ends. */
function spanOf(masked: string, {tokens, text}: Sentence): Span {
	let start = tokens[openingOf(tokens)]?.start ?? 0;
	let end = tokens.at(-1)?.end ?? text.length;
	while (start > 0 && masked.charAt(start - 1) === ' ' && text.charAt(start - 1) !== ' ') start--;
	while (end < text.length && masked.charAt(end) === ' ' && text.charAt(end) !== ' ') end++;
	return {start, end};
}

/** A rule that was found, with what its wordings take the place of. */
type Placed = RuleFound & {
	readonly span: Span;
	/** The only wording, where a word is left out. */
	readonly dropped: string | undefined;
};

function placed(found: RuleFound, sentence: Sentence, whole: Span): Placed {
	const dropped = found.read.rule.drop === true ? droppedWord(found.match, sentence) : undefined;
	return {...found, span: dropped?.span ?? whole, dropped: dropped?.rest};
}

function judgementOf(
	{read: {rule}, match, span, dropped}: Placed,
	sentence: Sentence,
	isFine: (text: string) => boolean,
): Judgement {
	const {tokens, text} = sentence;
	const {id, category, severity, message, reframing, questions} = rule;
	const evidence = {start: tokens[match.start]?.start ?? 0, end: tokens[match.end - 1]?.end ?? text.length};
	const suggestions =
		dropped === undefined
			? [...wordingsOf(sentence, category, isFine), ...questions].slice(0, mostSuggestions)
			: [dropped];
	return {evidence, finding: {rule: id, category, severity, span, message, reframing, suggestions}};
}

/** The word with the one after it, and as its wording the one after it alone. */
function droppedWord({start, end}: Match, {tokens, text}: Sentence): {span: Span; rest: string} | undefined {
	const word = tokens[start];
	const following = tokens[end]?.type === 'mark' ? tokens[end + 1] : tokens[end];
	if (end - start !== 1 || word === undefined || following === undefined) return undefined;
	const rest = text.slice(following.start, following.end);
	const isCapital = /^\p{Lu}/u.test(word.text);
	return {
		span: {start: word.start, end: following.end},
		rest: isCapital ? `${rest.charAt(0).toUpperCase()}${rest.slice(1)}` : rest,
	};
}

/**
 * The rules stand in order: what was found first keeps its words, and warnings go before nudges. Asked before wordings
 * are made, which is what costs.
 */
function withoutOverlap(all: readonly Placed[]): Placed[] {
	const kept: Placed[] = [];
	const ofSeverity = (severity: FindingSeverity) => all.filter(({read}) => read.rule.severity === severity);
	for (const one of [...ofSeverity('warning'), ...ofSeverity('nudge')]) {
		const isFree = kept.every(({span}) => one.span.end <= span.start || one.span.start >= span.end);
		if (isFree) kept.push(one);
	}
	return kept.sort((a, b) => a.span.start - b.span.start);
}
