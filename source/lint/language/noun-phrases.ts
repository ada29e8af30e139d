/** Noun phrases: where one begins and ends, and what it means. */
import {owners, pronouns} from './pronouns.ts';
import {isPerson, type Referent} from './referent.ts';
import {headOf, isNameAt, referentOf} from './referent-of.ts';
import {isFunctionWord, opensObject, startsVerb, type Words} from './word-kinds.ts';

export type NounPhrase = {
	readonly type: 'np';
	/** Indices into the tokens, half-open. */
	readonly start: number;
	readonly end: number;
	readonly referent: Referent;
	/** Index of the token that carries the meaning. */
	readonly head: number;
	/** Who owns it, where that is a person: `Dana's script`, `his query`. */
	readonly owner: Referent | undefined;
};

/** The noun phrase that starts at a token, or undefined where none does. */
export function nounPhraseAt(words: Words, start: number): NounPhrase | undefined {
	const first = simplePhrase(words, start);
	if (first === undefined) return undefined;
	const whole = ofPhrase(words, first) ?? first;
	const next = words.tokens[whole.end]?.norm;
	if (next !== "'s" && next !== "'") return whole;
	const owned = startsVerb(words, whole.end + 1) ? undefined : simplePhrase(words, whole.end + 1);
	if (owned === undefined) return whole;
	return {...owned, start, owner: isPerson(whole.referent) ? whole.referent : owned.owner};
}

/** `one of the engineers`, `a member of the team`, `none of us`, `the author of the patch`. */
function ofPhrase(words: Words, first: NounPhrase): NounPhrase | undefined {
	const {tokens, lexicon} = words;
	if (tokens[first.end]?.norm !== 'of') return undefined;
	const inner = simplePhrase(words, first.end + 1);
	if (inner === undefined) return undefined;
	const head = tokens[first.head]?.norm ?? '';
	if (lexicon.has(head, 'member') && isPerson(inner.referent)) return {...first, end: inner.end, referent: 'person'};
	if (lexicon.has(head, 'number-word') || head === 'rest' || head === 'part') {
		const isNone = (head === 'none' || head === 'neither') && isPerson(inner.referent);
		return {...inner, start: first.start, referent: isNone ? 'nobody' : inner.referent};
	}
	return ['person', 'anybody', 'nobody', 'outsider'].includes(first.referent) ? {...first, end: inner.end} : undefined;
}

function simplePhrase(words: Words, start: number): NounPhrase | undefined {
	const {tokens, lexicon} = words;
	const token = tokens[start];
	if (token === undefined) return undefined;
	if (token.type === 'mention') return phrase(start, start + 1, 'person');
	const pronoun = pronounAt(words, start);
	if (pronoun !== undefined) return phrase(start, start + 1, pronoun);
	if (token.norm === 'no' && tokens[start + 1]?.norm === 'one') return phrase(start, start + 2, 'nobody');
	const oneWho = personWho(words, start);
	if (oneWho !== undefined) return oneWho;
	if (lexicon.has(token.norm, 'nobody')) return phrase(start, start + 1, 'nobody');
	if (lexicon.has(token.norm, 'anybody')) {
		return phrase(start, start + (tokens[start + 1]?.norm === 'else' ? 2 : 1), 'anybody');
	}
	return fullPhrase(words, start);
}

/** `the one who`, `those who`: a person, whoever it is. */
function personWho({tokens}: Words, start: number): NounPhrase | undefined {
	const opening = tokens[start]?.norm;
	const end =
		opening === 'those'
			? start + 1
			: opening === 'the' && /^ones?$/.test(tokens[start + 1]?.norm ?? '')
				? start + 2
				: 0;
	return end > 0 && tokens[end]?.norm === 'who' ? phrase(start, end, 'person') : undefined;
}

