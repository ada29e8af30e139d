/** What the lint says about a text: plain data, the same for the screens, `retro lint` and `retro check`. */

export const categories = [
	'blame',
	'human-error',
	'omission',
	'judgement',
	'counterfactual',
	'hindsight',
	'motive',
	'punishment',
	'absolute',
	'vague-action',
	'non-utc',
	'ambiguous-time',
] as const;

export type Category = (typeof categories)[number];

/** `warning`: most teams would reword it. `nudge`: worth a second look. */
export type FindingSeverity = 'warning' | 'nudge';

/** Half-open range of UTF-16 offsets into the text that was linted. */
export type Span = {readonly start: number; readonly end: number};

export type Finding = {
	/** Id of the rule in `data/`, for example `blame.person-fault`. */
	readonly rule: string;
	readonly category: Category;
	readonly severity: FindingSeverity;
	readonly span: Span;
	/** Why, in one kind line of at most 70 characters, without a final full stop unless it is two sentences. */
	readonly message: string;
	/** Wordings that can replace the span as they are; may be empty. */
	readonly suggestions: readonly string[];
};
