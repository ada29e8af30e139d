import {expect, test} from 'vitest';
import {imported, rowsOf} from './fixture.ts';

const alert = {
	labels: {alertname: 'TargetDown', severity: 'warning', service: 'checkout', pod_template: 'x'},
	annotations: {summary: 'No answer.'},
	startsAt: '2026-01-10T10:05:30.5Z',
	fingerprint: 'f1',
};
const lookAlike: readonly [source: string, export_: unknown, rows: readonly string[]][] = [
	[
		'pagerduty',
		{
			log_entries: [
				{
					type: 'trigger_log_entry',
					id: 'R1',
					summary: 'Triggered through the API',
					created_at: '2026-01-10T10:05:00Z',
					event_details: {description: 'p99'},
				},
				{type: 'notify_log_entry', id: 'R2', summary: 'Notified Ann', created_at: '2026-01-10T10:05:01Z'},
				{
					type: 'acknowledge_log_entry',
					id: 'R3',
					summary: 'Acknowledged by Ann',
					agent: {summary: 'Ann'},
					created_at: '2026-01-10T11:06:00+01:00',
				},
			],
		},
		[
			'2026-01-10 10:05 Triggered through the API: p99',
			'(notify) 2026-01-10 10:05:01 Notified Ann',
			'2026-01-10 10:06 Acknowledged by Ann',
		],
	],
	[
		'pagerduty',
		{notes: [{id: 'N1', content: 'failover begun', user: {summary: 'Ann'}, created_at: '2026-01-10T10:05:00Z'}]},
		['2026-01-10 10:05 Ann: failover begun'],
	],
	[
		'pagerduty',
		{
			event: {
				id: 'E1',
				event_type: 'incident.resolved',
				occurred_at: '2026-01-10T10:05:00.123Z',
				data: {title: 'p99'},
				agent: {summary: 'Ann'},
			},
		},
		['2026-01-10 10:05 Ann: Incident resolved: p99'],
	],
	[
		'opsgenie',
		{
			data: [
				{
					log: 'Alert acknowledged',
					owner: 'ann@example.com',
					createdAt: '2026-01-10T10:05:00.894Z',
					offset: '1_1',
					type: 'alertAction',
				},
				{
					log: 'Viewed on [web]',
					owner: 'ann@example.com',
					createdAt: '2026-01-10T10:06:00Z',
					offset: '1_2',
					type: 'alertRecipient',
				},
			],
		},
		['2026-01-10 10:05 ann: Alert acknowledged', '(alertRecipient) 2026-01-10 10:06 ann: Viewed on [web]'],
	],
	[
		'alertmanager',
		[{...alert, endsAt: '2026-01-10T10:20:30Z', status: {state: 'active'}}],
		['2026-01-10 10:05:30 Alert fires: TargetDown (warning, service=checkout): No answer.'],
	],
	[
		'alertmanager',
		{version: '4', receiver: 'x', alerts: [{...alert, status: 'resolved', endsAt: '2026-01-10T10:20:30Z'}]},
		[
			'2026-01-10 10:05:30 Alert fires: TargetDown (warning, service=checkout): No answer.',
			'2026-01-10 10:20:30 Alert is resolved: TargetDown (warning, service=checkout)',
		],
	],
	[
		'grafana',
		{
			orgId: 1,
			alerts: [{...alert, status: 'firing', endsAt: '0001-01-01T00:00:00Z', valueString: 'x', silenceURL: 'y'}],
		},
		['2026-01-10 10:05:30 Alert fires: TargetDown (warning, service=checkout): No answer.'],
	],
	[
		'grafana',
		[{id: 7, time: 1768039500000, dashboardUID: 'd', text: 'deploy <b>v2</b>', login: 'ann'}],
		['2026-01-10 10:05 ann: deploy v2'],
	],
	[
		'kubernetes',
		{
			kind: 'List',
			items: [
				{
					kind: 'Event',
					reason: 'Scheduled',
					message: 'to n1',
					firstTimestamp: null,
					lastTimestamp: null,
					eventTime: '2026-01-10T10:05:00.6Z',
					involvedObject: {kind: 'Pod', name: 'p'},
				},
				{
					kind: 'Event',
					reason: 'BackOff',
					message: 'restart',
					firstTimestamp: '2026-01-10T10:06:00Z',
					lastTimestamp: '2026-01-10T10:16:00Z',
					count: 12,
					involvedObject: {kind: 'Pod', name: 'p'},
				},
				{kind: 'Pod', metadata: {name: 'p'}},
			],
		},
		[
			'2026-01-10 10:05 Pod p: Scheduled: to n1',
			'2026-01-10 10:06 Pod p: BackOff: restart (12 times, until 2026-01-10 10:16 UTC)',
			'(no event) — ',
		],
	],
	[
		'cloudwatch',
		{
			Records: [
				{
					EventSource: 'aws:sns',
					Sns: {
						MessageId: 'm',
						Timestamp: '2026-01-10T10:05:09Z',
						Message: JSON.stringify({
							AlarmName: 'cpu',
							NewStateValue: 'ALARM',
							NewStateReason: 'over 90',
							StateChangeTime: '2026-01-10T10:05:00.123+0000',
						}),
					},
				},
			],
		},
		['2026-01-10 10:05 Alarm cpu goes to ALARM: over 90'],
	],
	[
		'eventbridge',
		{
			version: '0',
			id: 'e',
			source: 'aws.codepipeline',
			'detail-type': 'CodePipeline Pipeline Execution State Change',
			time: '2026-01-10T10:05:00Z',
			detail: {pipeline: 'web', state: 'FAILED'},
		},
		['2026-01-10 10:05 CodePipeline Pipeline Execution State Change: web, FAILED'],
	],
	[
		'statuspage',
		{
			page: {},
			incidents: [
				{
					name: 'Checkout',
					incident_updates: [
						{id: 'u2', status: 'in_progress', body: 'Fixing.', display_at: '2026-01-10T11:05:00.000+01:00'},
					],
				},
			],
		},
		['2026-01-10 10:05 Status page: Checkout, in progress: Fixing.'],
	],
	[
		'journald',
		'{"__CURSOR":"a","_SOURCE_REALTIME_TIMESTAMP":"1768039500000001","_SYSTEMD_UNIT":"web.service","MESSAGE":"gone"}\n{"__CURSOR":"b","__REALTIME_TIMESTAMP":"1768039501000001","MESSAGE":[194,191,72,105]}\n',
		['2026-01-10 10:05 web.service: gone', '2026-01-10 10:05:01 ¿Hi'],
	],
	[
		'teams',
		{
			value: [
				{
					id: '1',
					messageType: 'message',
					createdDateTime: '2026-01-10T10:05:00.832Z',
					from: {user: {displayName: 'Ann'}},
					body: {
						contentType: 'html',
						content: '<p>see <a href="https://x.example">it</a> <at id="0">Bob</at>&nbsp;&amp; co</p><img',
					},
				},
				{
					id: '2',
					messageType: 'systemEventMessage',
					createdDateTime: '2026-01-10T10:06:00Z',
					from: null,
					body: {contentType: 'html', content: 'joined'},
				},
			],
		},
		['2026-01-10 10:05 Ann: see [it](https://x.example) @Bob & co', '(systemEventMessage) 2026-01-10 10:06 joined'],
	],
	[
		'google-chat',
		{
			messages: [
				{
					creator: {name: 'Ann'},
					created_date: 'Saturday, January 10, 2026 at 10:05:50\u202fAM UTC',
					text: 'down',
					topic_id: 't',
					message_id: 'm',
				},
			],
		},
		['2026-01-10 10:05:50 Ann: down'],
	],
	[
		'github',
		{
			number: 7,
			title: 'Down',
			createdAt: '2026-01-10T10:05:00Z',
			closedAt: null,
			author: {login: 'ann'},
			comments: [
				{
					author: {login: 'bob'},
					body: 'me too',
					createdAt: '2026-01-10T10:06:00Z',
					url: 'https://github.com/o/r/issues/7#c1',
				},
			],
		},
		['2026-01-10 10:05 ann: Issue opened: #7 Down', '2026-01-10 10:06 bob: me too'],
	],
	[
		'github',
		[
			{
				workflowName: 'deploy',
				displayTitle: 'v2',
				createdAt: '2026-01-10T10:05:00Z',
				updatedAt: '2026-01-10T10:15:00Z',
				conclusion: 'failure',
				databaseId: 1,
			},
		],
		['2026-01-10 10:05 Run started: deploy, v2', '2026-01-10 10:15 Run ended, failure: deploy, v2'],
	],
	[
		'github',
		[{event: 'labeled', actor: {login: 'ann'}, created_at: '2026-01-10T10:05:00Z', label: {name: 'sev1'}, id: 1}],
		['2026-01-10 10:05 ann: Labeled: sev1'],
	],
	[
		'github',
		{
			action: 'closed',
			pull_request: {
				number: 2,
				title: 'Fix',
				merged: true,
				created_at: '2026-01-09T10:05:00Z',
				merged_at: '2026-01-10T10:05:00Z',
				html_url: 'https://github.com/o/r/pull/2',
			},
			repository: {full_name: 'o/r'},
			sender: {login: 'ann'},
		},
		['2026-01-10 10:05 ann: Pull request merged: #2 Fix'],
	],
];

test.each(lookAlike)('%s', async (source, value, rows) => {
	const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
	expect((await imported(text)).source.name).toBe(source);
	expect(await rowsOf(text)).toEqual(rows);
});

test('events of Kubernetes in YAML, several documents too', async () => {
	const event =
		'kind: Event\nreason: Killing\nmessage: stop\neventTime: null\nfirstTimestamp: "2026-01-10T10:05:00Z"\n';
	expect(
		await rowsOf(`---\napiVersion: v1\n${event}---\n# and\napiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n`),
	).toContain('2026-01-10 10:05 Killing: stop');
});

test('what comes twice in an export is taken once', async () => {
	const {skipped} = await imported([alert, alert]);
	expect([...skipped]).toEqual([['there twice', 1]]);
});
