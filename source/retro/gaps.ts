/**
 * Gaps: everything that the guide demands and a retro lacks, each with the field it belongs to and the
 * sentence of the guide behind it. Wording is the lint's affair, not ours.
 */
import type {CalendarDate} from '../time/instant.ts';
import {type FieldPath, itemPath, listOf} from './fields.ts';
import type {ActionItem, Retro, TimelineEntry} from './record.ts';
import type {Step} from './steps.ts';
import {stepOf} from './texts.ts';
import {orderedTimeline} from './timeline.ts';
import {longestChain, whysToAsk} from './whys.ts';

export type Gap = {
	/** What kind of gap, for example `action-without-owner`. */
	readonly rule: string;
	/** The field to go to. */
	readonly path: FieldPath;
	readonly step: Step;
	/** What is missing, short, as it is shown beside the step's name. */
	readonly message: string;
	/** The sentence of the guide that demands it. */
	readonly demand: string;
	/** Whether the retro cannot be called final before it is settled. */
	readonly blocks: boolean;
	/** What the gap was seen on; a decision to keep it ends when this changes. */
	readonly text: string;
};

/**
 * The gaps in the order of the walk. `today` (UTC) is what due dates are held against. Gaps that do not
 * block and were kept with a reason are left out.
 */
export function gapsOf(retro: Retro, today: CalendarDate): Gap[] {
	const gaps = [
		...detailGaps(retro),
		...summaryGaps(retro),
		...impactGaps(retro),
		...timelineGaps(retro),
		...whyGaps(retro),
		...lessonGaps(retro),
		...actionGaps(retro, today),
	];
	return gaps.filter(
		(gap) =>
			gap.blocks ||
			!retro.kept.some(({field, rule, text}) => field === gap.path && rule === gap.rule && text === gap.text),
	);
}

function gap(rule: string, path: FieldPath, message: string, demand: string, blocks: boolean, text = ''): Gap {
	return {rule, path, step: stepOf(path), message, demand, blocks, text};
}

function detailGaps(retro: Retro): Gap[] {
	const gaps: Gap[] = [];
	if (isBlank(retro.title)) {
		gaps.push(gap('no-title', 'title', 'The retro has no title yet', 'A Post-Mortem is a structured process to analyze incidents.', true));
	}
	if (retro.severity === null) {
		gaps.push(gap('no-severity', 'severity', 'No severity chosen yet', 'SEV 1 & SEV 2 Incidents: Mandatory.', true));
	}
	return gaps;
}

function summaryGaps(retro: Retro): Gap[] {
	if (!isBlank(retro.summary)) return [];
	const demand = 'A brief overview of the incident. What happened? Who was affected? How long did it last?';
	return [gap('no-summary', 'summary', 'No summary yet', demand, true)];
}

function impactGaps({impact}: Retro): Gap[] {
	const gaps: Gap[] = [];
	const duration = 'Duration: Start time to End time.';
	if (impact.start === null) gaps.push(gap('no-start', 'impact.start', 'No start time yet', duration, true));
	if (impact.end === null) gaps.push(gap('no-end', 'impact.end', 'No end time yet', duration, true));
	if (impact.start !== null && impact.end !== null && impact.end <= impact.start) {
		gaps.push(gap('end-before-start', 'impact.end', 'The end is not after the start', duration, true, impact.end));
	}
	const users = 'Users Affected: Number or percentage of users.';
	const revenue = 'Revenue Impact: Estimated loss (if applicable).';
	const data = 'Data Impact: Data lost or corrupted.';
	if (isBlank(impact.users)) gaps.push(gap('no-users', 'impact.users', 'Users affected: not said yet', users, true));
	else if (!isQuantified(impact.users)) {
		gaps.push(gap('users-unquantified', 'impact.users', 'Users affected: no number or percentage', users, false, impact.users));
	}
	if (!isBlank(impact.revenue) && !isQuantified(impact.revenue)) {
		gaps.push(gap('revenue-unquantified', 'impact.revenue', 'Revenue impact: no estimate', revenue, false, impact.revenue));
	}
	if (isBlank(impact.revenue)) {
		gaps.push(gap('no-revenue', 'impact.revenue', 'Revenue impact: empty; "none" says so', revenue, false));
	}
	if (isBlank(impact.data)) gaps.push(gap('no-data', 'impact.data', 'Data impact: empty; "none" says so', data, true));
	return gaps;
}

