/** What a team can settle for the lint: words, severities, names. */
import * as v from 'valibot';

const severity = v.picklist(['warning', 'nudge', 'off'], 'warning, nudge or off');
const words = v.array(v.pipe(v.string(), v.nonEmpty('a word that is not empty')));

const teamRule = v.object({
	/** The words that are found, as they stand in a text; letters of either case are the same. */
	words: v.pipe(words, v.minLength(1, 'at least one word')),
	message: v.pipe(v.string(), v.maxLength(70, 'a message of at most 70 characters')),
	suggestions: v.optional(words, []),
	severity: v.optional(v.picklist(['warning', 'nudge']), 'nudge'),
});

/** A team's configuration; every part may be left out. */
export const lintConfigurationSchema = v.object({
	/** Words and phrases that are never flagged. */
	allow: v.optional(words),
	/** By the id of a rule or by category. */
	severities: v.optional(v.record(v.string(), severity)),
	rules: v.optional(v.array(teamRule)),
	/** Names that are systems, whatever they look like: `Atlas`. */
	systems: v.optional(words),
	/** Names that are people, where a list of given names does not know them. */
	people: v.optional(words),
	/** What an ambiguous zone means here, by abbreviation: an IANA zone or an offset. */
	zones: v.optional(v.record(v.string(), v.string())),
});

export type LintConfiguration = v.InferInput<typeof lintConfigurationSchema>;
export type TeamRule = v.InferInput<typeof teamRule>;
