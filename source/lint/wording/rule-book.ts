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
import {needsOf, type PhrasePattern, readPattern} from './phrase-pattern.ts';
import type {CategorizedRule, Rule} from './rule.ts';

/** A pattern with what a sentence needs for it. */
export type ReadPhrase = {readonly pattern: PhrasePattern; readonly needs: readonly (readonly string[])[]};

/** By the list that they are of, in its order. */
export type Candidates = ReadonlyMap<readonly ReadPhrase[], readonly ReadPhrase[]>;

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
	/** Behind one of these such a sentence may lay it after all: `blameless, but …`. */
	readonly turns: readonly ReadPhrase[];
	/** In an action item these make it specific. */
	readonly specific: readonly ReadPhrase[];
	/** By category, what is said where only the model speaks. */
	readonly learned: ReadonlyMap<Category, CategorizedRule>;
	/** The phrases of the rules and of `meta` that a sentence with these traits may hold. */
	readonly candidates: (traits: ReadonlySet<string>) => Candidates;
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
		return {pattern, needs: needsOf(pattern)};
	};
	const rules = wordingRules.map((rule) => ({
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
	}));
	const aboutBlame = meta.phrases.map(phrase);
	return {
		rules,
		learned: new Map(wordingRules.filter(({learned}) => learned).map((rule) => [rule.category, rule])),
		meta: aboutBlame,
		turns: meta.turns.map(phrase),
		specific: meta.specific.map(phrase),
		candidates: indexed([...rules.map(({phrases}) => phrases), aboutBlame]),
	};
}

/** Traits that nearly every sentence has, which make a poor index. */
const everywhere = new Set(
	'=be =have =do the to a an of in on it that this and not for with is was , : #thing'.split(' '),
);

/** A phrase with its place in its list; the same object wherever it is filed. */
type Filed = {readonly list: readonly ReadPhrase[]; readonly at: number; readonly phrase: ReadPhrase};

/** Files each phrase under the rarest of its needs, so that a sentence only tries the few that it can hold. */
function indexed(lists: readonly (readonly ReadPhrase[])[]): RuleBook['candidates'] {
	const byTrait = new Map<string, Filed[]>();
	const always: Filed[] = [];
	for (const list of lists) {
		for (const [at, phrase] of list.entries()) {
			const filed: Filed = {list, at, phrase};
			const [rarest] = [...phrase.needs].sort((a, b) => commonness(a) - commonness(b));
			if (rarest === undefined) always.push(filed);
			for (const trait of new Set(rarest)) {
				const row = byTrait.get(trait);
				if (row === undefined) byTrait.set(trait, [filed]);
				else row.push(filed);
			}
		}
	}
	return (traits) => {
		const found = new Set(always);
		for (const trait of traits) for (const filed of byTrait.get(trait) ?? []) found.add(filed);
		return grouped(found);
	};
}

function grouped(found: ReadonlySet<Filed>): Candidates {
	const rows = new Map<readonly ReadPhrase[], Filed[]>();
	for (const filed of found) {
		const row = rows.get(filed.list);
		if (row === undefined) rows.set(filed.list, [filed]);
		else row.push(filed);
	}
	const candidates = new Map<readonly ReadPhrase[], readonly ReadPhrase[]>();
	for (const [list, row] of rows) {
		if (row.length > 1) row.sort((a, b) => a.at - b.at);
		candidates.set(
			list,
			row.map(({phrase}) => phrase),
		);
	}
	return candidates;
}

function commonness(row: readonly string[]): number {
	return row.reduce((sum, trait) => sum + (everywhere.has(trait) ? 100 : trait.startsWith('#') ? 20 : 1), 0);
}
