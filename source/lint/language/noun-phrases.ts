/** Noun phrases: where one begins and ends, and whether a person is meant by it. */
import type {Lexicon} from './lexicon.ts';
import type {Token} from './tokens.ts';

/**
 * Whom a noun phrase means. `person`: a name, a handle, a role, a team. `self`: we and I. `reader`: you.
 * `they`: plural, and only the sentence before can tell. `nobody` and `anybody`: quantifiers over people.
 * `outsider`: a customer, an attacker. `department`: one that is named as a system might be: Storage.
 * `maybe`: an unknown name in capitals. `thing`: everything else.
 */
export type Referent = 'person' | 'self' | 'reader' | 'they' | 'nobody' | 'anybody' | 'outsider' | 'department' | 'maybe' | 'thing';

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

export type Words = {readonly tokens: readonly Token[]; readonly lexicon: Lexicon};

const pronouns: Readonly<Record<string, Referent>> = {
	he: 'person',
	she: 'person',
	him: 'person',
	they: 'they',
	them: 'they',
	we: 'self',
	i: 'self',
	us: 'self',
	me: 'self',
	myself: 'self',
	you: 'reader',
	it: 'thing',
	this: 'thing',
	that: 'thing',
	these: 'thing',
	everything: 'thing',
	something: 'thing',
	nothing: 'thing',
	anything: 'thing',
};
const owners: Readonly<Record<string, Referent>> = {
	my: 'self',
	our: 'self',
	your: 'reader',
	his: 'person',
	her: 'person',
	their: 'they',
	its: 'thing',
};
const beVerbs = new Set(['be', 'have', 'do']);

/** The noun phrase that starts at a token, or undefined where none does. */
export function nounPhraseAt(words: Words, start: number): NounPhrase | undefined {
	const first = simplePhrase(words, start);
	if (first === undefined) return undefined;
	const whole = ofPhrase(words, first) ?? first;
	const next = words.tokens[whole.end];
	if (next?.norm !== "'s" && next?.norm !== "'") return whole;
	const owned = simplePhrase(words, whole.end + 1);
	if (owned === undefined || startsVerb(words, whole.end + 1)) return whole;
	return {...owned, start, owner: isPerson(whole.referent) ? whole.referent : owned.owner, referent: owned.referent};
}

/** Whether a noun phrase means somebody on our side, named or not. */
export function isPerson(referent: Referent | undefined): boolean {
	return referent === 'person' || referent === 'self' || referent === 'reader' || referent === 'anybody' || referent === 'nobody';
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
		const none = head === 'none' || head === 'neither';
		const referent = none && isPerson(inner.referent) ? 'nobody' : inner.referent;
		return {...inner, start: first.start, referent};
	}
	return first.referent === 'person' || first.referent === 'anybody' || first.referent === 'nobody' || first.referent === 'outsider'
		? {...first, end: inner.end}
		: undefined;
}

function simplePhrase(words: Words, start: number): NounPhrase | undefined {
	const {tokens, lexicon} = words;
	const token = tokens[start];
	if (token === undefined) return undefined;
	if (token.type === 'mention') return phrase(start, start + 1, 'person');
	const pronoun = pronounAt(words, start);
	if (pronoun !== undefined) return phrase(start, start + 1, pronoun);
	if (token.norm === 'no' && tokens[start + 1]?.norm === 'one') return phrase(start, start + 2, 'nobody');
	if (lexicon.has(token.norm, 'nobody')) return phrase(start, start + 1, 'nobody');
	if (lexicon.has(token.norm, 'anybody')) {
		return phrase(start, start + (tokens[start + 1]?.norm === 'else' ? 2 : 1), 'anybody');
	}
	return fullPhrase(words, start);
}

function pronounAt({tokens, lexicon}: Words, index: number): Referent | undefined {
	const {norm = '', text = '', type} = tokens[index] ?? {};
	const referent = pronouns[norm];
	if (type !== 'word' || referent === undefined || (norm === 'i' && text !== 'I')) return undefined;
	if (text === 'US' || text === 'IT' || text === 'Us') return undefined;
	const next = tokens[index + 1];
	if (norm === 'that' && !standsAlone({tokens, lexicon}, index)) return undefined;
	const isDeterminer = lexicon.has(norm, 'determiner') && next?.type === 'word' && continues({tokens, lexicon}, index + 1, false);
	return isDeterminer ? undefined : referent;
}

