/** Verb groups: a verb with all that colours it, such as `should never have been approved`. */
import type {VerbForm} from './inflection.ts';
import type {VerbReading} from './lexicon.ts';
import type {Token} from './tokens.ts';
import {isAdverb, isFunctionWord, isRegularPast, startsVerb, type Words} from './word-kinds.ts';

export type VerbGroup = {
	readonly type: 'verb';
	/** Indices into the tokens, half-open. */
	readonly start: number;
	readonly end: number;
	/** Index of the main verb's token. */
	readonly main: number;
	readonly lemma: string;
	readonly form: VerbForm;
	readonly modal: string | undefined;
	readonly negated: boolean;
	/** Told as past: did, was, had, checked. */
	readonly past: boolean;
	/** With a form of have: `had checked`, `should have checked`. */
	readonly perfect: boolean;
	readonly passive: boolean;
	/** Whether it can be the verb of a sentence: not a mere -ing form, participle or infinitive. */
	readonly finite: boolean;
	readonly adverbs: readonly string[];
	/** The words after the verb, up to the next mark, that may be particles of it: up, down, off. */
	readonly particles: readonly string[];
};

type Verb = VerbReading & {readonly index: number};

/** What has been read of a group so far. */
type Draft = {
	modal: string | undefined;
	negated: boolean;
	perfect: boolean;
	be: boolean;
	infinitive: boolean;
	finite: boolean;
	auxiliary: Verb | undefined;
	main: Verb | undefined;
	readonly adverbs: string[];
	readonly start: number;
	readonly afterNoun: boolean;
};

const particleWords = new Set('up down out off over away back in on aside through by around about to under'.split(' '));
const particleReach = 8;
/** No group of verbs in earnest has more words; it keeps hostile text cheap. */
const longestGroup = 16;
const auxiliaries = new Set(['be', 'have', 'do']);

/** The verb group that starts at a token, or undefined where none does; `afterNoun` tells what stands before it. */
export function verbGroupAt(words: Words, start: number, afterNoun: boolean): VerbGroup | undefined {
	const draft: Draft = {
		modal: undefined,
		negated: false,
		perfect: false,
		be: false,
		infinitive: false,
		finite: false,
		auxiliary: undefined,
		main: undefined,
		adverbs: [],
		start,
		afterNoun,
	};
	const end = Math.min(words.tokens.length, start + longestGroup);
	for (let index = start; index < end && draft.main === undefined; index++) {
		if (!readToken(words, index, draft)) break;
	}
	const verb = draft.main ?? draft.auxiliary;
	return verb === undefined ? undefined : finished(words, draft, verb);
}

const adverbial = new Set(['up', 'down', 'out', 'off', 'away']);

/** `gave [out] the wrong drawing`: right behind a verb such a word ties no noun phrase to it. */
export function isParticle({lemma}: VerbGroup, part: {readonly type: string; readonly norm?: string}): boolean {
	return part.type === 'word' && lemma !== 'be' && adverbial.has(part.norm ?? '');
}

function finished(words: Words, draft: Draft, verb: Verb): VerbGroup {
	const {auxiliary, modal, infinitive, be, adverbs} = draft;
	const isAuxiliary = draft.main === undefined;
	const isAlone = auxiliary === undefined && modal === undefined && !infinitive;
	const perfect = draft.perfect && !(isAuxiliary && verb.lemma === 'have');
	const end = verb.index + 1;
	return {
		type: 'verb',
		start: draft.start,
		end: isAuxiliary && adverbs.length > 0 ? behindAdverbs(words, end) : end,
		main: verb.index,
		lemma: verb.lemma,
		form: verb.form,
		modal,
		negated: draft.negated,
		perfect,
		past: (auxiliary ?? verb).form === 'past' || perfect,
		passive: be && !isAuxiliary && (verb.form === 'done' || verb.form === 'past') && verb.lemma !== 'be',
		finite: isAlone
			? !adverbs.includes('not') && (verb.form === 'past' || verb.form === 's' || verb.form === 'base')
			: draft.finite,
		adverbs,
		particles: particlesAfter(words, end),
	};
}

