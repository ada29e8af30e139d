/** Asks after the occasion of a slip, or after the access that was taken away. */
import type {Sentence} from '../../language/clauses.ts';
import {traits} from './lead.ts';
import {lackTies, wordsOf, work} from './named-thing.ts';
import {speaksOfPeople, thingAt, withoutOwners} from './things.ts';
import type {Outline} from './units.ts';

/** `What would have helped during the patching of the jump hosts?`: the occasion of a slip or a lack. */
export function occasionOf(sentence: Sentence, {opening, end}: Outline): string | undefined {
	const {tokens, phrases} = sentence;
	const at = tokens.findIndex(
		({norm}, index) =>
			index > opening && index < end - 1 && /^(?:during|while|when|in|at)$/.test(norm) && isOccasion(index, sentence),
	);
	if (at < 0 || tokens.at(-1)?.text === '?') return undefined;
	const phrase = phrases.get(at + 1);
	const thing = phrase === undefined ? undefined : thingAt(sentence, phrase, lackTies);
	const stop = thing?.end ?? tokens.findIndex(({type}, index) => index > at && type === 'mark');
	const last = stop < 0 ? end : Math.min(stop, end);
	if (tokens[last]?.norm === 'and' || last - at < 2 || last - at > 9 || speaksOfPeople(sentence, at, last))
		return undefined;
	if (
		tokens
			.slice(at, last)
			.some(({norm}) => traits.has(norm) || norm === 'and' || /^(?:was|were|is|are|had|has)$/.test(norm))
	)
		return undefined;
	return `What would have helped ${withoutOwners(sentence, at, last)}?`;
}

function isOccasion(at: number, {tokens, phrases, lexicon}: Sentence): boolean {
	const preposition = tokens[at]?.norm;
	const next = tokens[at + 1]?.norm ?? '';
	const head = tokens[phrases.get(at + 1)?.head ?? -1]?.norm ?? '';
	if (/^(?:end|ended|result|resulted)$/.test(tokens[at - 1]?.norm ?? '')) return false;
	if (preposition === 'while' || preposition === 'when')
		return lexicon.verbsOf(next).some(({form, lemma}) => form === 'ing' && lemma !== 'be');
	if (lexicon.has(head, 'time-noun') || head === '') return false;
	return preposition === 'during'
		? phrases.get(at + 1)?.referent === 'thing'
		: work.has(head) || /^(?:rollout|rollback|cutover|migration|deployment|entry|process|change|release)$/.test(head);
}

/** `What would make production access safe to use?` */
export function accessOf(sentence: Sentence): string | undefined {
	const {tokens} = sentence;
	const phrase = [...sentence.phrases.values()].find(
		({head, referent}) =>
			referent === 'thing' && /^(?:access|rights|permissions|privileges)$/.test(tokens[head]?.norm ?? ''),
	);
	const words = wordsOf(sentence, phrase);
	if (
		words === undefined ||
		phrase === undefined ||
		/^(?:the access|no\b|any\b|this\b|that\b|revoke\b|withdraw\b|cancel\b)/.test(words)
	)
		return undefined;
	const isOrder = sentence.lexicon.verbsOf(tokens[phrase.start]?.norm ?? '').some(({form}) => form === 'base');
	return isOrder ? undefined : `What would make ${words.replace(/^the /, '')} safe to use?`;
}