function timelineGaps(retro: Retro): Gap[] {
	const demand = 'A detailed chronological list of events, from detection to resolution.';
	const entries = orderedTimeline(retro);
	if (entries.length === 0) return [gap('no-timeline', 'timeline', 'The timeline is empty', demand, true)];
	const gaps: Gap[] = [];
	for (const phase of ['detected', 'resolved'] as const) {
		if (!entries.some((entry) => entry.phase === phase)) {
			gaps.push(gap(`no-${phase}`, 'timeline', `No entry is marked as ${phase}`, demand, false));
		}
	}
	const {start, end} = retro.impact;
	const early = start === null ? [] : entries.filter(({at}) => at < start);
	const late = end === null ? [] : entries.filter(({at}) => at > end);
	if (early.length > 0) gaps.push(outside('entry-before-start', early, 'before the start of the impact', demand));
	if (late.length > 0) gaps.push(outside('entry-after-end', late, 'after the end of the impact', demand));
	for (const entry of entries.filter(({text}) => isBlank(text))) {
		gaps.push(gap('entry-without-text', itemPath('timeline', entry.id, 'text'), 'An entry says nothing yet', demand, true));
	}
	return gaps;
}

/** One gap for all entries outside: a line for each would be noise where a cause lies an hour back. */
function outside(rule: string, entries: readonly TimelineEntry[], where: string, demand: string): Gap {
	const [first] = entries as [TimelineEntry];
	const message = entries.length === 1 ? `An entry lies ${where}` : `${entries.length} entries lie ${where}`;
	const text = entries.map(({at}) => at).join(' ');
	return gap(rule, itemPath('timeline', first.id, 'at'), message, demand, false, text);
}

function whyGaps(retro: Retro): Gap[] {
	const demand =
		'Ask "Why?" at least 5 times to peel back the layers of the problem and find the systemic cause.';
	const asked = longestChain(retro.whys);
	const gaps: Gap[] = [];
	if (asked < whysToAsk) {
		const message = asked === 0 ? 'No Why is answered yet' : `Why was asked ${times(asked)}; ${whysToAsk} at least`;
		gaps.push(gap('too-few-whys', 'whys', message, demand, true));
	}
	if (!retro.whys.some(({rootCause, answer}) => rootCause && !isBlank(answer))) {
		gaps.push(gap('no-root-cause', 'whys', 'No answer is marked as the root cause', demand, true));
	}
	return gaps;
}

function lessonGaps(retro: Retro): Gap[] {
	const questions = [
		['lessons.wentWell', 'What went well?'],
		['lessons.wentWrong', 'What went wrong?'],
		['lessons.gotLucky', 'Where did we get lucky?'],
	] as const;
	return questions
		.filter(([list]) => listOf(retro, list).every(({text}) => isBlank(text)))
		.map(([list, question]) => gap('no-lesson', list, `${question} Empty; "nothing" says so`, question, true));
}

function actionGaps(retro: Retro, today: CalendarDate): Gap[] {
	const concrete = 'Concrete tasks to prevent recurrence.';
	if (retro.actions.length === 0) return [gap('no-actions', 'actions', 'No action item yet', concrete, true)];
	const gaps = retro.actions.filter(({status}) => status !== 'dropped').flatMap((item) => itemGaps(item, retro, today));
	if (!retro.actions.some(({kind}) => kind === 'prevent')) {
		gaps.push(gap('no-prevention', 'actions', 'No action item prevents a recurrence', concrete, false));
	}
	return gaps;
}

function itemGaps(item: ActionItem, retro: Retro, today: CalendarDate): Gap[] {
	const demand = 'Each AI must have an Owner and a Due Date.';
	const name = `"${item.text}"`;
	const gaps: Gap[] = [];
	if (isBlank(item.text)) {
		gaps.push(gap('action-without-text', itemPath('actions', item.id, 'text'), 'An action item says nothing yet', demand, true));
	}
	const noOwner = isBlank(item.owner);
	if (noOwner) {
		const message = item.due === null ? `${name} has no owner and no due date` : `${name} has no owner`;
		gaps.push(gap('action-without-owner', itemPath('actions', item.id, 'owner'), message, demand, true));
	}
	if (item.due === null) {
		if (!noOwner) {
			gaps.push(gap('action-without-due-date', itemPath('actions', item.id, 'due'), `${name} has no due date`, demand, true));
		}
	} else if (item.due < today && item.status === 'open' && retro.status !== 'final') {
		const message = `${name} is due on ${item.due}, which is past`;
		gaps.push(gap('due-date-past', itemPath('actions', item.id, 'due'), message, demand, true, item.due));
	}
	return gaps;
}

/** Whether the guide demands a post-mortem for this severity: "SEV 1 & SEV 2 Incidents: Mandatory." */
export function isMandatory(retro: Pick<Retro, 'severity'>): boolean {
	return retro.severity === 'SEV1' || retro.severity === 'SEV2';
}

function isBlank(text: string): boolean {
	return text.trim() === '';
}

/** A digit, a number word, or a word that says all or none of it: "none", "all users", "half", "unknown". */
const quantity =
	/\p{Nd}|\b(?:none|nobody|no|zero|all|every|everyone|half|quarter|third|one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundreds?|thousands?|millions?|n\/?a|not applicable|unknown)\b/iu;

function isQuantified(text: string): boolean {
	return quantity.test(text);
}

function times(count: number): string {
	return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