/** Takes one token into the group; false where the group has ended before it. */
function readToken(words: Words, index: number, draft: Draft): boolean {
	const {tokens, lexicon} = words;
	const token = tokens[index];
	if (token?.type !== 'word') return false;
	const {norm} = token;
	if (norm === 'to') {
		if (index !== draft.start && draft.modal !== 'ought') return false;
		draft.infinitive ||= index === draft.start;
		return true;
	}
	if (lexicon.has(norm, 'modal')) return readModal(token, index, draft);
	if (lexicon.has(norm, 'negation') || (norm === 'no' && tokens[index + 1]?.norm === 'longer')) {
		draft.negated = true;
		draft.adverbs.push(norm);
		return true;
	}
	if (norm === 'at' || norm === 'least') {
		draft.adverbs.push(norm);
		return tokens[index + (norm === 'at' ? 1 : -1)]?.norm === (norm === 'at' ? 'least' : 'at');
	}
	if (readAuxiliary(words, token, index, draft)) return draft.main === undefined;
	if (isAdverb(words, index)) {
		draft.adverbs.push(norm);
		return true;
	}
	const reading = mainReading(words, index, draft);
	if (reading !== undefined) draft.main = {...reading, index};
	return false;
}

function readModal({norm, text}: Token, index: number, draft: Draft): boolean {
	const isName = text === 'Will' && index > 0;
	if (draft.auxiliary !== undefined || isName) return false;
	draft.modal = norm;
	draft.finite = true;
	return true;
}

function readAuxiliary({lexicon}: Words, {norm}: Token, index: number, draft: Draft): boolean {
	const reading = lexicon.verbsOf(norm).find(({lemma}) => auxiliaries.has(lemma));
	const before = draft.auxiliary?.lemma;
	if (reading === undefined || (before === 'do' && reading.lemma !== 'be')) return false;
	if (before === 'be' && reading.lemma !== 'be') return false;
	if (before === 'have' && reading.lemma === 'have') {
		draft.main = {...reading, index};
		return true;
	}
	if (reading.lemma === 'have') draft.perfect = true;
	if (reading.lemma === 'be') draft.be = true;
	if (!draft.infinitive && reading.form !== 'ing' && reading.form !== 'done') draft.finite = true;
	draft.auxiliary = {
		...reading,
		index,
		form: before === undefined ? reading.form : (draft.auxiliary?.form ?? reading.form),
	};
	return true;
}

function mainReading(words: Words, index: number, draft: Draft): VerbReading | undefined {
	const {tokens, lexicon} = words;
	const token = tokens[index];
	if (token === undefined) return undefined;
	const readings = lexicon.verbsOf(token.norm);
	const withForm = (...forms: VerbForm[]) => readings.find(({form}) => forms.includes(form));
	const auxiliary = draft.auxiliary?.lemma;
	if (readings.length === 0) return guessed(words, token, draft);
	if (auxiliary === 'be') return withForm('done') ?? withForm('ing');
	if (auxiliary === 'have') return isNounAfterHave(words, index) ? undefined : withForm('done');
	if (auxiliary !== undefined || draft.modal !== undefined || draft.infinitive || draft.negated) {
		return withForm('base') ?? readings[0];
	}
	if (draft.afterNoun || draft.adverbs.length > 0) {
		return startsVerb(words, index) || !token.norm.endsWith('ing') ? readings[0] : undefined;
	}
	return withForm('past', 'ing') ?? readings[0];
}

/** `should have [read] access`: a participle that looks like the base form, right before a noun. */
function isNounAfterHave({tokens, lexicon}: Words, index: number): boolean {
	const readings = lexicon.verbsOf(tokens[index]?.norm ?? '');
	const isBase = readings.some(({form}) => form === 'base') && readings.some(({form}) => form === 'done');
	const next = tokens[index + 1];
	return isBase && next?.type === 'word' && !isFunctionWord(lexicon, next.norm);
}

/** An unknown word that can only be a verb: `frobbed`, `did not frob`. */
function guessed({lexicon}: Words, token: Token, draft: Draft): VerbReading | undefined {
	const {norm} = token;
	if (isRegularPast(token)) return {lemma: norm, form: draft.auxiliary === undefined ? 'past' : 'done'};
	const isBase = draft.auxiliary?.lemma === 'do' && /^[a-z-]+$/.test(norm) && !norm.endsWith('thing');
	return isBase && !isFunctionWord(lexicon, norm) ? {lemma: norm, form: 'base'} : undefined;
}

function behindAdverbs(words: Words, from: number): number {
	let end = from;
	while (isAdverb(words, end)) end++;
	return end;
}

function particlesAfter({tokens}: Words, from: number): string[] {
	const reach = tokens.slice(from, from + particleReach);
	const mark = reach.findIndex(({type}) => type === 'mark');
	return reach.slice(0, mark < 0 ? reach.length : mark).flatMap(({norm}) => (particleWords.has(norm) ? [norm] : []));
}
