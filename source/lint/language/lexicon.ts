/** The words that the grammar knows, out of `data/lint/lexicon/`, inflected once and looked up by their form. */
import adjectives from '../../../data/lint/lexicon/adjectives.json' with {type: 'json'};
import grammar from '../../../data/lint/lexicon/grammar.json' with {type: 'json'};
import irregular from '../../../data/lint/lexicon/irregular-verbs.json' with {type: 'json'};
import names from '../../../data/lint/lexicon/names.json' with {type: 'json'};
import people from '../../../data/lint/lexicon/people.json' with {type: 'json'};
import verbs from '../../../data/lint/lexicon/verbs.json' with {type: 'json'};
import {type IrregularVerbs, plural, type VerbForm, verbForms} from './inflection.ts';

export type VerbReading = {readonly lemma: string; readonly form: VerbForm};

export type Lexicon = {
	/** Whether a word, in lower case, is of a class: `has('the', 'determiner')`. */
	readonly has: (word: string, className: string) => boolean;
	/** The classes of words that it is in, and those of verbs that it is a form of. */
	readonly classesOf: (word: string) => readonly string[];
	/** The verbs that a word in lower case can be a form of; empty for other words. */
	readonly verbsOf: (word: string) => readonly VerbReading[];
	/** Whether a verb, alone or with one of the particles after it, is of a class: `mess` with `up` is a blunder. */
	readonly isVerb: (lemma: string, particles: readonly string[], className: string) => boolean;
	/** The verbs of a class, without their particles. */
	readonly verbsIn: (className: string) => readonly string[];
	/** Whether the word, in lower case, is in any class but those of names. */
	readonly isCommon: (word: string) => boolean;
	/** Whether a class of this name exists, of words or of verbs. */
	readonly knows: (className: string) => boolean;
	readonly irregular: IrregularVerbs;
};

type WordClass = {about: string; words: string[]; verbs?: boolean; plurals?: boolean};

/** Words that a team adds to classes of its own: who is a person, what is a system. */
export type ExtraWords = Readonly<Record<string, readonly string[]>>;

/** The lexicon with a team's own words beside ours. */
export function createLexicon(extra: ExtraWords = {}): Lexicon {
	const shared = sharedLexicon();
	const added = new Map(
		Object.entries(extra)
			.filter(([, words]) => words.length > 0)
			.map(([name, words]) => [name, new Set(words.map(lower))]),
	);
	if (added.size === 0) return shared;
	const addedTo = (word: string) => [...added].flatMap(([name, words]) => (words.has(word) ? [name] : []));
	return {
		...shared,
		has: (word, className) => added.get(className)?.has(word) === true || shared.has(word, className),
		classesOf: (word) => [...shared.classesOf(word), ...addedTo(word)],
	};
}

let shared: Lexicon | undefined;

function sharedLexicon(): Lexicon {
	shared ??= readLexicon();
	return shared;
}

function readLexicon(): Lexicon {
	const {$schema: _, ...irregularVerbs} = irregular;
	const words = new Map<string, Set<string>>();
	const readings = new Map<string, VerbReading[]>();
	const verbClasses = new Map<string, Set<string>>();
	for (const [className, {words: lines, ...kind}] of wordClasses()) {
		const lemmas = lines.flatMap((line) => line.split(' '));
		const members = new Set<string>();
		for (const lemma of lemmas) {
			members.add(kind.verbs === true ? lemma : lower(lemma));
			if (kind.plurals === true) members.add(plural(lemma));
			const [verb = lemma] = lemma.split('_');
			if (kind.verbs === true && !readings.has(`=${verb}`)) addVerb(readings, verb, irregularVerbs);
		}
		(kind.verbs === true ? verbClasses : words).set(className, members);
	}
	const classes = classesByForm(words, verbClasses, readings);
	// By word and not by class: of most words there is nothing to say, which is then known at once.
	const classesOfWord = byMember(words);
	const isName = new Set(Object.keys(names));
	const common = new Set([...words].flatMap(([className, members]) => (isName.has(className) ? [] : [...members])));
	return {
		has: (word, className) => classesOfWord.get(word)?.has(className) === true,
		classesOf: (word) => classes.get(word) ?? [],
		verbsOf: (word) => readings.get(word) ?? [],
		isVerb: (lemma, particles, className) => {
			const members = verbClasses.get(className);
			return (
				members?.has(lemma) === true || particles.some((particle) => members?.has(`${lemma}_${particle}`) === true)
			);
		},
		verbsIn: (className) => [...(verbClasses.get(className) ?? [])].map(bareVerb),
		isCommon: (word) => readings.has(word) || common.has(word),
		knows: (className) => words.has(className) || verbClasses.has(className),
		irregular: irregularVerbs,
	};
}

/** `take_down` without its particle. */
export function bareVerb(lemma: string): string {
	return lemma.split('_')[0] ?? lemma;
}

type Members = ReadonlyMap<string, ReadonlySet<string>>;

function classesByForm(
	words: Members,
	verbs: Members,
	readings: ReadonlyMap<string, readonly VerbReading[]>,
): ReadonlyMap<string, string[]> {
	const classes = new Map<string, string[]>();
	const add = (word: string, name: string) => {
		const known = classes.get(word);
		if (known === undefined) classes.set(word, [name]);
		else known.push(name);
	};
	for (const [name, members] of words) for (const word of members) add(word, name);
	for (const [form, row] of readings) {
		for (const [name, lemmas] of verbs) if (row.some(({lemma}) => lemmas.has(lemma))) add(form, name);
	}
	return classes;
}

function byMember(classes: Members): ReadonlyMap<string, ReadonlySet<string>> {
	const byWord = new Map<string, Set<string>>();
	for (const [name, members] of classes) {
		for (const word of members) byWord.set(word, (byWord.get(word) ?? new Set()).add(name));
	}
	return byWord;
}

function wordClasses(): [string, WordClass][] {
	return [grammar, people, names, verbs, adjectives].flatMap(({$schema: _, ...classes}) =>
		Object.entries<WordClass>(classes),
	);
}

/** Forms beside the usual five. */
const irregularForms: Readonly<Record<string, readonly (readonly [string, VerbForm])[]>> = {
	be: [
		['is', 's'],
		['are', 's'],
		['am', 's'],
		['were', 'past'],
	],
	have: [['has', 's']],
};

/** The key `=lemma` marks a verb as inflected, which may be listed in several classes. */
function addVerb(readings: Map<string, VerbReading[]>, lemma: string, irregularVerbs: IrregularVerbs): void {
	readings.set(`=${lemma}`, []);
	for (const [form, kind] of verbForms(lemma, irregularVerbs)) {
		const known = readings.get(form);
		if (known === undefined) readings.set(form, [{lemma, form: kind}]);
		else known.push({lemma, form: kind});
	}
	for (const [form, kind] of irregularForms[lemma] ?? []) readings.set(form, [{lemma, form: kind}]);
}

function lower(word: string): string {
	return word.toLowerCase();
}