/** `That was late`, and not `the ticket that was late` or `said that it was late`. */
function standsAlone({tokens, lexicon}: Words, index: number): boolean {
	const {norm: before = '.', type = 'mark'} = tokens[index - 1] ?? {};
	if (type !== 'mark' && !lexicon.has(before, 'preposition') && !lexicon.has(before, 'conjunction')) return false;
	const {norm: next = ''} = tokens[index + 1] ?? {};
	return lexicon.has(next, 'modal') || next === "'s" || lexicon.verbsOf(next).length > 0;
}

/** `In that region`, `which region`: at the start or behind a preposition, and before a noun. */
function opensThat({tokens, lexicon}: Words, index: number): boolean {
	const {norm: before = '.', type = 'mark'} = tokens[index - 1] ?? {};
	const next = tokens[index + 1]?.norm ?? '';
	return (type === 'mark' || lexicon.has(before, 'preposition')) && before !== ',' && lexicon.verbsOf(next).length === 0;
}

/** An optional determiner, any number of words before the head, and the head. */
function fullPhrase(words: Words, start: number): NounPhrase | undefined {
	const {tokens, lexicon} = words;
	const opening = tokens[start]?.norm ?? '';
	let end = start;
	while (isOpening(words, end)) end++;
	const owner = owners[opening];
	const opened = end > start;
	const firstNoun = end;
	const isName = isNameAt(words, firstNoun);
	while (end < tokens.length && continues(words, end, end > firstNoun || !opened)) {
		if (isName && tokens[end]?.type === 'number') break;
		end++;
	}
	if (end === firstNoun) {
		return opened && (lexicon.has(opening, 'number-word') || owner !== undefined || lexicon.has(opening, 'determiner'))
			? {...phrase(start, end, 'thing'), owner}
			: undefined;
	}
	const referent = referentOf(words, start, firstNoun, end);
	const negative = opening === 'no' && referent === 'person' ? 'nobody' : referent;
	return {type: 'np', start, end, referent: negative, head: headOf(words, firstNoun, end), owner};
}

function isOpening({tokens, lexicon}: Words, index: number): boolean {
	const {norm = '', type} = tokens[index] ?? {};
	if (type === 'number') return true;
	if (/^(?:that|which|what)$/.test(norm) && !opensThat({tokens, lexicon}, index)) return false;
	return (
		type === 'word' &&
		(lexicon.has(norm, 'determiner') || lexicon.has(norm, 'possessive') || norm in owners || lexicon.has(norm, 'number-word'))
	);
}

/** Whether the token can belong to the phrase; `hasNoun` says whether a noun or an adjective of it was read before. */
function continues(words: Words, index: number, hasNoun: boolean): boolean {
	const {tokens, lexicon} = words;
	const token = tokens[index];
	if (token === undefined || token.type === 'mark' || token.type === 'mention') return false;
	if (token.type === 'opaque' || token.type === 'technical' || token.type === 'number') return true;
	if (token.norm.startsWith("'")) return false;
	if (isFunctionWord(lexicon, token.norm)) return false;
	if (!hasNoun || (lexicon.has(token.norm, 'bad') && !opensObject(words, index + 1))) return true;
	return !startsVerb(words, index);
}

export function isFunctionWord(lexicon: Lexicon, word: string): boolean {
	return (
		lexicon.has(word, 'preposition') ||
		lexicon.has(word, 'conjunction') ||
		lexicon.has(word, 'subordinator') ||
		lexicon.has(word, 'modal') ||
		lexicon.has(word, 'negation') ||
		lexicon.has(word, 'adverb') ||
		lexicon.has(word, 'not-a-noun') ||
		lexicon.has(word, 'determiner') ||
		lexicon.has(word, 'possessive') ||
		lexicon.has(word, 'nobody') ||
		lexicon.has(word, 'anybody') ||
		(word in pronouns && word !== 'us') ||
		lexicon.verbsOf(word).some(({lemma}) => beVerbs.has(lemma)) ||
		(word.length > 4 && word.endsWith('ly') && !['daily', 'weekly', 'monthly', 'nightly', 'hourly', 'early', 'family', 'assembly', 'anomaly', 'supply', 'reply', 'yearly', 'friendly', 'untimely', 'costly', 'likely', 'only'].includes(word))
	);
}

/** Whether a word after a noun is the verb of the sentence and not another noun. */
export function startsVerb(words: Words, index: number): boolean {
	const {tokens, lexicon} = words;
	const token = tokens[index];
	if (token?.type !== 'word') return false;
	const readings = lexicon.verbsOf(token.norm);
	if (readings.some(({form}) => form === 'past' || form === 'done')) {
		// "the pushed commit": a participle before a noun is only read as a verb after one.
		return !readings.some(({form}) => form === 'base') || opensObject(words, index + 1);
	}
	if (readings.length === 0) return token.norm.length > 4 && /(?:[^e]ed|fied)$/.test(token.norm) && token.text === token.norm;
	if (readings.some(({form}) => form === 'ing')) return true;
	return opensObject(words, index + 1);
}

