/** A small export of each source, in the shape of real ones: two rows or more that go into a timeline. */

const at = (minute: number): string => `2026-01-10T10:0${minute}:30Z`;
const alert = (name: string, minute: number) => ({
	labels: {alertname: name, severity: 'warning'},
	annotations: {summary: 'No answer.'},
	startsAt: at(minute),
	endsAt: '2026-01-10T10:20:30Z',
	status: 'resolved',
	fingerprint: name,
});
const event = (minute: number) => ({
	kind: 'Event',
	metadata: {uid: `u${minute}`},
	reason: 'BackOff',
	message: `restart ${minute}`,
	firstTimestamp: at(minute),
	lastTimestamp: at(minute),
	involvedObject: {kind: 'Pod', name: 'web'},
});
const alarm = (state: string, minute: number) => ({
	Sns: {
		MessageId: `m${minute}`,
		Timestamp: at(minute),
		Message: JSON.stringify({
			AlarmName: 'cpu',
			NewStateValue: state,
			NewStateReason: 'over 90',
			StateChangeTime: at(minute).replace('Z', '.123+0000'),
		}),
	},
});

const inJson: Readonly<Record<string, unknown>> = {
	'slack-export': [1, 2, 3].map((minute) => ({
		type: 'message',
		user: 'U1',
		ts: `17680395${minute}0.000100`,
		text: minute === 3 ? '<@U1> has joined' : `step ${minute} by bo@acme.example`,
		...(minute === 3 && {subtype: 'channel_join'}),
	})),
	teams: {
		value: [1, 2].map((minute) => ({
			id: String(minute),
			messageType: 'message',
			createdDateTime: at(minute),
			from: {user: {displayName: 'Ann'}},
			body: {contentType: 'html', content: `<p>step <b>${minute}</b></p>`},
		})),
	},
	'google-chat': {
		messages: [1, 2].map((minute) => ({
			creator: {name: 'Ann'},
			created_date: `Saturday, January 10, 2026 at 10:0${minute}:50\u202fAM UTC`,
			text: `step ${minute}`,
			message_id: `m${minute}`,
		})),
	},
	pagerduty: {
		log_entries: [1, 2].map((minute) => ({
			type: 'trigger_log_entry',
			id: `R${minute}`,
			summary: `Triggered ${minute}`,
			created_at: at(minute),
			html_url: `https://acme.pagerduty.com/R${minute}`,
		})),
	},
	opsgenie: {
		data: [1, 2].map((minute) => ({
			log: `Alert acknowledged ${minute}`,
			owner: 'ann@example.com',
			createdAt: at(minute),
			offset: `${minute}_1`,
			type: 'alertAction',
		})),
	},
	grafana: {orgId: 1, alerts: [alert('TargetDown', 1), alert('DiskFull', 2)].map((one) => ({...one, silenceURL: 'y'}))},
	alertmanager: {version: '4', receiver: 'x', alerts: [alert('TargetDown', 1), alert('DiskFull', 2)]},
	kubernetes: {kind: 'List', items: [event(1), event(2)]},
	cloudwatch: {Records: [alarm('ALARM', 1), alarm('OK', 2)]},
	eventbridge: [1, 2].map((minute) => ({
		version: '0',
		id: `e${minute}`,
		source: 'aws.codepipeline',
		'detail-type': 'CodePipeline Pipeline Execution State Change',
		time: at(minute),
		detail: {pipeline: 'web', state: minute === 1 ? 'STARTED' : 'FAILED'},
	})),
	statuspage: {
		page: {},
		incidents: [
			{
				name: 'Checkout',
				incident_updates: [1, 2].map((minute) => ({
					id: `u${minute}`,
					status: 'in_progress',
					body: `Fixing, part ${minute}.`,
					display_at: at(minute),
				})),
			},
		],
	},
	github: {
		number: 7,
		title: 'Down',
		createdAt: at(1),
		author: {login: 'ann'},
		comments: [{author: {login: 'bob'}, body: 'me too', createdAt: at(2), url: 'https://github.com/o/r/issues/7#c1'}],
	},
};

/** By the name of the source, as `--from` takes it. */
export const exportsBySource: Readonly<Record<string, string>> = {
	...Object.fromEntries(Object.entries(inJson).map(([name, value]) => [name, JSON.stringify(value)])),
	journald: [1, 2]
		.map((n) => JSON.stringify({__CURSOR: `c${n}`, __REALTIME_TIMESTAMP: `17680395${n}0000001`, MESSAGE: `gone ${n}`}))
		.join('\n'),
	'slack-paste': 'Ana\n  10:05 AM\nCheckout is slow\n\n\nBen\n  10:07 AM\ndraining cache-3\n10:15\ndrained\n',
	log: '2026-01-10T10:05:30.123Z ERROR db gone\n2026-01-10T10:06:30.123Z INFO db back\n',
	csv: 'Time (UTC),User,Message\n2026-01-10 10:05,ann,"down, hard"\n2026-01-10 10:07,bob,up\n',
	timeline: '## Timeline (UTC)\n\n### 2026-01-10\n\n- 10:05 alert fires\n- 10:07–10:12 PST drained\n',
};
