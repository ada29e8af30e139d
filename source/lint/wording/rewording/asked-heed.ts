/** Asks after what was not heeded: `What would have given the warning more weight?` */
import type {Sentence} from '../../language/clauses.ts';
import type {NounPhrase} from '../../language/noun-phrases.ts';
import {isSomebody, speaksOfPeople, thingAt, tyingSigns, withoutOwners} from './things.ts';
import type {Outline} from './units.ts';

/** The question, or undefined where the sentence tells of something else. */
export function askedHeed(sentence: Sentence, {units, opening, end}: Outline): string | undefined {
	const {tokens, phrases} = sentence;
	const [unit, second] = units;
	if (unit === undefined || second !== undefined || unit.start > opening + 2 || tokens.at(-1)?.text === '?') return undefined;
	const {verb, subject, object} = unit.clause;
	const opener = tokens[subject?.start ?? -1]?.norm ?? '';
	const negated = verb.negated || subject?.referent === 'nobody' || /^(?:neither|none|no)$/.test(opener);
	const [first, next] = [tokens[verb.end]?.norm ?? '', tokens[verb.end + 1]?.norm ?? ''];
	const would = verb.past || verb.perfect || tokens[verb.main - 1]?.norm === 'did' || tokens[verb.main - 2]?.norm === 'did' ? 'would have' : 'would';
	const form = (base: string, done: string): string => `${would} ${would === 'would' ? base : done}`;
	const ask = (phrase: NounPhrase | undefined, before: string, after: string): string | undefined => {
		const words = wordsOf(phrase, end, sentence);
		return words === undefined ? undefined : `What ${before} ${words}${after}?`;
	};
	if (!negated && verb.lemma !== 'lose') return undefined;
	if (verb.lemma === 'take' && tokens[end - 1]?.norm === 'seriously') {
		return ask(verb.passive ? subject : object, form('give', 'given'), ' more weight');
	}
	if (!isSomebody(subject)) return undefined;
	if (verb.lemma === 'take' && first === 'ownership' && next === 'of') return ask(phrases.get(verb.end + 2), form('give', 'given'), ' an owner');
	const isPaid = verb.lemma === 'pay' && first === 'attention' && next === 'to';
	const isTaken = verb.lemma === 'take' && first === 'care' && next === 'of';
	const isLost = verb.lemma === 'lose' && !negated && first === 'sight' && next === 'of';
	if (isPaid || isTaken || isLost) return ask(phrases.get(verb.end + 2), form('draw', 'drawn') + ' attention to', '');
	const isMinded = (verb.lemma === 'care' || verb.lemma === 'think') && (first === 'about' || first === 'of');
	return isMinded ? ask(phrases.get(verb.end + 1), form('draw', 'drawn') + ' attention to', '') : undefined;
}

/** The phrase, where nothing stands behind it that would be lost. */
function wordsOf(phrase: NounPhrase | undefined, end: number, sentence: Sentence): string | undefined {
	const {tokens} = sentence;
	const thing = phrase === undefined || isSomebody(phrase) ? undefined : thingAt(sentence, phrase, tyingSigns);
	if (phrase === undefined || thing === undefined || speaksOfPeople(sentence, thing.start, thing.end)) return undefined;
	const rest = tokens.slice(thing.end, end).filter(({norm}) => norm !== 'seriously' && norm !== 'again');
	const isSubject = thing.end < (sentence.clauses[0]?.verb.start ?? 0) + 1;
	if ((rest.length > 0 && !isSubject) || /^(?:it|this|that|them|anything|nothing)$/.test(tokens[phrase.head]?.norm ?? '')) return undefined;
	const words = withoutOwners(sentence, thing.start, thing.end);
	return words.replace(/^(?:The|Our|This|That|A|An)\b/, (word) => word.toLowerCase());
}
