/** Verb groups: a verb with all that colours it, such as `should never have been approved`. */
import type {VerbForm} from './inflection.ts';
import {isFunctionWord, startsVerb, type Words} from './noun-phrases.ts';

export type VerbGroup = {
	readonly type: 'verb';
	/** Indices into the tokens, half-open; the main verb is the last but for a particle. */
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
	/** An -ing form or a participle without an auxiliary, or after `to`. */
	readonly finite: boolean;
	readonly adverbs: readonly string[];
	/** The words after the verb, up to the clause's end, that may be particles of it: up, down, off. */
	readonly particles: readonly string[];
};

const particleWords = new Set('up down out off over away back in on aside through by around about to under'.split(' '));
const particleReach = 8;

/** The verb group that starts at a token, or undefined where none does; `afterNoun` tells what stands before it. */
export function verbGroupAt(words: Words, start: number, afterNoun: boolean): VerbGroup | undefined {
	const {tokens, lexicon} = words;
	let modal: string | undefined;
	let negated = false;
	let perfect = false;
	let be = false;
	let main: {index: number; lemma: string; form: VerbForm} | undefined;
	let finite = false;
	let auxiliary: {index: number; lemma: string; form: VerbForm} | undefined;
	const adverbs: string[] = [];
	let index = start;
	let infinitive = false;
	for (; index < tokens.length; index++) {
		const token = tokens[index];
		if (token === undefined || (token.type !== 'word' && token.type !== 'technical')) break;
		const {norm} = token;
		if (index === start && norm === 'to') {
			infinitive = true;
			continue;
		}
		if (lexicon.has(norm, 'modal') && auxiliary === undefined && main === undefined) {
			if (norm === 'will' && token.text === 'Will' && index > 0) break;
			modal = norm;
			finite = true;
			continue;
		}
		if (norm === 'to' && modal === 'ought') continue;
		if (norm === 'been' || norm === 'being') {
			be = true;
			auxiliary = {index, lemma: 'be', form: 'done'};
			continue;
		}
		if (lexicon.has(norm, 'negation') || (norm === 'no' && tokens[index + 1]?.norm === 'longer')) {
			negated = true;
			adverbs.push(norm);
			if (norm === 'no') index++;
			continue;
		}
		const readings = lexicon.verbsOf(norm);
		const aux = readings.find(({lemma}) => lemma === 'be' || lemma === 'have' || lemma === 'do');
		if (aux !== undefined && (auxiliary === undefined || aux.lemma === 'be' || auxiliary.lemma !== 'do')) {
			if (auxiliary?.lemma === 'be' && aux.lemma !== 'be') {
				main = {index, ...aux};
				break;
			}
			if (aux.lemma === 'have') perfect = true;
			if (aux.lemma === 'be') be = true;
			auxiliary = {index, ...aux};
			if (!infinitive && aux.form !== 'ing') finite = true;
			continue;
		}
		if (isAdverb(words, index)) {
			adverbs.push(norm);
			continue;
		}
		const started = auxiliary !== undefined || modal !== undefined || infinitive || negated;
		const reading = mainReading(words, index, started, auxiliary?.lemma, afterNoun || adverbs.length > 0);
		if (reading !== undefined) main = {index, ...reading};
		break;
	}
	if (main === undefined) {
		if (auxiliary === undefined) return undefined;
		if (auxiliary.lemma === 'be') be = false;
		if (auxiliary.lemma === 'have') perfect = false;
		main = auxiliary;
	} else if (auxiliary === undefined && modal === undefined && !infinitive) {
		finite = main.form === 'past' || main.form === 's' || main.form === 'base';
	}
	const end = main.index + 1;
	return {
		type: 'verb',
		start,
		end: Math.max(end, adverbs.length > 0 && main === auxiliary ? lastAdverb(words, end) : end),
		main: main.index,
		lemma: main.lemma,
		form: main.form,
		modal,
		negated,
		perfect,
		past: (auxiliary ?? main).form === 'past' || perfect,
		passive: be && (main.form === 'done' || main.form === 'past') && main.lemma !== 'be',
		finite,
		adverbs,
		particles: particlesAfter(words, end),
	};
}

function mainReading(
	words: Words,
	index: number,
	started: boolean,
	auxiliary: string | undefined,
	afterNoun: boolean,
): {lemma: string; form: VerbForm} | undefined {
	const {tokens, lexicon} = words;
	const {norm = '', text = ''} = tokens[index] ?? {};
	const readings = lexicon.verbsOf(norm);
	if (readings.length > 0) {
		if (auxiliary === 'be') return readings.find(({form}) => form === 'done') ?? readings.find(({form}) => form === 'ing');
		if (auxiliary === 'have') return readings.find(({form}) => form === 'done');
		if (started) return readings.find(({form}) => form === 'base') ?? readings[0];
		if (afterNoun) return startsVerb(words, index) || !/ing$/.test(norm) ? readings[0] : undefined;
		return readings.find(({form}) => form === 'past' || form === 'ing') ?? readings[0];
	}
	if (norm.length > 4 && /[^e]ed$/.test(norm) && text === norm) return {lemma: norm, form: auxiliary === undefined ? 'past' : 'done'};
	if (started && auxiliary === 'do' && /^[a-z-]+$/.test(norm) && !isFunctionWord(lexicon, norm) && !norm.endsWith('thing')) return {lemma: norm, form: 'base'};
	return undefined;
}

/** An adverb between auxiliaries and verb; `only`, `just` and all that ends in -ly. */
function isAdverb({tokens, lexicon}: Words, index: number): boolean {
	const {norm = ''} = tokens[index] ?? {};
	return (
		lexicon.has(norm, 'adverb') || lexicon.has(norm, 'accident') || lexicon.has(norm, 'obvious') || (norm.length > 4 && norm.endsWith('ly'))
	);
}

function lastAdverb(words: Words, from: number): number {
	let end = from;
	while (isAdverb(words, end)) end++;
	return end;
}

function particlesAfter({tokens}: Words, from: number): string[] {
	const found: string[] = [];
	for (let index = from; index < Math.min(tokens.length, from + particleReach); index++) {
		const {norm = '', type} = tokens[index] ?? {};
		if (type === 'mark') break;
		if (particleWords.has(norm)) found.push(norm);
	}
	return found;
}
