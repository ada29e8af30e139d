/** Wordings that can take the place of a sentence, made of the sentence itself where that is safe. */
import type {Clause, Sentence} from '../language/clauses.ts';
import {pastParticiple} from '../language/inflection.ts';
import type {NounPhrase} from '../language/noun-phrases.ts';
import {openingOf} from '../language/tokens.ts';
import type {Rewrite} from './rule.ts';

/** What was done to the object, as it stands behind `was`, and what to ask about it. */
type Predicate = {readonly words: string; readonly ask: string; readonly bare?: boolean};

const asks = {
	done: 'what made that possible?',
	sensible: 'what made that the sensible step?',
	'not-done': 'what would have prompted it?',
	seen: 'what would have shown it?',
	heeded: 'what would have made it stand out?',
	followed: 'what made it hard to follow?',
	led: 'what led to that?',
};

/** What leaving out comes to for the thing that was left out. */
const leftOut: Readonly<Record<string, Predicate>> = {
	forget: {words: 'left out', ask: asks['not-done']},
	skip: {words: 'left out', ask: asks['not-done']},
	omit: {words: 'left out', ask: asks['not-done']},
	miss: {words: 'not seen', ask: asks.seen},
	overlook: {words: 'not seen', ask: asks.seen},
	bypass: {words: 'not used', ask: asks.followed},
	circumvent: {words: 'not used', ask: asks.followed},
};
const signalsOnly = new Set(['ignore', 'neglect', 'disregard', 'dismiss']);
const longestRest = 8;

/**
 * The sentence with the thing in front and the person left out: `The wrong volume was deleted: what made that
 * possible?`. Undefined where the sentence holds more than one clause or its object cannot stand in front.
 */
export function rewritten(rewrite: Rewrite, clause: Clause, sentence: Sentence): string | undefined {
	if (rewrite === 'ask') return asked(sentence);
	const {object} = clause;
	if (object === undefined || !isSimple(clause, object, sentence)) return undefined;
	const predicate = predicateOf(rewrite, clause, object, sentence);
	const after = withOf(sentence, object.end);
	const rest = withoutBlame(sentence, after, clause.end);
	const thing = frontOf(object, after, sentence);
	if (predicate === undefined || rest === undefined || thing === undefined) return undefined;
	const was = predicate.bare === true ? '' : isPlural(sentence, object.head) ? 'were ' : 'was ';
	return `${thing} ${was}${predicate.words}${rest}: ${predicate.ask}`;
}

/** The sentence as it is, with the question that leads on from it. */
function asked({tokens, text}: Sentence): string | undefined {
	const last = tokens.findLast(({type}) => type !== 'mark');
	const first = tokens[openingOf(tokens)];
	return first === undefined || last === undefined ? undefined : `${text.slice(first.start, last.end)}: ${asks.led}`;
}

/** One clause with a person in front, a thing as its object, and nothing before or behind it. */
function isSimple(clause: Clause, object: NounPhrase, {tokens, clauses, lexicon}: Sentence): boolean {
	const {subject, verb, complement} = clause;
	const action = complement ?? verb;
	const last = tokens[object.end - 1]?.norm ?? '';
	return (
		subject !== undefined &&
		!verb.passive &&
		object.referent === 'thing' &&
		object.start >= action.end &&
		clauses.length === 1 &&
		subject.start <= openingOf(tokens) &&
		tokens.slice(clause.end).every(({type}) => type === 'mark') &&
		!['late', 'early', 'open', 'again', 'nothing', 'anything'].includes(last) &&
		lexicon.verbsOf(action.lemma).some(({form}) => form === 'base')
	);
}

function predicateOf(
	rewrite: 'done' | 'not-done',
	{subject, verb, complement}: Clause,
	object: NounPhrase,
	{tokens, lexicon}: Sentence,
): Predicate | undefined {
	const action = complement ?? verb;
	const particle = tokens[action.end]?.norm ?? '';
	const hasParticle = object.start > action.end && action.particles.includes(particle);
	if (object.start > action.end && !hasParticle) return undefined;
	const participle = `${pastParticiple(action.lemma, lexicon.irregular)}${hasParticle ? ` ${particle}` : ''}`;
	const isNegated = verb.negated || subject?.referent === 'nobody';
	const isWish = verb.modal !== undefined || verb.lemma === 'suppose';
	if (isWish && isNegated) return {words: participle, ask: asks.sensible};
	if (isWish || rewrite === 'not-done') {
		if (isNegated || isWish || complement !== undefined) return {words: `not ${participle}`, ask: asks['not-done']};
		return leftOutOf(verb.lemma, tokens[object.head]?.norm ?? '', lexicon);
	}
	return {words: participle, ask: asks.done};
}

function leftOutOf(lemma: string, noun: string, lexicon: Sentence['lexicon']): Predicate | undefined {
	const isSignal = lexicon.has(noun, 'signal-noun') || lexicon.has(noun, 'duty-noun');
	if (signalsOnly.has(lemma)) {
		return isSignal ? {words: 'led to no action', ask: asks.heeded, bare: true} : undefined;
	}
	return leftOut[lemma];
}

/** The object as the opening of a sentence, without whose it is. */
function frontOf(object: NounPhrase, after: number, {tokens, text}: Sentence): string | undefined {
	const first = tokens[object.start];
	const last = tokens[after - 1];
	if (first === undefined || last === undefined) return undefined;
	const thing = text.slice(first.start, last.end).replace(/^(?:his|her|their|my|our|your|its) /i, 'the ');
	return `${thing.charAt(0).toUpperCase()}${thing.slice(1)}`;
}

/** With what `of` ties to the object. */
function withOf({tokens, phrases}: Sentence, end: number): number {
	return tokens[end]?.norm === 'of' ? (phrases.get(end + 1)?.end ?? end) : end;
}

/** What stands after the object, or undefined where it speaks of people or of carelessness. */
function withoutBlame({tokens, text, lexicon, phrases}: Sentence, from: number, to: number): string | undefined {
	const end = tokens.slice(from, to).findLastIndex(({type}) => type !== 'mark') + 1;
	const rest = tokens.slice(from, from + end);
	const first = rest[0];
	const last = rest.at(-1);
	if (first === undefined || last === undefined) return '';
	const isBlame = rest.some(
		({norm, type}) =>
			type === 'mark' || lexicon.has(norm, 'accident') || norm === 'mistake' || norm === 'accident' || norm === 'again',
	);
	const namesPeople = [...phrases.values()].some(
		({start, referent}) => start >= from && start < to && referent !== 'thing',
	);
	return isBlame || namesPeople || rest.length > longestRest ? undefined : ` ${text.slice(first.start, last.end)}`;
}

function isPlural({tokens}: Sentence, head: number): boolean {
	const {norm = ''} = tokens[head] ?? {};
	return /[^su]s$/.test(norm) && !/(?:is|ss|us|dns|tls|https|kubernetes|aws|redis|postgres|jenkins|canvas)$/.test(norm);
}
