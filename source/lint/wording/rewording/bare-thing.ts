/** A thing without the verdict on it: `A script removed the backups: what let it through?` */
import type {Sentence} from '../../language/clauses.ts';
import {asks} from './asks.ts';
import {changes} from './owner.ts';
import {asking} from './statement.ts';
import {capital, speaksOfPeople, withoutOwners} from './things.ts';
import type {Outline} from './units.ts';

const verdicts = ['conduct-adjective', 'weak-adjective'];

/** The sentence without the adjective that judges its subject, or undefined where it judges more than that. */
export function bareThing(sentence: Sentence, {units, opening, end}: Outline): string | undefined {
	const {tokens, lexicon} = sentence;
	const [unit] = units;
	const subject = unit?.clause.subject;
	if (unit === undefined || subject === undefined || units.length > 2 || unit.start !== opening) return undefined;
	const {verb} = unit.clause;
	const isJudging = (at: number): boolean =>
		tokens[at]?.norm !== 'wrong' && verdicts.some((name) => lexicon.has(tokens[at]?.norm ?? '', name));
	const at = subject.start + 1;
	const rest = tokens.slice(at + 1, end).some((_, index) => isJudging(at + 1 + index));
	if (!isJudging(at) || rest || at >= subject.head || verb.lemma === 'be' || verb.modal !== undefined) return undefined;
	if (!changes.test(tokens[subject.head]?.norm ?? '') || speaksOfPeople(sentence, at + 1, end)) return undefined;
	const behind = withoutOwners(sentence, at + 1, end);
	const first = tokens[subject.start]?.norm ?? '';
	const indefinite = /^[aeiou]/i.test(behind) ? 'an' : 'a';
	const article = first === 'a' || first === 'an' ? indefinite : /^(?:the|this|that|our)$/.test(first) ? first : 'the';
	return asking(capital(`${article} ${behind}`), asks.through);
}