function pronounAt(words: Words, index: number): Referent | undefined {
	const {norm = '', text = '', type} = words.tokens[index] ?? {};
	const referent = pronouns.get(norm);
	if (type !== 'word' || referent === undefined || (norm === 'i' && text !== 'I')) return undefined;
	if (text === 'US' || text === 'IT' || text === 'Us') return undefined;
	if (norm === 'that' && !isPronounThat(words, index)) return undefined;
	const isDeterminer =
		words.lexicon.has(norm, 'determiner') &&
		words.tokens[index + 1]?.type === 'word' &&
		continues(words, index + 1, false);
	return isDeterminer ? undefined : referent;
}

/** `That was late`, and not `the ticket that was late` or `said that it was late`. */
function isPronounThat({tokens, lexicon}: Words, index: number): boolean {
	const {norm: before = '.', type = 'mark'} = tokens[index - 1] ?? {};
	if (type !== 'mark' && !lexicon.has(before, 'preposition') && !lexicon.has(before, 'conjunction')) return false;
	const {norm: next = ''} = tokens[index + 1] ?? {};
	return lexicon.has(next, 'modal') || next === "'s" || lexicon.verbsOf(next).length > 0;
}

/** `In that region`, `which region`: at the start or behind a preposition, and before a noun. */
function isDeterminerThat({tokens, lexicon}: Words, index: number): boolean {
	const {norm: before = '.', type = 'mark'} = tokens[index - 1] ?? {};
	const next = tokens[index + 1]?.norm ?? '';
	if (lexicon.has(next, 'time-noun')) return true;
	return (
		(type === 'mark' || lexicon.has(before, 'preposition')) && before !== ',' && lexicon.verbsOf(next).length === 0
	);
}

/** An optional opening, any number of words before the head, and the head. */
function fullPhrase(words: Words, start: number): NounPhrase | undefined {
	const {tokens} = words;
	let first = start;
	while (isOpening(words, first)) first++;
	const isBare = first === start;
	const isName = isNameAt(words, first);
	let end = first;
	const canBeVerb = isBare && !isTied(words, start);
	while (end < tokens.length && continues(words, end, end > first || canBeVerb)) {
		if (isName && tokens[end]?.type === 'number') break;
		end++;
	}
	const opening = tokens[start]?.norm ?? '';
	const owner = owners.get(opening);
	if (end === first)
		return isBare || tokens[start]?.type === 'number' ? undefined : {...phrase(start, end, 'thing'), owner};
	const referent = referentOf(words, {first, end}, isBare);
	return {
		type: 'np',
		start,
		end,
		referent: opening === 'no' && referent === 'person' ? 'nobody' : referent,
		head: headOf(words, {first, end}),
		owner,
	};
}

/** Behind a preposition stands no verb, but for the -ing form: `on call`. */
function isTied({tokens, lexicon}: Words, start: number): boolean {
	const before = tokens[start - 1]?.norm ?? '';
	return before !== 'to' && lexicon.has(before, 'preposition') && !(tokens[start]?.norm ?? '').endsWith('ing');
}

function isOpening(words: Words, index: number): boolean {
	const {tokens, lexicon} = words;
	const {norm = '', type} = tokens[index] ?? {};
	if (type === 'number') return true;
	if (type !== 'word') return false;
	if ((norm === 'that' || norm === 'which' || norm === 'what') && !isDeterminerThat(words, index)) return false;
	return lexicon.has(norm, 'determiner') || owners.has(norm) || lexicon.has(norm, 'number-word');
}

/** Whether the token can belong to the phrase; `hasNoun` says whether a word of it was read that can be its noun. */
function continues(words: Words, index: number, hasNoun: boolean): boolean {
	const {tokens, lexicon} = words;
	const token = tokens[index];
	if (token === undefined || token.type === 'mark' || token.type === 'mention') return false;
	if (token.type !== 'word') return true;
	if (token.norm.startsWith("'") || (token.text !== 'IT' && isFunctionWord(lexicon, token.norm))) return false;
	const isAdjective = lexicon.has(token.norm, 'bad') && !opensObject(words, index + 1);
	return !hasNoun || isAdjective || !startsVerb(words, index);
}

function phrase(start: number, end: number, referent: Referent): NounPhrase {
	return {type: 'np', start, end, referent, head: end - 1, owner: undefined};
}
