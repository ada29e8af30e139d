/** A sentence cut into noun phrases, verb groups and the words between them. */
import type {VerbReading} from './lexicon.ts';
import {type NounPhrase, nounPhraseAt} from './noun-phrases.ts';
import {type VerbGroup, verbGroupAt} from './verb-groups.ts';
import type {Words} from './word-kinds.ts';

export type WordPart = {readonly type: 'word'; readonly start: number; readonly end: number; readonly norm: string};

export type SentencePart = NounPhrase | VerbGroup | WordPart;

/** The parts in order, without loose adverbs. */
export function partsOf(words: Words): SentencePart[] {
	const parts: SentencePart[] = [];
	for (let index = 0; index < words.tokens.length; ) {
		const part = partAt(words, index, parts.at(-1));
		parts.push(part);
		index = Math.max(part.end, index + 1);
	}
	return parts.filter((part) => part.type !== 'word' || !words.lexicon.has(part.norm, 'adverb'));
}

function partAt(words: Words, index: number, before: SentencePart | undefined): SentencePart {
	const afterNoun = before?.type === 'np';
	const verb = opensVerb(words, index, before) ? verbGroupAt(words, index, afterNoun) : undefined;
	return (
		verb ??
		nounPhraseAt(words, index) ??
		verbGroupAt(words, index, afterNoun) ?? {
			type: 'word',
			start: index,
			end: index + 1,
			norm: words.tokens[index]?.norm ?? '',
		}
	);
}

/** Where a word can be verb or noun: what stands before it decides. */
function opensVerb(words: Words, index: number, before: SentencePart | undefined): boolean {
	const {tokens, lexicon} = words;
	const {norm = '', type} = tokens[index] ?? {};
	if (type !== 'word') return false;
	if (norm.endsWith('ing') && lexicon.has(norm, 'preposition')) return false;
	if (before?.type === 'np') return true;
	const readings = lexicon.verbsOf(norm);
	if (norm === 'to') return lexicon.verbsOf(tokens[index + 1]?.norm ?? '').some(({form}) => form === 'base');
	if (readings.length === 0) return false;
	if (before === undefined) return opensImperative(words, index);
	if (before.type === 'verb') {
		return readings.some(({form}) => form === 'ing' || (form === 'done' && before.lemma === 'get'));
	}
	return opensVerbBehind(words, index, before.norm);
}

/** The same behind a word that is neither noun nor verb. */
function opensVerbBehind(words: Words, index: number, before: string): boolean {
	const {lexicon} = words;
	const forms = new Set(lexicon.verbsOf(words.tokens[index]?.norm ?? '').map(({form}) => form));
	if (lexicon.has(before, 'relative') || before === 'to' || before === 'please') return true;
	if (['and', 'or', 'but', 'then', 'never', 'not'].includes(before)) {
		return (forms.size > 1 || !forms.has('s')) && !isNounBefore(words, index + 1);
	}
	if (lexicon.has(before, 'preposition') || lexicon.has(before, 'subordinator')) {
		return forms.has('ing') || forms.has('past');
	}
	return /^[-*:;.\]),]$/.test(before) ? opensImperative(words, index) : forms.has('past');
}

/** Whether the word at the index can only be the verb of what stands before it, which then is a noun. */
function isNounBefore({tokens, lexicon}: Words, index: number): boolean {
	const {norm = ''} = tokens[index] ?? {};
	return (
		lexicon.verbsOf(norm).some(({form, lemma}) => form === 'past' && lemma !== 'read') || lexicon.has(norm, 'modal')
	);
}

const isFrequency = new Set(['always', 'never', 'often', 'constantly', 'regularly', 'usually']);

function isTold({form}: VerbReading): boolean {
	return form === 's' || form === 'past';
}

/** A sentence that begins with a bare verb is an order, unless a finite verb follows at once. */
function opensImperative(words: Words, index: number): boolean {
	const {tokens, lexicon} = words;
	const forms = new Set(lexicon.verbsOf(tokens[index]?.norm ?? '').map(({form}) => form));
	if (!forms.has('base')) return forms.has('past') || forms.has('done');
	const next = tokens[index + 1];
	if (next === undefined || next.type === 'number' || next.norm === 'not' || next.norm === "'s") return false;
	if (lexicon.has(next.norm, 'modal')) return false;
	if (isFrequency.has(next.norm) && lexicon.verbsOf(tokens[index + 2]?.norm ?? '').some(isTold)) return false;
	return !lexicon.verbsOf(next.norm).some(({form}) => form === 'past' || form === 's') || next.norm.endsWith('ts');
}
