/** What a team can settle for the lint: words, severities, names. */
import * as v from 'valibot';
import {rules} from './explain.ts';
import {categories} from './finding.ts';

/** What editors show of it. */
function described<Schema extends v.GenericSchema>(schema: Schema, about: string) {
	return v.pipe(schema, v.description(about));
}

const severity = v.picklist(['warning', 'nudge', 'off'], 'warning, nudge or off');
const words = v.array(v.pipe(v.string(), v.nonEmpty('a word that is not empty')));

const teamRule = v.strictObject({
	words: described(v.pipe(words, v.minLength(1, 'at least one word')), 'What is found, in letters of either case.'),
	message: described(
		v.pipe(v.string(), v.maxLength(70, 'a message of at most 70 characters')),
		'Why it is worth a second look, in one kind line.',
	),
	reframing: described(v.optional(v.string()), 'How to put it instead, for people who want to know more.'),
	suggestions: described(v.optional(words), 'Wordings to put in its place.'),
	severity: described(v.optional(v.picklist(['warning', 'nudge'])), 'A nudge, unless it says otherwise.'),
	category: described(
		v.optional(v.picklist(categories)),
		'What it is counted as: judgement, unless it says otherwise.',
	),
});

/** A team's configuration; every part may be left out. */
export const lintConfigurationSchema = v.strictObject({
	allow: described(v.optional(words), 'Words and phrases that are never told of.'),
	severities: described(
		v.optional(v.record(ruleOrCategory(), severity)),
		'By category or by the id of a rule: warning, nudge or off.',
	),
	rules: described(v.optional(v.array(teamRule)), "The team's own words."),
	systems: described(v.optional(words), 'Names that are systems, whatever they look like: Atlas.'),
	people: described(v.optional(words), 'Names that are people, where the lists of given names do not know them.'),
	zones: described(
		v.optional(v.record(v.string(), v.string())),
		'What an ambiguous abbreviation of a zone stands for here: an IANA zone.',
	),
});

export type LintConfiguration = v.InferInput<typeof lintConfigurationSchema>;
export type TeamRule = v.InferInput<typeof teamRule>;

/** A category, the id of a rule of ours, or `team.` and a team's own word. */
function ruleOrCategory() {
	return v.pipe(v.string(), v.check(isRuleOrCategory, 'a category, or a rule that retro lint --explain lists'));
}

function isRuleOrCategory(key: string): boolean {
	return (
		key.startsWith('team.') || categories.some((category) => category === key) || rules().some(({id}) => id === key)
	);
}
