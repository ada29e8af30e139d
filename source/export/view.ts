/**
 * What a template is given: every value of a retro by name, ready to be put in. What is empty says so,
 * so that no template can leave a hole. The names are documented in `templates/README.md`.
 */
import {severityNames, severityNotes} from '../retro/guide.ts';
import {incidentTimes} from '../retro/incident-metrics.ts';
import type {ActionItem, ActionKind, Note, Retro, Status} from '../retro/record.ts';
import {formatSpan} from '../time/duration.ts';
import {printMoment} from '../time/format.ts';
import {millisecondsOf} from '../time/instant.ts';
import {ganttBlock} from './gantt.ts';
import {metricsView} from './metrics-view.ts';
import {phasesView} from './phases-view.ts';
import type {Slots} from './slots.ts';
import {timelineView} from './timeline-view.ts';
import {causesView} from './whys-view.ts';

/** What stands in the place of something that is not there. */
export const nothing = '_Not recorded yet._';

const statusNames: Readonly<Record<Status, string>> = {draft: 'Draft', 'in-review': 'In review', final: 'Final'};
const kindNames: Readonly<Record<ActionKind, string>> = {prevent: 'Prevent', detect: 'Detect', mitigate: 'Mitigate'};

/** The values of a retro by name; what users typed is behind slots. */
export function documentView(retro: Retro, slots: Slots) {
	const {title, severity, date, facilitator, participants, services, lessons} = retro;
	return {
		nothing,
		id: retro.id,
		title: slots.line(title, 'Untitled incident'),
		severity: severity === null ? nothing : severityNames[severity],
		severityNote: severity === null ? '' : severityNotes[severity],
		date: date ?? nothing,
		status: statusNames[retro.status],
		facilitator: slots.line(facilitator, nothing),
		participants: slots.list(participants, nothing),
		services: slots.list(services, nothing),
		summary: slots.blocks(retro.summary, nothing),
		impact: impactView(retro, slots),
		times: timesView(retro),
		metrics: metricsView(retro, slots),
		...phasesView(retro, slots),
		gantt: ganttBlock(retro),
		timeline: timelineView(retro, slots),
		...causesView(retro, slots),
		contributingFactors: notes(retro.contributingFactors, slots),
		hasContributingFactors: retro.contributingFactors.length > 0,
		lessons: {
			wentWell: notes(lessons.wentWell, slots),
			wentWrong: notes(lessons.wentWrong, slots),
			gotLucky: notes(lessons.gotLucky, slots),
		},
		actions: retro.actions.map((action) => actionView(action, slots)),
	};
}

function impactView(retro: Retro, slots: Slots) {
	const {start, end, users, revenue, data} = retro.impact;
	const backwards = start !== null && end !== null && end < start;
	const length = start === null || end === null ? undefined : millisecondsOf(end) - millisecondsOf(start);
	return {
		start: start === null ? nothing : printMoment(start),
		end: end === null ? nothing : printMoment(end),
		duration: backwards ? '_The end is before the start._' : length === undefined ? nothing : formatSpan(length),
		hasTimes: start !== null || end !== null,
		users: slots.line(users, nothing),
		revenue: slots.line(revenue, nothing),
		data: slots.line(data, nothing),
	};
}

/** The times between the phases, in words. */
function timesView(retro: Retro) {
	const {detect, acknowledge, mitigate, resolve} = incidentTimes(retro);
	const said = (length: number | undefined): string => (length === undefined ? nothing : formatSpan(length));
	return {detect: said(detect), acknowledge: said(acknowledge), mitigate: said(mitigate), resolve: said(resolve)};
}

function notes(list: readonly Note[], slots: Slots) {
	return list.map(({text}) => ({text: slots.line(text, nothing)}));
}

function actionView({kind, text, owner, due, status}: ActionItem, slots: Slots) {
	return {
		kind: kindNames[kind],
		text: slots.line(text, nothing),
		owner: slots.line(owner, '_none yet_'),
		due: due ?? '_none yet_',
		done: status === 'done',
		dropped: status === 'dropped',
		open: status === 'open',
	};
}
