/**
 * What the linear model beside the rules sees of a sentence: its words in pairs, who does what in each clause, the
 * classes of the lexicon, and the rules that spoke. Names and numbers are told by what they are, never by which.
 */
import type {Clause, Sentence} from '../language/clauses.ts';
import type {Token} from '../language/tokens.ts';
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

/** The features that a sentence has, each once; `role` is what the text is for. */
export function featuresOf(
	sentence: Sentence,
	role: string | undefined,
	{found, isAboutBlame, isSpecific}: RuleReading,
): Set<string> {
	const features = new Set<string>();
	const words = sentence.tokens.map((token) => wordOf(token, sentence));
	addRuns(words, features);
	addRuns(
		sentence.tokens.map((token, index) => shapeOf(token, words[index] ?? '', sentence)),
		features,
	);
	for (const token of sentence.tokens) addClasses(token, sentence, features);
	for (const phrase of sentence.phrases.values()) {
		features.add(`np:${phrase.referent}`);
		if (phrase.owner !== undefined)
			features.add(`owner:${phrase.owner}`).add(`owner:${phrase.owner} ${words[phrase.head]}`);
	}
	for (const clause of sentence.clauses) addClause(clause, words, sentence, features);
	if (role === 'action') features.add('for:action').add(isSpecific ? 'for:action specific' : 'for:action open');
	if (isAboutBlame) features.add('about blame');
	for (const {read} of found) features.add(`rule:${read.rule.id}`).add('rule:any');
	return features;
}

/** Words alone, in twos, and in twos with one between them. */
function addRuns(words: readonly string[], features: Set<string>): void {
	const at = (index: number): string => words[index] ?? (index < 0 ? '^' : '$');
	for (let index = 0; index <= words.length; index++) {
		features.add(at(index));
		features.add(`${at(index - 1)} ${at(index)}`);
		features.add(`${at(index - 2)} _ ${at(index)}`);
	}
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

function addClasses({norm, type}: Token, {lexicon}: Sentence, features: Set<string>): void {
	if (type !== 'word') return;
	for (const name of tellingClasses) if (lexicon.has(norm, name)) features.add(`class:${name}`);
	const [reading] = lexicon.verbsOf(norm);
	if (reading !== undefined && reading.lemma !== norm) features.add(`lemma:${reading.lemma}`);
}

function addClause(clause: Clause, words: readonly string[], {lexicon}: Sentence, features: Set<string>): void {
	const {subject, verb, agent, explained, opening} = clause;
	const who = subject?.referent ?? 'none';
	const not = verb.negated ? ' not' : '';
	const voice = verb.passive ? (agent === undefined ? 'passive' : `passive by ${agent.referent}`) : 'active';
	const mood = `${verb.modal ?? ''}${verb.perfect ? ' perfect' : ''}${not}`;
	const head = subject === undefined ? '' : (words[subject.head] ?? '');
	features.add(`${who} ${voice}`).add(`${who} ${voice} ${mood}`);
	features.add(`${who} ${verb.lemma}`).add(`${voice} ${verb.lemma}${not}`);
	features.add(`${who} ${mood} ${explained ? 'explained' : ''}`);
	features.add(`subject ${head} ${verb.lemma}`);
	if (verb.passive) features.add(`passive subject ${head}${not}`);
	if (opening !== undefined) features.add(`${opening}: ${who} ${mood}`);
	for (const kind of verbClasses.filter((name) => lexicon.isVerb(verb.lemma, verb.particles, name))) {
		features.add(`${who} @${kind} ${voice}${not}`).add(`@${kind} ${voice}`);
	}
	for (const adverb of verb.adverbs) features.add(`${who} ~${adverb}`);
	addObject(clause, who, words, features);
}

function addObject(
	{verb, object, complement}: Clause,
	who: string,
	words: readonly string[],
	features: Set<string>,
): void {
	if (complement !== undefined) features.add(`${who} ${verb.lemma} ${complement.lemma}`);
	if (object === undefined) return;
	const thing = words[object.head] ?? '';
	features.add(`${verb.lemma} > ${thing}`).add(`${who} > ${thing}`).add(`${who} > ${object.referent}`);
}
