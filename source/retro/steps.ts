/** The eight steps of the walk, always in this order. */

export const steps = [
	'details',
	'summary',
	'impact',
	'timeline',
	'root-cause',
	'lessons',
	'actions',
	'review',
] as const;

export type Step = (typeof steps)[number];

/** The steps' names as they are shown and as `--step` takes them, lower case and with `-` for a space. */
export const stepTitles: Readonly<Record<Step, string>> = {
	details: 'Details',
	summary: 'Summary',
	impact: 'Impact',
	timeline: 'Timeline',
	'root-cause': 'Root cause',
	lessons: 'Lessons learned',
	actions: 'Action items',
	review: 'Review',
};
