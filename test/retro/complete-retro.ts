/** A retro that lacks nothing: the guide's own example, with what the guide leaves open filled in. */

import {type Retro, schemaVersion} from '../../source/retro/record.ts';
import type {CalendarDate, Instant} from '../../source/time/instant.ts';

/** A day on which none of its due dates is past. */
export const today = '2026-11-23' as CalendarDate;

/** An instant of the day of the incident: `at('10:05')`. */
export function at(clock: string): Instant {
	return `2026-11-20T${clock}:00Z` as Instant;
}

export const completeRetro: Retro = {
	schemaVersion,
	id: '2026-11-20-site-crash-k3x9',
	createdAt: at('16:00'),
	updatedAt: at('17:00'),
	title: 'Site crash under load',
	severity: 'SEV2',
	status: 'draft',
	date: '2026-11-20' as CalendarDate,
	facilitator: 'Ada',
	participants: ['Grace', 'Linus'],
	services: ['web', 'database'],
	summary: 'The site was down for 47 minutes after a release. All visitors were affected.',
	impact: {
		start: at('10:00'),
		end: at('10:47'),
		users: 'About 12 % of sessions',
		revenue: 'About $4,000',
		data: 'None lost, none corrupted',
	},
	timeline: [
		{id: 'e1', at: at('10:00'), text: 'Monitoring alert fires for high latency.', phase: 'detected'},
		{id: 'e2', at: at('10:05'), text: 'On-call engineer acknowledges alert.', phase: 'acknowledged'},
		{id: 'e3', at: at('10:15'), text: 'Incident declared. SEV 2.', phase: 'declared'},
		{id: 'e4', at: at('10:30'), text: 'The feature is switched off.'},
		{id: 'e5', at: at('10:47'), text: 'Latency is back to normal.', phase: 'resolved'},
	],
	whys: [
		{
			id: 'w1',
			question: 'Why did the site crash?',
			answer: 'the database CPU spiked to 100%',
			parent: null,
			rootCause: false,
		},
		{
			id: 'w2',
			question: 'Why did the CPU spike?',
			answer: 'a heavy query was run frequently',
			parent: 'w1',
			rootCause: false,
		},
		{
			id: 'w3',
			question: 'Why was the query run frequently?',
			answer: 'a new feature was released without caching',
			parent: 'w2',
			rootCause: false,
		},
		{
			id: 'w4',
			question: 'Why was it released without caching?',
			answer: "the load test didn't simulate realistic traffic patterns",
			parent: 'w3',
			rootCause: false,
		},
		{
			id: 'w5',
			question: "Why didn't the load test simulate realistic traffic?",
			answer: 'we lack a tool to mirror production traffic to staging',
			parent: 'w4',
			rootCause: true,
		},
	],
	contributingFactors: [{id: 'f1', text: 'The release coincided with a sale'}],
	lessons: {
		wentWell: [
			{id: 'g1', text: 'Alerts fired immediately'},
			{id: 'g2', text: 'Rollback was fast'},
		],
		wentWrong: [{id: 'b1', text: 'Logs were missing'}],
		gotLucky: [{id: 'l1', text: 'nothing'}],
	},
	actions: [
		{
			id: 'x1',
			kind: 'prevent',
			text: 'Implement traffic mirroring in staging.',
			owner: '@infra-team',
			due: '2026-12-01' as CalendarDate,
			status: 'open',
		},
		{
			id: 'x2',
			kind: 'detect',
			text: 'Add alert for high database query time.',
			owner: '@backend-team',
			due: '2026-12-04' as CalendarDate,
			status: 'open',
		},
	],
	kept: [],
};
