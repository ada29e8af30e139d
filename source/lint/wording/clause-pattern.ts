/** Whether a clause is like a pattern of a rule. */
import type {Clause, Sentence} from '../language/clauses.ts';
import type {Lexicon} from '../language/lexicon.ts';
import type {NounPhrase} from '../language/noun-phrases.ts';
import {findPattern, type PhrasePattern, readPattern} from './phrase-pattern.ts';
import type {ClausePattern} from './rule.ts';

/** A clause pattern with its lists cut up and its phrases read. */
export type ReadClausePattern = Omit<ClausePattern, 'after'> & {
	readonly lists: ReadonlyMap<keyof ClausePattern, readonly string[]>;
	readonly after: readonly PhrasePattern[] | undefined;
};

const listKeys = [
	'subject',
	'subjectWord',
	'owner',
	'agent',
	'verb',
	'complement',
	'object',
	'objectReferent',
	'adverb',
] as const;

/** Throws where the pattern names a class that the lexicon does not have. */
export function readClausePattern(pattern: ClausePattern, lexicon: Lexicon): ReadClausePattern {
	const lists = new Map<keyof ClausePattern, readonly string[]>();
	for (const key of listKeys) {
		const list = pattern[key]?.split(' ');
		if (list === undefined) continue;
		for (const item of list) {
			if (item.startsWith('@') && !lexicon.knows(item.slice(1))) throw new Error(`no class of words is called ${item}`);
		}
		lists.set(key, list);
	}
	const {after, ...rest} = pattern;
	return {...rest, lists, after: after?.map((source) => readPattern(source, lexicon))};
}

/** Whether the clause is like the pattern in all that the pattern says. */
export function matchesClause(pattern: ReadClausePattern, clause: Clause, sentence: Sentence): boolean {
	const {verb} = clause;
	const {lists} = pattern;
	const negated = verb.negated || clause.subject?.referent === 'nobody';
	return (
		(pattern.voice === undefined || pattern.voice === (verb.passive ? 'passive' : 'active')) &&
		(pattern.negated === undefined || pattern.negated === negated) &&
		(pattern.past === undefined || pattern.past === verb.past) &&
		(pattern.perfect === undefined || pattern.perfect === verb.perfect) &&
		(pattern.finite === undefined || pattern.finite === verb.finite) &&
		(pattern.explained === undefined || pattern.explained === clause.explained) &&
		matchesWord(pattern.modal, verb.modal) &&
		matchesWord(pattern.opening, clause.opening) &&
		isOneOf(lists.get('subject'), clause.subject?.referent) &&
		isOneOf(lists.get('owner'), clause.subject?.owner) &&
		isOneOf(lists.get('agent'), clause.agent?.referent) &&
		isOneOf(lists.get('objectReferent'), clause.object?.referent) &&
		isVerb(lists.get('verb'), clause, sentence) &&
		hasComplement(lists.get('complement'), clause, sentence) &&
		holdsWord(lists.get('subjectWord'), clause.subject, sentence) &&
		holdsWord(lists.get('object'), clause.object, sentence) &&
		hasAdverb(lists.get('adverb'), clause, sentence) &&
		(pattern.after === undefined ||
			pattern.after.some((phrase) => findPattern(phrase, sentence, verb.main + 1) !== undefined))
	);
}

/** Whether a word is one of a list of words and `@classes`. */
export function isListed(list: readonly string[], word: string, lexicon: Lexicon): boolean {
	return list.some((item) => (item.startsWith('@') ? lexicon.has(word, item.slice(1)) : item === word));
}

function matchesWord(wanted: string | false | undefined, actual: string | undefined): boolean {
	if (wanted === undefined) return true;
	return wanted === false ? actual === undefined : actual !== undefined && wanted.split(' ').includes(actual);
}

function isOneOf(list: readonly string[] | undefined, actual: string | undefined): boolean {
	return list === undefined || (actual !== undefined && list.includes(actual));
}

function isVerb(list: readonly string[] | undefined, {verb}: Clause, {lexicon}: Sentence): boolean {
	if (list === undefined) return true;
	const lemma = lexicon.verbsOf(verb.lemma).find(({form}) => form === 'done' || form === 'past')?.lemma ?? verb.lemma;
	return list.some((item) =>
		item.startsWith('@')
			? lexicon.isVerb(verb.lemma, verb.particles, item.slice(1)) ||
				lexicon.isVerb(lemma, verb.particles, item.slice(1))
			: item === verb.lemma || verb.particles.some((particle) => item === `${verb.lemma}_${particle}`),
	);
}

function hasComplement(list: readonly string[] | undefined, clause: Clause, {lexicon}: Sentence): boolean {
	if (list === undefined) return true;
	const {complement} = clause;
	if (complement === undefined) return false;
	return list.some(
		(item) =>
			item === '*' ||
			(item.startsWith('@')
				? lexicon.isVerb(complement.lemma, complement.particles, item.slice(1))
				: item === complement.lemma),
	);
}

function holdsWord(
	list: readonly string[] | undefined,
	phrase: NounPhrase | undefined,
	{tokens, lexicon}: Sentence,
): boolean {
	if (list === undefined) return true;
	if (phrase === undefined) return false;
	return tokens
		.slice(phrase.start, phrase.end)
		.some(({norm, type}) => type !== 'opaque' && isListed(list, norm, lexicon));
}

/** Adverbs stand within the verb group, right before it, or right after verb and object. */
function hasAdverb(list: readonly string[] | undefined, clause: Clause, {tokens, lexicon}: Sentence): boolean {
	if (list === undefined) return true;
	const {verb, object} = clause;
	const after = object?.end ?? verb.end;
	const near = [
		tokens[verb.start - 1],
		tokens[verb.end],
		tokens[after],
		tokens[after + 1],
		tokens[clause.end - 1],
		tokens[clause.end - 2],
	];
	return [...verb.adverbs, ...near.map((token) => token?.norm ?? '')].some((word) => isListed(list, word, lexicon));
}
