/**
 * Gaps: everything that the guide demands and a retro lacks, each with the field it belongs to and the
 * sentence of the guide behind it. Wording is the lint's affair, not ours.
 */
import {type CalendarDate, dateOf} from '../time/instant.ts';
import {actionGaps} from './action-gaps.ts';
import {conflictGaps} from './conflict-gaps.ts';
import {listOf} from './fields.ts';
import {type Gap, gap} from './gap.ts';
import type {Retro} from './record.ts';
import {isQuantified, isSaid} from './said.ts';
import {steps} from './steps.ts';
import {comparisonGaps} from './timeline-checks/retro-checks.ts';
import {viewOf} from './timeline-checks/timeline-view.ts';
import {timelineGaps} from './timeline-gaps.ts';
import {longestChain, whysToAsk} from './whys.ts';

export type {Gap} from './gap.ts';

/**
 * The gaps in the order of the walk. `today` (UTC) is what due dates are held against. Gaps that do not
 * block and were kept with a reason are left out.
 */
export function gapsOf(retro: Retro, today: CalendarDate): Gap[] {
	const view = viewOf(retro);
	const gaps = [
		...conflictGaps(retro),
		...detailGaps(retro),
		...summaryGaps(retro),
		...impactGaps(retro),
		...timelineGaps(view),
		...whyGaps(retro),
		...lessonGaps(retro),
		...actionGaps(retro, today),
		...comparisonGaps(view),
	].toSorted((a, b) => steps.indexOf(a.step) - steps.indexOf(b.step));
	return gaps.filter((found) => found.blocks || !isKept(found, retro));
}

function isKept({path, rule, text}: Gap, {kept}: Retro): boolean {
	return kept.some((decision) => decision.field === path && decision.rule === rule && decision.text === text);
}

function detailGaps(retro: Retro): Gap[] {
	const gaps: Gap[] = [];
	if (!isSaid(retro.title)) {
		const demand = 'A Post-Mortem (or COE - Correction of Error) is a structured process to analyze incidents';
		gaps.push(gap('no-title', 'title', 'The retro has no title yet', demand, 'blocks'));
	}
	if (retro.severity === null) {
		const demand = 'SEV 1 & SEV 2 Incidents: Mandatory.';
		gaps.push(gap('no-severity', 'severity', 'No severity chosen yet', demand, 'blocks'));
	}
	const began = retro.impact.start === null ? null : dateOf(retro.impact.start);
	if (retro.date !== null && began !== null && began !== retro.date) {
		const message = `The date is ${retro.date}, the impact starts on ${began}`;
		gaps.push(gap('other-date', 'date', message, 'Duration: Start time to End time.', 'advises', retro.date));
	}
	return gaps;
}

function summaryGaps(retro: Retro): Gap[] {
	if (isSaid(retro.summary)) return [];
	const demand = 'A brief overview of the incident. What happened? Who was affected? How long did it last?';
	return [gap('no-summary', 'summary', 'No summary yet', demand, 'blocks')];
}

function impactGaps({impact, severity}: Retro): Gap[] {
	return [
		...durationGaps(impact, severity === 'near-miss' ? 'advises' : 'blocks'),
		...usersGaps(impact),
		...revenueGaps(impact),
		...dataGaps(impact),
	];
}

/** A near miss may have had no impact that could begin or end, so that the times are only advised there. */
function durationGaps({start, end}: Retro['impact'], weight: 'blocks' | 'advises'): Gap[] {
	const demand = 'Duration: Start time to End time.';
	const gaps: Gap[] = [];
	if (start === null) gaps.push(gap('no-start', 'impact.start', 'No start time yet', demand, weight));
	if (end === null) gaps.push(gap('no-end', 'impact.end', 'No end time yet', demand, weight));
	if (start !== null && end !== null && end <= start) {
		gaps.push(gap('end-before-start', 'impact.end', 'The end is not after the start', demand, 'blocks', end));
	}
	return gaps;
}

function usersGaps({users}: Retro['impact']): Gap[] {
	const demand = 'Users Affected: Number or percentage of users.';
	if (!isSaid(users)) return [gap('no-users', 'impact.users', 'Users affected: not said yet', demand, 'blocks')];
	if (isQuantified(users)) return [];
	const message = 'Users affected: no number or percentage';
	return [gap('users-unquantified', 'impact.users', message, demand, 'advises', users)];
}

function revenueGaps({revenue}: Retro['impact']): Gap[] {
	const demand = 'Revenue Impact: Estimated loss (if applicable).';
	if (!isSaid(revenue)) {
		return [gap('no-revenue', 'impact.revenue', 'Revenue impact: empty; "none" says so', demand, 'advises')];
	}
	if (isQuantified(revenue)) return [];
	return [gap('revenue-unquantified', 'impact.revenue', 'Revenue impact: no estimate', demand, 'advises', revenue)];
}

function dataGaps({data}: Retro['impact']): Gap[] {
	if (isSaid(data)) return [];
	const demand = 'Data Impact: Data lost or corrupted.';
	return [gap('no-data', 'impact.data', 'Data impact: empty; "none" says so', demand, 'blocks')];
}

function whyGaps({whys}: Retro): Gap[] {
	const demand = 'Ask "Why?" at least 5 times to peel back the layers of the problem and find the systemic cause.';
	const asked = longestChain(whys);
	const gaps: Gap[] = [];
	if (asked < whysToAsk) {
		const message = asked === 0 ? 'No Why is answered yet' : `Why was asked ${times(asked)}; ${whysToAsk} at least`;
		gaps.push(gap('too-few-whys', 'whys', message, demand, 'blocks'));
	}
	if (!whys.some(({rootCause, answer}) => rootCause && isSaid(answer))) {
		gaps.push(gap('no-root-cause', 'whys', 'No answer is marked as the root cause', demand, 'blocks'));
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
		.filter(([list]) => !listOf(retro, list).some(({text}) => isSaid(text)))
		.map(([list, question]) => gap('no-lesson', list, `${question} Empty; "nothing" says so`, question, 'blocks'));
}

function times(count: number): string {
	return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}
