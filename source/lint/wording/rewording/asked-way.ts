/** Asks what would have opened the way to something that people were too slow, too proud or not able to do. */
import type {Sentence} from '../../language/clauses.ts';
import {namesSomebody, withoutOwners} from './things.ts';
import type {Outline} from './units.ts';

const unsuited = new Set(
	'be have know get do become blame handle believe understand keep want see expect think save face look spell'.split(
		' ',
	),
);
const lacks =
	/^(?:skills?|experience|knowledge|competence|courage|patience|time|interest|bothered|unable|failed|hesitated|unwilling|reluctant|supposed|expected|meant)$/;

/** The question, or undefined where nothing in the sentence is out of somebody's reach. */
export function askedWay(sentence: Sentence, {opening, end, units}: Outline): string | undefined {
	const {tokens, lexicon} = sentence;
	if (units.length === 0 || units.length > 2 || tokens.at(-1)?.text === '?') return undefined;
	const liking = likingOf(sentence);
	if (liking !== undefined) return liking;
	const to = tokens.findIndex(({norm}, at) => norm === 'to' && at > opening + 1 && isOutOfReach(at, sentence));
	const lemma = lexicon.verbsOf(tokens[to + 1]?.norm ?? '').find(({form}) => form === 'base')?.lemma;
	if (to < 0 || lemma === undefined || unsuited.has(lemma)) return undefined;
	const stop = tokens.findIndex(
		({norm, type}, at) =>
			at > to && ((type === 'mark' && norm !== '-') || /^(?:and|but|because|so|when|as|since|who|which)$/.test(norm)),
	);
	const last = stop < 0 ? end : Math.min(stop, end);
	if (last - to < 2 || last - to > 12 || namesSomebody(sentence, to + 2, last) || last < end - 6) return undefined;
	const present = tokens.slice(opening, to).some(({norm}) => /^(?:is|are|'s|lacks?|does|do|has)$/.test(norm));
	return `What would ${present ? 'make' : 'have made'} it easier ${withoutOwners(sentence, to, last)}?`;
}

/** `did not feel like waiting for approval` */
function likingOf(sentence: Sentence): string | undefined {
	const {tokens, lexicon} = sentence;
	const at = tokens.findIndex(({norm}, index) => norm === 'like' && tokens[index - 1]?.norm === 'feel');
	const lemma = lexicon.verbsOf(tokens[at + 1]?.norm ?? '').find(({form}) => form === 'ing')?.lemma;
	const end = tokens.findLastIndex(({type}) => type !== 'mark') + 1;
	if (at < 0 || lemma === undefined || unsuited.has(lemma) || namesSomebody(sentence, at + 2, end)) return undefined;
	const isOpen = tokens.slice(at, end).every(({type}) => type !== 'mark');
	return isOpen
		? `What would have made it easier to ${`${lemma} ${withoutOwners(sentence, at + 2, end)}`.trim()}?`
		: undefined;
}

function isOutOfReach(to: number, {tokens}: Sentence): boolean {
	const before = tokens[to - 1]?.norm ?? '';
	return lacks.test(before) || (tokens[to - 2]?.norm === 'too' && !/^(?:little|much|many|few|.*ly)$/.test(before));
}
