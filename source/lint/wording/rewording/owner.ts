/** Whose a thing is goes, and the thing stays: `The config change caused the outage: what let it through?` */
import type {Sentence} from '../../language/clauses.ts';
import type {NounPhrase} from '../../language/noun-phrases.ts';
import {asks} from './asks.ts';
import {asking} from './statement.ts';
import {capital, speaksOfPeople} from './things.ts';
import type {Outline} from './units.ts';

const slips = new Set(
	'mistake error typo fault slip oversight blunder omission lapse negligence carelessness misjudgement misjudgment'.split(
		' ',
	),
);
/** What is changed in a system, and can be let through. */
export const changes =
	/^(?:change|config|commit|script|query|patch|fix|release|deploy|deployment|migration|code|setting|rule|test|design|workaround|merge|edit|upgrade|hotfix|refactoring|cleanup|job|command)s?$/;

/** The sentence with one owner left out, or undefined where somebody is left or the thing is a slip. */
export function withoutOwner(sentence: Sentence, {units, opening, end}: Outline): string | undefined {
	const {tokens, phrases, text} = sentence;
	const [phrase, another] = [...phrases.values()].filter(
		({owner, start}) => owner !== undefined && owner !== 'thing' && owner !== 'self' && start >= opening,
	);
	if (phrase === undefined || another !== undefined || tokens.at(-1)?.text === '?') return undefined;
	const mark = tokens.slice(phrase.start, phrase.end).findIndex(({norm}) => norm === "'s" || norm === "'");
	const from = phrase.start + (mark < 0 ? 1 : mark + 1);
	const noun = tokens[phrase.head]?.norm ?? '';
	if (
		slips.has(noun) ||
		from >= phrase.end ||
		/^(?:team|account|decision|management|nose|watch|back|hands?|desk|feet|head|eyes|side|part)$/.test(noun)
	)
		return undefined;
	if (!isTold(sentence, units, opening, phrase)) return undefined;
	if (speaksOfPeople(sentence, opening, phrase.start) || speaksOfPeople(sentence, from, end)) return undefined;
	const front = text.slice(tokens[opening]?.start, tokens[phrase.start]?.start);
	const words = `${front}the ${text.slice(tokens[from]?.start, tokens[end - 1]?.end)}`;
	return asking(capital(words), changes.test(noun) ? asks.through : asks.led);
}

/** Whether it tells what happened, behind a label, or in `was full because of Bob's dumps`; a verdict does not. */
function isTold({tokens}: Sentence, units: Outline['units'], opening: number, {start}: NounPhrase): boolean {
	const main = units[0]?.clause.verb;
	if (main === undefined) return tokens.slice(opening, opening + 4).some(({norm}) => norm === ':');
	const before = [tokens[start - 2]?.norm, tokens[start - 1]?.norm].join(' ');
	const isReason = /^(?:because of|due to|thanks to|for)$/.test(before) || before.endsWith(' for');
	return units.length <= 2 && (isReason || (main.lemma !== 'be' && units[0]?.start === start));
}
