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

/** A piece of the text and what is to stand in its place; several in one finding do not overlap. */
export type Replacement = {readonly span: Span; readonly text: string};

export type Finding = {
	/** Id of the rule in `data/`, for example `blame.person-fault`. */
	readonly rule: string;
	readonly category: Category;
	readonly severity: FindingSeverity;
	readonly span: Span;
	/** The words in or around the span that it rests on: what a team allows when it allows them. */
	readonly evidence: Span;
	/** Why, in one kind line of at most 70 characters, without a final full stop unless it is two sentences. */
	readonly message: string;
	/** How to put it instead, for people who want to know more; absent where the team's own words say nothing of it. */
	readonly reframing?: string;
	/** Wordings that can replace the span as they are; may be empty. */
	readonly suggestions: readonly string[];
	/**
	 * What can be replaced without anybody looking, in the order of the text: a time whose date and zone are known.
	 * Absent where a person has to choose.
	 */
	readonly fix?: readonly Replacement[];
};

/** The same finding of a text that has grown by so many units before it. */
export function movedFinding({fix, ...finding}: Finding, by: number): Finding {
	const moved = ({start, end}: Span): Span => ({start: start + by, end: end + by});
	return {
		...finding,
		span: moved(finding.span),
		evidence: moved(finding.evidence),
		...(fix !== undefined && {fix: fix.map(({span, text}) => ({span: moved(span), text}))}),
	};
}

/** The words in a text that a finding is about. */
export function wordsOf({span}: Pick<Finding, 'span'>, text: string): string {
	return text.slice(span.start, span.end);
}
