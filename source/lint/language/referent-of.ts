/** Whom a noun phrase means: a person on our side, somebody outside, or a thing. */
import type {Referent} from './referent.ts';
import type {Token} from './tokens.ts';
import type {Words} from './word-kinds.ts';

/** The nouns of a phrase, without its opening: indices into the tokens, half-open. */
export type NounRange = {readonly first: number; readonly end: number};

/** Whom the nouns mean; `isBare` says that no article or the like stands before them. */
export function referentOf(words: Words, nouns: NounRange, isBare: boolean): Referent {
	const {tokens, lexicon} = words;
	const head = tokens[headOf(words, nouns)];
	if (head === undefined || head.type === 'opaque' || lexicon.has(head.norm, 'system')) return 'thing';
	if (isNameAt(words, nouns.first) && restIsSurname(words, nouns.first + 1, nouns.end)) return 'person';
	if (lexicon.has(head.norm, 'known-person')) return 'person';
	const before = nouns.end - 1 > nouns.first ? (tokens[nouns.end - 2]?.norm ?? '') : '';
	const isTier = lexicon.has(before, 'tier');
	const isAlone = before === '' || isTier || lexicon.has(before, 'level');
	if (isBare && isAlone && (isTier ? lexicon.has(head.norm, 'department') : isDepartment(words, head)))
		return 'department';
	if (head.type === 'technical') return 'thing';
	const known = knownReferent(words, head.norm, before);
	if (known !== undefined) return known;
	if (
		isBare ? before === '' && lexicon.has(head.norm, 'bare-collective') : isAlone && isOurCollective(words, nouns, head)
	) {
		return 'person';
	}
	return isUnknownName(words, nouns) ? 'maybe' : 'thing';
}

/** Index of the token that carries the meaning: the last noun but for a label. */
export function headOf({tokens}: Words, {first, end}: NounRange): number {
	let head = end - 1;
	while (head > first && isLabel(tokens[head])) head--;
	return head;
}

/** Whether a given name stands there in capitals that no product has taken. */
export function isNameAt({tokens, lexicon}: Words, index: number): boolean {
	const {text = '', norm = ''} = tokens[index] ?? {};
	return (
		/^\p{Lu}\p{Ll}/u.test(text) &&
		lexicon.has(norm, 'given-name') &&
		!lexicon.has(norm, 'product-name') &&
		!lexicon.has(norm, 'system')
	);
}

/** `Operations`, not `read and write operations`; in a chat without any capitals, either. */
function isDepartment({tokens, lexicon}: Words, {norm, text}: Token): boolean {
	const isCapital = text !== norm || tokens[0]?.text === tokens[0]?.norm;
	return isCapital && lexicon.has(norm, 'department');
}

/** `The helpdesk`, `our management`, `the previous shift`, and not `a shift`. */
function isOurCollective({tokens, lexicon}: Words, {first}: NounRange, {norm}: Token): boolean {
	const opening = tokens[first - 1]?.norm ?? '';
	return lexicon.has(norm, 'collective') && (opening === 'the' || lexicon.has(opening, 'possessive'));
}

/** What the lexicon says of a noun with the one before it, or undefined where it knows nothing. */
function knownReferent({lexicon}: Words, noun: string, before: string): Referent | undefined {
	if (lexicon.has(noun, 'person-noun')) return 'person';
	if (lexicon.has(noun, 'outsider')) return 'outsider';
	if (lexicon.has(noun, 'role') || lexicon.has(noun, 'people')) {
		const isMachine = lexicon.has(noun, 'machine-or-person') && lexicon.has(before, 'machine-modifier');
		return isMachine ? 'thing' : 'person';
	}
	if (lexicon.has(noun, 'desk') && lexicon.has(before, 'desk-prefix')) return 'person';
	if (lexicon.has(noun, 'member')) return lexicon.has(before, 'people') ? 'person' : 'thing';
	if (lexicon.has(noun, 'group-noun') && before !== '') return lexicon.has(before, 'team-prefix') ? 'person' : 'thing';
	return undefined;
}

/** `Engineer X`, `operator 3`: a letter or a number after a role is its label. */
function isLabel(token: Token | undefined): boolean {
	return token?.type === 'number' || /^(?:[A-Z]|[A-Z]?\d+)$/.test(token?.text ?? '');
}

function restIsSurname({tokens, lexicon}: Words, from: number, end: number): boolean {
	return tokens
		.slice(from, end)
		.every(({text, norm}) => /^\p{Lu}(?!\p{Lu}*$)/u.test(text) && !lexicon.has(norm, 'product-name'));
}

/** One to three words in capitals, none of them known: a name, of a person or of a product. */
function isUnknownName({tokens, lexicon}: Words, {first, end}: NounRange): boolean {
	if (end - first > 3 || (first === 0 && /(?:s|ing|ed)$/.test(tokens[0]?.norm ?? ''))) return false;
	return tokens
		.slice(first, end)
		.every(
			({text, norm, type}) =>
				type === 'word' &&
				/^\p{Lu}\p{Ll}+$/u.test(text) &&
				!lexicon.has(norm, 'product-name') &&
				!lexicon.isCommon(norm) &&
				!lexicon.has(norm, 'system'),
		);
}
