/** Whether a clause is like a pattern of a rule. */
import type {Clause, Sentence} from '../language/clauses.ts';
import {bareVerb, type Lexicon} from '../language/lexicon.ts';
import type {NounPhrase} from '../language/noun-phrases.ts';
import {findPattern, type PhrasePattern, readPattern} from './phrase-pattern.ts';
import type {ClausePattern} from './rule.ts';

/** A clause pattern, read. */
export type ReadClausePattern = {
	/** The verbs of which the clause must have one; undefined where any will do. Most patterns are passed over by them. */
	readonly verbs: ReadonlySet<string> | undefined;
	/** What a clause has to pass, the cheapest first. */
	readonly conditions: readonly Condition[];
};

type Condition = (clause: Clause, sentence: Sentence) => boolean;

/** Throws where the pattern names a class that the lexicon does not have. */
export function readClausePattern(pattern: ClausePattern, lexicon: Lexicon): ReadClausePattern {
	const conditions = [
		is(pattern.voice, ({verb}) => (verb.passive ? 'passive' : 'active')),
		is(pattern.negated, ({verb, subject}) => verb.negated || subject?.referent === 'nobody'),
		is(pattern.past, ({verb}) => verb.past),
		is(pattern.perfect, ({verb}) => verb.perfect),
		is(pattern.finite, ({verb}) => verb.finite),
		is(pattern.explained, ({explained}) => explained),
		isAmong(pattern.subject, ({subject}) => subject?.referent),
		isAmong(pattern.modal, ({verb}) => verb.modal),
		isAmong(pattern.opening, ({opening}) => opening),
		isAmong(pattern.owner, ({subject}) => subject?.owner),
		isAmong(pattern.agent, ({agent}) => agent?.referent),
		isAmong(pattern.objectReferent, ({object}) => object?.referent),
		listed(pattern.verb, lexicon, isVerb),
		listed(pattern.complement, lexicon, hasComplement),
		listed(pattern.subjectWord, lexicon, (list, {subject}, sentence) => holdsWord(list, subject, sentence)),
		listed(pattern.object, lexicon, (list, {object}, sentence) => holdsWord(list, object, sentence)),
		listed(pattern.adverb, lexicon, hasAdverb),
		followed(pattern.after, lexicon),
	].filter((condition) => condition !== undefined);
	return {verbs: pattern.verb === undefined ? undefined : verbsOf(pattern.verb, lexicon), conditions};
}

function verbsOf(list: string, lexicon: Lexicon): ReadonlySet<string> {
	return new Set(
		list.split(' ').flatMap((item) => (item.startsWith('@') ? lexicon.verbsIn(item.slice(1)) : [bareVerb(item)])),
	);
}

/** The verbs that the clauses of a sentence may have: of `left` both `leave` and itself. */
export function verbsOfClauses({clauses, lexicon}: Sentence): readonly string[] {
	return clauses.flatMap(({verb: {lemma}}) => [lemma, ...lexicon.verbsOf(lemma).map((reading) => reading.lemma)]);
}

/** Whether one of these verbs may be the pattern's. */
export function mayMatch({verbs}: ReadClausePattern, ofClauses: readonly string[]): boolean {
	if (verbs === undefined) return true;
	for (const verb of ofClauses) if (verbs.has(verb)) return true;
	return false;
}

/** Whether the clause is like the pattern in all that the pattern says. */
export function matchesClause(pattern: ReadClausePattern, clause: Clause, sentence: Sentence): boolean {
	for (const condition of pattern.conditions) if (!condition(clause, sentence)) return false;
	return true;
}

function is<Value>(wanted: Value | undefined, actual: (clause: Clause) => Value): Condition | undefined {
	return wanted === undefined ? undefined : (clause) => actual(clause) === wanted;
}

/** Of words separated by spaces one; false for none at all. */
function isAmong(
	wanted: string | false | undefined,
	wordOf: (clause: Clause) => string | undefined,
): Condition | undefined {
	if (wanted === undefined) return undefined;
	if (wanted === false) return (clause) => wordOf(clause) === undefined;
	const words = new Set(wanted.split(' '));
	return (clause) => {
		const word = wordOf(clause);
		return word !== undefined && words.has(word);
	};
}

type List = readonly string[];

function listed(
	words: string | undefined,
	lexicon: Lexicon,
	holds: (list: List, clause: Clause, sentence: Sentence) => boolean,
): Condition | undefined {
	if (words === undefined) return undefined;
	const list = words.split(' ');
	for (const item of list) {
		if (item.startsWith('@') && !lexicon.knows(item.slice(1))) throw new Error(`no class of words is called ${item}`);
	}
	return (clause, sentence) => holds(list, clause, sentence);
}

/** Whether one of the phrases stands behind the verb. */
function followed(sources: readonly string[] | undefined, lexicon: Lexicon): Condition | undefined {
	if (sources === undefined) return undefined;
	const phrases: readonly PhrasePattern[] = sources.map((source) => readPattern(source, lexicon));
	return ({verb}, sentence) => phrases.some((phrase) => findPattern(phrase, sentence, verb.main + 1) !== undefined);
}

/** Whether a word is one of a list of words and `@classes`. */
function isListed(list: List, word: string, lexicon: Lexicon): boolean {
	return list.some((item) => (item.startsWith('@') ? lexicon.has(word, item.slice(1)) : item === word));
}

function isVerb(list: List, {verb}: Clause, {lexicon}: Sentence): boolean {
	const lemma = lexicon.verbsOf(verb.lemma).find(({form}) => form === 'done' || form === 'past')?.lemma ?? verb.lemma;
	return list.some((item) =>
		item.startsWith('@')
			? lexicon.isVerb(verb.lemma, verb.particles, item.slice(1)) ||
				lexicon.isVerb(lemma, verb.particles, item.slice(1))
			: item === verb.lemma || verb.particles.some((particle) => item === `${verb.lemma}_${particle}`),
	);
}

function hasComplement(list: List, {complement}: Clause, {lexicon}: Sentence): boolean {
	if (complement === undefined) return false;
	return list.some(
		(item) =>
			item === '*' ||
			(item.startsWith('@')
				? lexicon.isVerb(complement.lemma, complement.particles, item.slice(1))
				: item === complement.lemma),
	);
}

function holdsWord(list: List, phrase: NounPhrase | undefined, {tokens, lexicon}: Sentence): boolean {
	if (phrase === undefined) return false;
	return tokens
		.slice(phrase.start, phrase.end)
		.some(({norm, type}) => type !== 'opaque' && isListed(list, norm, lexicon));
}

/** Adverbs stand within the verb group, right before it, or right after verb and object. */
function hasAdverb(list: List, clause: Clause, {tokens, lexicon}: Sentence): boolean {
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
