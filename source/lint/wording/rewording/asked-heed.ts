/** Asks after what was not heeded: `What would have given the warning more weight?` */
import type {Sentence} from '../../language/clauses.ts';
import type {NounPhrase} from '../../language/noun-phrases.ts';
import type {VerbGroup} from '../../language/verb-groups.ts';
import {isNegated, isPresent} from './deed.ts';
import {isSomebody, speaksOfPeople, thingAt, tyingSigns, withoutOwners} from './things.ts';
import type {Outline} from './units.ts';

/** The question, or undefined where the sentence tells of something else. */
export function askedHeed(sentence: Sentence, {units, opening, end}: Outline): string | undefined {
	const {tokens, phrases} = sentence;
	const [unit, second] = units;
	if (unit === undefined || second !== undefined || unit.start > opening + 2) return undefined;
	const {verb, subject, object} = unit.clause;
	const would = (base: string, done: string): string =>
		isPresent(verb, sentence) ? `would ${base}` : `would have ${done}`;
	const ask = (phrase: NounPhrase | undefined, before: string, after: string): string | undefined => {
		const words = wordsOf(phrase, end, sentence);
		return words === undefined ? undefined : `What ${before} ${words}${after}?`;
	};
	const negated = isNegated(unit, sentence);
	if (negated && verb.lemma === 'take' && tokens[end - 1]?.norm === 'seriously') {
		return ask(verb.passive ? subject : object, would('give', 'given'), ' more weight');
	}
	if (verb.passive && !negated && subject !== undefined && verb.modal === undefined) {
		if (passing.test(verb.lemma)) return ask(subject, 'made', ' easy to pass over');
		if (verb.lemma === 'underestimate') return ask(subject, 'would have made', ' easier to see');
	}
	const idiom = idiomOf(verb, sentence);
	if (!isSomebody(subject) || idiom === undefined || (idiom === 'lose sight of') === negated) return undefined;
	const behind = phrases.get(verb.end + idiom.split(' ').length - 1);
	if (idiom === 'take ownership of') return ask(behind, would('give', 'given'), ' an owner');
	return ask(behind, `${would('draw', 'drawn')} attention to`, '');
}

const passing = /^(?:ignore|neglect|disregard|overlook)$/;

const idioms = new Set([
	'pay attention to',
	'take care of',
	'take ownership of',
	'lose sight of',
	'care about',
	'care of',
	'think about',
	'think of',
]);

/** Verb, noun and preposition, where they are about heeding something. */
function idiomOf({lemma, end}: VerbGroup, {tokens}: Sentence): string | undefined {
	const [first = '', second = ''] = tokens.slice(end, end + 2).map(({norm}) => norm);
	return [`${lemma} ${first} ${second}`, `${lemma} ${first}`].find((words) => idioms.has(words));
}

function lowered(word: string, {lexicon}: Sentence): string {
	const small = word.toLowerCase();
	return lexicon.isCommon(small) && !lexicon.has(small, 'product-name') ? small : word;
}

/** The phrase, where nothing stands behind it that would be lost. */
function wordsOf(phrase: NounPhrase | undefined, end: number, sentence: Sentence): string | undefined {
	const {tokens} = sentence;
	const thing = phrase === undefined || isSomebody(phrase) ? undefined : thingAt(sentence, phrase, tyingSigns);
	if (phrase === undefined || thing === undefined || speaksOfPeople(sentence, thing.start, thing.end)) return undefined;
	const rest = tokens.slice(thing.end, end).filter(({norm}) => norm !== 'seriously' && norm !== 'again');
	const isSubject = thing.end < (sentence.clauses[0]?.verb.start ?? 0) + 1;
	if (
		(rest.length > 0 && !isSubject) ||
		/^(?:it|this|that|them|anything|nothing)$/.test(tokens[phrase.head]?.norm ?? '')
	)
		return undefined;
	const words = withoutOwners(sentence, thing.start, thing.end);
	return words.replace(/^\p{Lu}\p{Ll}*(?![\p{L}\d_-])/u, (word) => lowered(word, sentence));
}
