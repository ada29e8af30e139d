/**
 * What the linear model beside the rules sees of a sentence: its words in pairs, who does what in each clause, and the
 * classes of the lexicon. Names and numbers are told by what they are, never by which. It does not see which rules
 * spoke: the rules know its sentences too well, and it would learn to lean on them.
 */
import type {Clause, Sentence} from '../language/clauses.ts';
import type {Token} from '../language/tokens.ts';
import {type Features, featureOf} from './feature-hash.ts';
import type {RuleReading} from './rule-matches.ts';

/** Classes that say something of a word beyond what it is. */
const tellingClasses = [
	'conduct-adjective',
	'technical-adjective',
	'weak-adjective',
	'conduct-noun',
	'bad',
	'harm',
	'accident',
	'careless-adverb',
	'obvious',
	'duty-noun',
	'signal-noun',
	'role',
	'people',
	'department',
	'outsider',
	'technical-noun',
	'product-name',
];
const verbClasses = [
	'blunder',
	'damage',
	'cause',
	'act',
	'omission',
	'duty',
	'safe-negated',
	'motive',
	'punish',
	'remind',
];

/** The features that a sentence has; `role` is what the text is for. */
export function featuresOf(
	sentence: Sentence,
	role: string | undefined,
	{isAboutBlame, isSpecific}: Pick<RuleReading, 'isAboutBlame' | 'isSpecific'>,
): Features {
	const features = new Set<number>();
	const words = sentence.tokens.map((token) => wordOf(token, sentence));
	const shapes = sentence.tokens.map((token, index) => shapeOf(token, words[index] ?? '', sentence));
	addRuns(words, features);
	addOtherRuns(shapes, words, features);
	for (const token of sentence.tokens) addClasses(token, sentence, features);
	for (const phrase of sentence.phrases.values()) {
		features.add(featureOf('np:', phrase.referent));
		if (phrase.owner === undefined) continue;
		features.add(featureOf('owner:', phrase.owner));
		features.add(featureOf('owner:', phrase.owner, ' ', words[phrase.head]));
	}
	for (const clause of sentence.clauses) addClause(clause, words, sentence, features);
	if (role === 'action') features.add(featureOf('for:action')).add(featureOf(isSpecific ? 'specific' : 'open'));
	if (isAboutBlame) features.add(featureOf('about blame'));
	return features;
}

/** Words alone, in twos, and in twos with one between them. */
function addRuns(words: readonly string[], features: Set<number>): void {
	for (let index = 0; index <= words.length; index++) addRunsAt(words, index, features);
}

/** The runs of the shapes that are not runs of the words as well. */
function addOtherRuns(shapes: readonly string[], words: readonly string[], features: Set<number>): void {
	const differs = (index: number): boolean => shapes[index] !== words[index];
	for (let index = 0; index <= shapes.length; index++) {
		if (differs(index) || differs(index - 1) || differs(index - 2)) addRunsAt(shapes, index, features);
	}
}

function addRunsAt(words: readonly string[], index: number, features: Set<number>): void {
	const last = words[index] ?? '$';
	features.add(featureOf(last));
	features.add(featureOf(words[index - 1] ?? '^', ' ', last));
	features.add(featureOf(words[index - 2] ?? '^', ' _ ', last));
}

/** The word's base form, or the kind of people that it means. */
function shapeOf({norm, type}: Token, word: string, {lexicon}: Sentence): string {
	if (type !== 'word' || word === 'NAME') return word;
	if (lexicon.has(norm, 'role')) return 'ROLE';
	if (lexicon.has(norm, 'people') || lexicon.has(norm, 'department')) return 'TEAM';
	if (lexicon.has(norm, 'outsider')) return 'OUTSIDER';
	return lexicon.verbsOf(norm)[0]?.lemma ?? norm;
}

function wordOf({type, norm}: Token, {lexicon}: Sentence): string {
	switch (type) {
		case 'mention':
			return 'NAME';
		case 'number':
			return '0';
		case 'technical':
			return /\d/.test(norm) ? 'ID' : 'TERM';
		case 'opaque':
			return 'CODE';
		case 'mark':
			return norm;
		case 'word':
			return lexicon.has(norm, 'given-name') && !lexicon.has(norm, 'product-name') ? 'NAME' : norm;
	}
}

function addClasses({norm, type}: Token, {lexicon}: Sentence, features: Set<number>): void {
	if (type !== 'word') return;
	for (const name of tellingClasses) if (lexicon.has(norm, name)) features.add(featureOf('class:', name));
	const [reading] = lexicon.verbsOf(norm);
	if (reading !== undefined && reading.lemma !== norm) features.add(featureOf('lemma:', reading.lemma));
}

function addClause(clause: Clause, words: readonly string[], {lexicon}: Sentence, features: Set<number>): void {
	const {subject, verb, agent, explained, opening} = clause;
	const who = subject?.referent ?? 'none';
	const not = verb.negated ? ' not' : '';
	const voice = verb.passive ? (agent === undefined ? 'passive' : `passive by ${agent.referent}`) : 'active';
	const mood = `${verb.modal ?? ''}${verb.perfect ? ' perfect' : ''}${not}`;
	const head = subject === undefined ? '' : (words[subject.head] ?? '');
	const add = (first: string, second: string, third = '', fourth = ''): void => {
		features.add(featureOf(first, second, third, fourth));
	};
	add(who, ' ', voice);
	add(who, ' ', voice, mood);
	add(who, ' ', verb.lemma);
	add(voice, ' ', verb.lemma, not);
	add(who, explained ? ' explained ' : ' unexplained ', mood);
	add('subject ', head, ' ', verb.lemma);
	if (verb.passive) add('passive subject ', head, not);
	if (opening !== undefined) add(opening, ': ', who, mood);
	for (const kind of verbClasses) {
		if (!lexicon.isVerb(verb.lemma, verb.particles, kind)) continue;
		add(who, kind, voice, not);
		add('@', kind, voice);
	}
	for (const adverb of verb.adverbs) add(who, ' ~', adverb);
	addObject(clause, who, words, features);
}

function addObject(
	{verb, object, complement}: Clause,
	who: string,
	words: readonly string[],
	features: Set<number>,
): void {
	if (complement !== undefined) features.add(featureOf(who, verb.lemma, ' to ', complement.lemma));
	if (object === undefined) return;
	const thing = words[object.head] ?? '';
	features.add(featureOf(verb.lemma, ' > ', thing));
	features.add(featureOf(who, ' > ', thing));
	features.add(featureOf(who, ' > ', object.referent));
}
