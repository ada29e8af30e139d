/** What a word can be where it stands: a noun, a verb, or one of the small words that hold a sentence together. */
import type {VerbForm} from './inflection.ts';
import type {Lexicon} from './lexicon.ts';
import {isPronoun} from './pronouns.ts';
import type {Token} from './tokens.ts';

export type Words = {readonly tokens: readonly Token[]; readonly lexicon: Lexicon};

const smallWords = [
	'preposition',
	'conjunction',
	'subordinator',
	'modal',
	'negation',
	'adverb',
	'not-a-noun',
	'determiner',
	'possessive',
	'nobody',
	'anybody',
];
const auxiliaries = new Set(['be', 'have', 'do']);

/** Whether the word, in lower case, can be no part of a noun phrase but its opening. */
export function isFunctionWord(lexicon: Lexicon, word: string): boolean {
	return (
		smallWords.some((className) => lexicon.has(word, className)) ||
		isPronoun(word) ||
		lexicon.verbsOf(word).some(({lemma}) => auxiliaries.has(lemma)) ||
		(isLongWithLy(word) && !lexicon.has(word, 'not-an-adverb'))
	);
}

/** Whether the word may stand between an auxiliary and its verb: `only`, `just` and all that ends in -ly. */
export function isAdverb({tokens, lexicon}: Words, index: number): boolean {
	const {norm = ''} = tokens[index] ?? {};
	return (
		lexicon.has(norm, 'adverb') || lexicon.has(norm, 'accident') || lexicon.has(norm, 'obvious') || isLongWithLy(norm)
	);
}

/** Whether a word after a noun is the verb of the sentence and not another noun. */
export function startsVerb(words: Words, index: number): boolean {
	const {tokens, lexicon} = words;
	const token = tokens[index];
	if (token?.type !== 'word') return false;
	const forms = new Set(lexicon.verbsOf(token.norm).map(({form}) => form));
	if (forms.size === 0) return isRegularPast(token);
	const canBePast = forms.has('past') || forms.has('done');
	if (canBePast && !forms.has('base')) return true;
	if (isDoneByPerson(words, index, forms)) return true;
	return (!canBePast && forms.has('ing')) || opensObject(words, index + 1);
}

/** `Marek deploys`, `developers skip tests`, `management put deadlines first`: behind people, a verb that agrees. */
function isDoneByPerson({tokens, lexicon}: Words, index: number, forms: ReadonlySet<VerbForm>): boolean {
	const before = tokens[index - 1];
	const next = tokens[index + 1];
	if (
		before?.type !== 'word' ||
		(next?.type === 'word' && lexicon.verbsOf(next.norm).some(({form}) => form === 'past'))
	) {
		return false;
	}
	const {norm} = before;
	const isName = lexicon.has(norm, 'given-name') && !lexicon.has(norm, 'product-name');
	if (forms.has('s') && isName) return true;
	const isPlural = norm.endsWith('s') || norm === 'people' || norm === 'everyone';
	const isPeople =
		lexicon.has(norm, 'role') ||
		lexicon.has(norm, 'people') ||
		lexicon.has(norm, 'department') ||
		lexicon.has(norm, 'collective');
	const agrees = (forms.has('base') && isPlural) || (forms.has('base') && forms.has('past'));
	if (isPeople && !isPlural && lexicon.has(tokens[index]?.norm ?? '', 'only-verb')) return true;
	return isPeople && agrees && next?.type === 'word';
}

/** Whether an unknown word looks like the past of a regular verb. */
export function isRegularPast({norm, text}: Token): boolean {
	return norm.length > 4 && /(?:[^e]ed|fied)$/.test(norm) && text === norm;
}

/** Whether what follows a word reads as its object or complement, which makes the word a verb. */
export function opensObject({tokens, lexicon}: Words, index: number): boolean {
	const {norm = '', type, text = ''} = tokens[index] ?? {};
	if (type === 'mention') return true;
	if (type !== 'word' || text === 'A') return false;
	return (
		lexicon.has(norm, 'opens-object') ||
		lexicon.has(norm, 'possessive') ||
		(norm.endsWith('ing') && lexicon.verbsOf(norm).length > 0)
	);
}

function isLongWithLy(word: string): boolean {
	return word.length > 4 && word.endsWith('ly');
}
