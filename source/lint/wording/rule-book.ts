/** All rules of `data/lint/rules/`, read once for a lexicon. */
import absolute from '../../../data/lint/rules/absolute.json' with {type: 'json'};
import blame from '../../../data/lint/rules/blame.json' with {type: 'json'};
import counterfactual from '../../../data/lint/rules/counterfactual.json' with {type: 'json'};
import hindsight from '../../../data/lint/rules/hindsight.json' with {type: 'json'};
import humanError from '../../../data/lint/rules/human-error.json' with {type: 'json'};
import judgement from '../../../data/lint/rules/judgement.json' with {type: 'json'};
import meta from '../../../data/lint/rules/meta.json' with {type: 'json'};
import motive from '../../../data/lint/rules/motive.json' with {type: 'json'};
import omission from '../../../data/lint/rules/omission.json' with {type: 'json'};
import punishment from '../../../data/lint/rules/punishment.json' with {type: 'json'};
import vagueAction from '../../../data/lint/rules/vague-action.json' with {type: 'json'};
import type {Category} from '../finding.ts';
import type {Lexicon} from '../language/lexicon.ts';
import {type ReadClausePattern, readClausePattern} from './clause-pattern.ts';
import {firstWords, type PhrasePattern, readPattern} from './phrase-pattern.ts';
import type {CategorizedRule, Rule} from './rule.ts';

export type ReadPhrase = {readonly pattern: PhrasePattern; readonly words: readonly string[] | undefined};

export type ReadRule = {
	readonly rule: CategorizedRule;
	readonly clauses: readonly {readonly like: ReadClausePattern; readonly except: readonly ReadClausePattern[]}[];
	readonly phrases: readonly ReadPhrase[];
	readonly unless: readonly ReadPhrase[];
};

export type RuleBook = {
	readonly rules: readonly ReadRule[];
	/** Sentences that hold one of these speak about blame and do not lay it. */
	readonly meta: readonly ReadPhrase[];
	/** In an action item these make it specific. */
	readonly specific: readonly ReadPhrase[];
};

const files: readonly (readonly [Category, {rules: Rule[]}])[] = [
	['punishment', punishment as {rules: Rule[]}],
	['human-error', humanError as {rules: Rule[]}],
	['counterfactual', counterfactual as {rules: Rule[]}],
	['motive', motive as {rules: Rule[]}],
	['omission', omission as {rules: Rule[]}],
	['absolute', absolute as {rules: Rule[]}],
	['blame', blame as {rules: Rule[]}],
	['judgement', judgement as {rules: Rule[]}],
	['hindsight', hindsight as {rules: Rule[]}],
	['vague-action', vagueAction as {rules: Rule[]}],
];

/** The wording rules as they are written, in the order in which they are tried. */
export const wordingRules: readonly CategorizedRule[] = files.flatMap(([category, {rules}]) =>
	rules.map((rule) => ({...rule, category})),
);

/** Throws where a rule names a class of words that does not exist: a mistake in `data/`. */
export function readRuleBook(lexicon: Lexicon): RuleBook {
	const phrase = (source: string): ReadPhrase => {
		const pattern = readPattern(source, lexicon);
		return {pattern, words: firstWords(pattern)};
	};
	return {
		rules: wordingRules.map((rule) => ({
			rule,
			clauses: rule.match.flatMap(({clause, except = []}) =>
				clause === undefined
					? []
					: [
							{
								like: readClausePattern(clause, lexicon),
								except: except.map((pattern) => readClausePattern(pattern, lexicon)),
							},
						],
			),
			phrases: rule.match.flatMap(({phrase: sources = []}) => sources.map(phrase)),
			unless: (rule.unless ?? []).map(phrase),
		})),
		meta: meta.phrases.map(phrase),
		specific: meta.specific.map(phrase),
	};
}
