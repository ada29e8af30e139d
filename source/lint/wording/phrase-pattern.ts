/**
 * Phrases as data. A pattern is a row of elements separated by spaces:
 *
 *     word            the word itself, in lower case
 *     {forget}        any form of the verb
 *     <obvious>       any word of the class, or any form of a verb of the class
 *     [person,they]   a noun phrase that means one of these; [np] any, [thing+person] one that a person owns
 *     a|b             either
 *     a?              may be missing
 *     ..              up to three words of any kind, ..6 up to six; never past a mark like ; or :
 *     ^  $            the sentence begins or ends here; it begins anew behind a label: Action: …
 */
import type {Sentence} from '../language/clauses.ts';
import type {Lexicon} from '../language/lexicon.ts';

type Atom =
	| {type: 'word'; word: string}
	| {type: 'verb'; lemma: string}
	| {type: 'class'; name: string}
	| {type: 'phrase'; kinds: readonly {referent: string; owner: string | undefined}[]};

type Element =
	| {type: 'one'; atoms: readonly Atom[]; optional: boolean}
	| {type: 'gap'; most: number}
	| {type: 'start'}
	| {type: 'end'};

export type PhrasePattern = readonly Element[];

/** Indices of tokens, half-open. */
export type TokenRange = {readonly start: number; readonly end: number};

/** A pattern, read. Throws where the pattern names a class that the lexicon does not have. */
export function readPattern(source: string, lexicon: Lexicon): PhrasePattern {
	return source.split(' ').map((part): Element => {
		if (part === '^') return {type: 'start'};
		if (part === '$') return {type: 'end'};
		if (part.startsWith('..') && part !== '...') return {type: 'gap', most: Number(part.slice(2) || 3)};
		const optional = part.endsWith('?') && part.length > 1;
		const atoms = (optional ? part.slice(0, -1) : part).split('|').map((text) => readAtom(text, lexicon));
		return {type: 'one', atoms, optional};
	});
}

/** The first place at or after `from` and before `to` where the pattern matches. */
export function findPattern(
	pattern: PhrasePattern,
	sentence: Sentence,
	from = 0,
	to = sentence.tokens.length,
): TokenRange | undefined {
	const fixed = pattern[0]?.type === 'start';
	for (let start = from; start < (fixed ? Math.min(from + 4, to) : to); start++) {
		const end = matchAt(pattern, 0, sentence, start, to);
		if (end !== undefined) return {start, end};
	}
	return undefined;
}

/**
 * What a sentence must hold for the pattern to have a chance: of each row at least one. Words stand as they are, verbs
 * as `=lemma`, people as `#person`, classes as `<name>`; the same as in `traitsOf`.
 */
export function needsOf(pattern: PhrasePattern): string[][] {
	return pattern.flatMap((element) => {
		if (element.type !== 'one' || element.optional) return [];
		const rows = element.atoms.map(needsOfAtom);
		return rows.includes(undefined) ? [] : [rows.flatMap((row) => row ?? [])];
	});
}

/** The words, verbs, classes and people of a sentence, for `needsOf`. */
export function traitsOf({tokens, lexicon, phrases}: Sentence): ReadonlySet<string> {
	const traits = new Set<string>();
	for (const {norm} of tokens) {
		if (traits.has(norm)) continue;
		traits.add(norm);
		for (const {lemma} of lexicon.verbsOf(norm)) traits.add(`=${lemma}`);
		for (const name of lexicon.classesOf(norm)) traits.add(`<${name}>`);
	}
	for (const {referent} of phrases.values()) traits.add(`#${referent}`);
	return traits;
}

function needsOfAtom(atom: Atom): string[] | undefined {
	switch (atom.type) {
		case 'word':
			return [atom.word];
		case 'verb':
			return [`=${atom.lemma}`];
		case 'phrase':
			return atom.kinds.some(({referent}) => referent === 'np')
				? undefined
				: atom.kinds.map(({referent}) => `#${referent}`);
		case 'class':
			return [`<${atom.name}>`];
	}
}

