/** The words for a thing within a question. */
import type {Sentence} from '../../language/clauses.ts';
import type {NounPhrase} from '../../language/noun-phrases.ts';
import {isSomebody, speaksOfPeople, thingAt, withoutOwners} from './things.ts';

/** What people do together, and what can be helped. */
export const work = new Set(
	'review testing test tests planning communication handover rollout response reaction documentation coordination preparation monitoring escalation analysis triage handling recovery maintenance upgrade switchover procedure execution investigation review reviews notes teamwork training onboarding housekeeping management'.split(
		' ',
	),
);

/** What ties to work: `communication between the teams`. */
export const lackTies: ReadonlySet<string> = new Set(['of', 'between', 'in', 'for', 'during', 'about', 'with', 'on']);

/** The phrase with what ties to it, without owners and verdicts, as it stands within a sentence. */
export function wordsOf(sentence: Sentence, phrase: NounPhrase | undefined): string | undefined {
	if (phrase === undefined || isSomebody(phrase)) return undefined;
	const {tokens, lexicon} = sentence;
	const owner = tokens.slice(phrase.start, phrase.end).findIndex(({norm}) => norm === "'s" || norm === "'");
	const from = owner < 0 ? phrase.start : phrase.start + owner + 1;
	const thing = thingAt(sentence, phrase);
	if (thing === undefined || from >= thing.end || speaksOfPeople(sentence, from, thing.end)) return undefined;
	if (/^(?:it|this|that|these|those|there)$/.test(tokens[phrase.head]?.norm ?? '')) return undefined;
	if (
		tokens
			.slice(from, thing.end)
			.some(
				({norm}) =>
					lexicon.has(norm, 'conduct-adjective') ||
					lexicon.has(norm, 'weak-adjective') ||
					lexicon.has(norm, 'negation') ||
					norm === 'no',
			)
	)
		return undefined;
	const words = withoutOwners(sentence, from, thing.end).replace(/^(?:the )?quality of /i, '');
	const small = words.replace(/^\p{Lu}\p{Ll}+(?= )|^\p{Lu}\p{Ll}+$|^A(?= )/u, (word) => word.toLowerCase());
	return owner < 0 ? small : `the ${small}`;
}