/** Whether what follows a word reads as its object or complement, which makes the word a verb. */
function opensObject({tokens, lexicon}: Words, index: number): boolean {
	const {norm = '', type, text = ''} = tokens[index] ?? {};
	if (type === 'mention') return true;
	if (type !== 'word' || text === 'A') return false;
	return (
		['the', 'a', 'an', 'this', 'that', 'these', 'those', 'every', 'any', 'no', 'all', 'to', 'everyone', 'everybody', 'anything', 'everything', 'nothing', 'something', 'somebody', 'someone', 'things', 'it', 'them', 'us', 'me', 'him', 'without', 'too', 'up', 'down'].includes(norm) ||
		lexicon.has(norm, 'possessive') ||
		(norm.endsWith('ing') && lexicon.verbsOf(norm).length > 0)
	);
}

function headOf({tokens}: Words, firstNoun: number, end: number): number {
	let head = end - 1;
	while (head > firstNoun && isLabel(tokens[head])) head--;
	return head;
}

/** `Engineer X`, `operator 3`: a letter or a number after a role is its label. */
function isLabel(token: Token | undefined): boolean {
	return token?.type === 'number' || /^(?:[A-Z]|[A-Z]?\d+)$/.test(token?.text ?? '');
}

function referentOf(words: Words, start: number, firstNoun: number, end: number): Referent {
	const {tokens, lexicon} = words;
	const head = tokens[headOf(words, firstNoun, end)];
	if (head === undefined || head.type === 'opaque') return 'thing';
	const {norm} = head;
	if (norm === 'person' || norm === 'persons') return 'person';
	if (lexicon.has(norm, 'system')) return 'thing';
	if (isNameAt(words, firstNoun) && restIsSurname(words, firstNoun + 1, end)) return 'person';
	if (lexicon.has(norm, 'known-person')) return 'person';
	if (head.type === 'technical') return 'thing';
	const before = tokens[end - 2];
	if (lexicon.has(norm, 'outsider') && !['test', 'deploy'].includes(before?.norm ?? '')) return 'outsider';
	if (lexicon.has(norm, 'role') || lexicon.has(norm, 'people')) {
		const isMachine = lexicon.has(norm, 'machine-or-person') && lexicon.has(before?.norm ?? '', 'machine-modifier');
		return isMachine && end - 1 > firstNoun ? 'thing' : 'person';
	}
	if (lexicon.has(norm, 'member')) return end - 1 > firstNoun && lexicon.has(before?.norm ?? '', 'people') ? 'person' : 'thing';
	if (lexicon.has(norm, 'group-noun') && end - 1 > firstNoun) {
		return lexicon.has(before?.norm ?? '', 'team-prefix') ? 'person' : 'thing';
	}
	if (lexicon.has(norm, 'department') && start === firstNoun && end - start === 1) return 'department';
	return isUnknownName(words, firstNoun, end) ? 'maybe' : 'thing';
}

function isNameAt({tokens, lexicon}: Words, index: number): boolean {
	const {text = '', norm = ''} = tokens[index] ?? {};
	return /^\p{Lu}\p{Ll}/u.test(text) && lexicon.has(norm, 'given-name') && !lexicon.has(norm, 'product-name') && !lexicon.has(norm, 'system');
}

function restIsSurname({tokens, lexicon}: Words, from: number, end: number): boolean {
	for (let index = from; index < end; index++) {
		const {text = '', norm = ''} = tokens[index] ?? {};
		if (!/^\p{Lu}/u.test(text) || /^\p{Lu}{2,}$/u.test(text) || lexicon.has(norm, 'product-name')) return false;
	}
	return true;
}

/** One to three words in capitals, none of them known: a name, of a person or of a product. */
function isUnknownName({tokens, lexicon}: Words, from: number, end: number): boolean {
	if (end - from > 3 || (from === 0 && /(?:s|ing|ed)$/.test(tokens[0]?.norm ?? ''))) return false;
	for (let index = from; index < end; index++) {
		const {text = '', norm = '', type} = tokens[index] ?? {};
		if (type !== 'word' || !/^\p{Lu}\p{Ll}+$/u.test(text)) return false;
		if (lexicon.has(norm, 'product-name') || lexicon.isCommon(norm) || lexicon.has(norm, 'system')) return false;
	}
	return true;
}

function phrase(start: number, end: number, referent: Referent): NounPhrase {
	return {type: 'np', start, end, referent, head: end - 1, owner: undefined};
}