function readAtom(text: string, lexicon: Lexicon): Atom {
	const inner = text.slice(1, -1);
	if (text.startsWith('{')) return {type: 'verb', lemma: inner};
	if (text.startsWith('[')) {
		const kinds = inner.split(',').map((kind) => {
			const [referent = '', owner] = kind.split('+');
			return {referent, owner};
		});
		return {type: 'phrase', kinds};
	}
	if (!text.startsWith('<') || text.length < 3) return {type: 'word', word: text};
	if (!lexicon.knows(inner)) throw new Error(`no class of words is called ${inner}`);
	return {type: 'class', name: inner};
}

/** The end of the first way in which the elements from `at` on match at the token, or undefined. */
function matchAt(
	pattern: PhrasePattern,
	at: number,
	sentence: Sentence,
	index: number,
	to: number,
): number | undefined {
	const element = pattern[at];
	if (element === undefined) return index;
	const rest = (next: number) => matchAt(pattern, at + 1, sentence, next, to);
	switch (element.type) {
		case 'start':
			return opensSentence(sentence, index) ? rest(index) : undefined;
		case 'end':
			return closesSentence(sentence, index) ? rest(index) : undefined;
		case 'gap':
			return matchGap(element.most, sentence, index, to, rest);
		case 'one':
			return matchOne(element, sentence, index, to, rest);
	}
}

type Rest = (index: number) => number | undefined;

function matchGap(most: number, {tokens}: Sentence, index: number, to: number, rest: Rest): number | undefined {
	for (let next = index; next <= Math.min(index + most, to); next++) {
		const end = rest(next);
		if (end !== undefined || /^[;:()]$/.test(tokens[next]?.norm ?? ';')) return end;
	}
	return undefined;
}

function matchOne(
	{atoms, optional}: Element & {type: 'one'},
	sentence: Sentence,
	index: number,
	to: number,
	rest: Rest,
): number | undefined {
	for (const atom of index < to ? atoms : []) {
		const next = matchAtom(atom, sentence, index);
		const end = next === undefined ? undefined : rest(next);
		if (end !== undefined) return end;
	}
	return optional ? rest(index) : undefined;
}

function matchAtom(atom: Atom, {tokens, lexicon, phrases}: Sentence, index: number): number | undefined {
	const {norm = '', type} = tokens[index] ?? {};
	switch (atom.type) {
		case 'word':
			return norm === atom.word && type !== 'opaque' ? index + 1 : undefined;
		case 'verb':
			return lexicon.verbsOf(norm).some(({lemma}) => lemma === atom.lemma) ? index + 1 : undefined;
		case 'class':
			return lexicon.classesOf(norm).includes(atom.name) ? index + 1 : undefined;
		case 'phrase': {
			const phrase = phrases.get(index);
			if (phrase === undefined) return undefined;
			const isMeant = atom.kinds.some(
				({referent, owner}) =>
					(referent === 'np' || referent === phrase.referent) && (owner === undefined || owner === phrase.owner),
			);
			return isMeant ? phrase.end : undefined;
		}
	}
}

/** Behind a label it begins anew: `Action: …`, `Next steps: …`. */
function opensSentence({tokens, lexicon}: Sentence, index: number): boolean {
	const isLabelled = index > 1 && index <= 3 && tokens[index - 1]?.norm === ':';
	if (isLabelled && tokens.slice(0, index - 1).every(({norm}) => lexicon.has(norm, 'label'))) return true;
	for (let before = index - 1; before >= 0; before--) if (tokens[before]?.type === 'word') return false;
	return true;
}

function closesSentence({tokens}: Sentence, index: number): boolean {
	for (let after = index; after < tokens.length; after++) if (tokens[after]?.type !== 'mark') return false;
	return true;
}
