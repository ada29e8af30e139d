/**
 * What the files of `../shared/samples` say of their times, read by a few lines a kind that share nothing with the
 * importers: regular expressions, paths into JSON, and the platform's `Date`.
 */

export type TrueTime = {
	/** `2026-01-10T10:05:00` in UTC, each part that the file does not tell as `*`: `****-06-14T15:16:01`. */
	readonly at: string;
	/** Words that its row says. */
	readonly words: string;
	/** What the file does not tell of it, and what has to be shown as assumed. */
	readonly lacks: readonly ('date' | 'zone')[];
	/** Whether it is of no use in a timeline: somebody joined, somebody looked. */
	readonly isNoise: boolean;
};

/** The true times of a file, by its path in the directory of samples; undefined for a kind that is not known here. */
export function trueTimes(path: string, text: string): TrueTime[] | undefined {
	const read = kinds.find(([shape]) => shape.test(path))?.[1];
	return read?.(text, path);
}

type Read = (text: string, path: string) => TrueTime[];

const kinds: readonly (readonly [RegExp, Read])[] = [
	[/slack-export\/(?:users|channels)\.json/, () => []],
	[/slack-export\//, slackExport],
	[/slack-paste\//, slackPaste],
	[
		/gchat\//,
		(text) =>
			each(text, 'messages', (one) =>
				told(dated(one.created_date.replace(' at ', ' ')), one.text ?? one.attached_files[0].original_name),
			),
	],
	[
		/teams\//,
		(text) =>
			each(text, 'value', (one) =>
				told(
					dated(one.createdDateTime),
					plain(one.body.content),
					one.messageType !== 'message' || plain(one.body.content) === '',
				),
			),
	],
	[/alerts\//, (text) => each(text, '', (one) => told(dated(one.startsAt), one.labels.alertname))],
	[
		/k8s\/.*json/,
		(text) =>
			each(text, 'items', (one) => told(dated(one.firstTimestamp ?? one.eventTime ?? one.lastTimestamp), one.message)),
	],
	[/k8s\/.*yaml/, kubernetesYaml],
	[
		/cloudwatch/,
		(text) =>
			each(text, 'Records', ({Sns}) =>
				told(dated(JSON.parse(Sns.Message).StateChangeTime.replace('+0000', 'Z')), JSON.parse(Sns.Message).AlarmName),
			),
	],
	[/aws\//, (text) => [JSON.parse(text)].map((one) => told(dated(one.time), one['detail-type']))],
	[
		/opsgenie\//,
		(text) => each(text, 'data', (one) => told(dated(one.createdAt), one.log, one.type === 'alertRecipient')),
	],
	[/pagerduty\//, (text) => each(text, 'log_entries', (one) => told(dated(one.created_at), one.summary))],
	[/gh-issue/, (text) => each(text, 'data.node.comments.nodes', (one) => told(dated(one.createdAt), one.body))],
	[
		/gh-pr/,
		(text) => each(text, 'data.repository.pullRequest.reviews.nodes', (one) => told(dated(one.submittedAt), one.body)),
	],
	[/gh-status/, (text) => each(text, '', (one) => told(dated(one.created_at), one.repo.name))],
	[/github\/webhook/, webhook],
	[
		/syslog/,
		(text) =>
			lines(text, /^(\w{3}) ([ \d]\d) ([\d:]{8}) \S+ (.*)/, ([month = '', day = '', clock = '', said = '']) =>
				told(`****-${two(months.indexOf(month) + 1)}-${two(Number(day))}T${clock}`, said, false, ['date', 'zone']),
			),
	],
	[
		/openstack\.log/,
		(text) =>
			lines(text, /^\S+ (\d{4}-\d\d-\d\d) ([\d:]{8})\.\d+ (\d+ .*)/, ([day, clock, said = '']) =>
				told(`${day}T${clock}`, said, false, ['zone']),
			),
	],
	[
		/hdfs/,
		(text) =>
			lines(
				text,
				/^(\d\d)(\d\d)(\d\d) (\d\d)(\d\d)(\d\d) (.*)/,
				([year, month, day, hour, minute, second, said = '']) =>
					told(`20${year}-${month}-${day}T${hour}:${minute}:${second}`, said, false, ['zone']),
			),
	],
	[
		/structured\.csv/,
		(text) =>
			lines(
				text,
				/^\d+,[^,]*,(\d{4}-\d\d-\d\d),([\d:]{8})\.\d+,\d+,\w+,[^,]*,[^,]*,"?(.*?)(?:""|",|,E\d+,)/,
				([day, clock, said = '']) => told(`${day}T${clock}`, said, false, ['zone']),
			),
	],
	[
		/common-log/,
		(text) =>
			lines(
				text,
				/^(\S+) .*\[(\d+)\/(\w{3})\/(\d{4}):([\d:]{8}) ([+-]\d{4})\] "(\S+ \S+)/,
				([, day, month, year, clock, zone, said = '']) => told(dated(`${day} ${month} ${year} ${clock} ${zone}`), said),
			),
	],
	[
		/journalctl/,
		(text) =>
			lines(text, /^(\{.*\})$/, ([json = '']) => {
				const one = JSON.parse(json);
				return told(
					dated(Math.floor(Number(one._SOURCE_REALTIME_TIMESTAMP ?? one.__REALTIME_TIMESTAMP) / 1000)),
					typeof one.MESSAGE === 'string' ? one.MESSAGE : 'Hello',
				);
			}),
	],
];

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function two(number: number): string {
	return String(number).padStart(2, '0');
}

function told(at: string, words: string, isNoise = false, lacks: TrueTime['lacks'] = []): TrueTime {
	return {at, words, isNoise, lacks};
}

function dated(time: string | number): string {
	return new Date(time).toISOString().slice(0, 19);
}

function plain(html: string): string {
	return html.replace(/<[^>]*(?:>|$)/g, ' ').trim();
}

// biome-ignore lint/suspicious/noExplicitAny: each kind is read by what it is known to hold.
type Any = any;

function each(text: string, path: string, read: (one: Any) => TrueTime): TrueTime[] {
	const whole: Any = JSON.parse(text);
	const keys = path === '' ? [] : path.split('.');
	return keys.reduce((value: Any, key) => value[key], whole).map(read);
}

function lines(text: string, shape: RegExp, read: (parts: string[]) => TrueTime): TrueTime[] {
	return text.split('\n').flatMap((line) => {
		const [, ...parts] = shape.exec(line.trim()) ?? [];
		return parts.length === 0 ? [] : [read(parts)];
	});
}

function slackExport(text: string): TrueTime[] {
	return each(text, '', (one) => {
		const [attachment = {}] = one.attachments ?? [];
		const said = [one.text, attachment.pretext, attachment.text, attachment.fallback].find(Boolean) ?? '';
		const isNoise = /_join$|^bot_add$/.test(one.subtype ?? '');
		return told(dated(Number(one.ts) * 1000), said.replace(/<[^>]*>/g, '\n'), isNoise);
	});
}

/** A line with its time under the name; a minute alone is of the half of the day before it. */
function slackPaste(text: string): TrueTime[] {
	const all = text.split('\n');
	let half = '';
	return all.flatMap((line, index) => {
		const stamp = /^(?:\s*|(?::[^:\s]+:)+\s+)(?:(.+) at )?(\d{1,2}):(\d\d)(?: ([AP]M))?\s*$/.exec(line);
		if (stamp === null) return [];
		const [, day = '', hour, minute] = stamp;
		half = stamp[4] ?? half;
		const month = /^([A-Z][a-z]{2}) (\d+)/.exec(day);
		const date =
			month === null ? '****-**-**' : `****-${two(months.indexOf(month[1] ?? '') + 1)}-${two(Number(month[2]))}`;
		const hours = (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
		const said = all.slice(index + (isReply(all[index + 1]) ? 3 : 1)).find((next) => next.trim() !== '') ?? '';
		return [told(`${date}T${two(hours)}:${minute}:00`, said, /^was added to/.test(said), ['date', 'zone'])];
	});
}

/** What it replies to stands on the line below. */
function isReply(line = ''): boolean {
	return line.trim() === 'replied to a thread:';
}

function kubernetesYaml(text: string): TrueTime[] {
	return text.split(/^---$/m).flatMap((one) => {
		const at = (key: string): string | undefined => new RegExp(`^${key}: "?(\\d[^"\\n]*)`, 'm').exec(one)?.[1];
		const time = at('firstTimestamp') ?? at('eventTime') ?? at('lastTimestamp');
		if (!/^kind: Event$/m.test(one) || time === undefined) return [];
		return [told(dated(time), /^message: (.*)$/m.exec(one)?.[1] ?? '')];
	});
}

function webhook(text: string, path: string): TrueTime[] {
	const [, event = ''] = /webhook-([a-z_]+)/.exec(path) ?? [];
	const one: Any = JSON.parse(text)[event === 'issue_comment' ? 'comment' : event === 'issues' ? 'issue' : event];
	const time = event === 'check_run' ? one.completed_at : event === 'pull_request' ? one.closed_at : one.created_at;
	return [
		told(
			dated(time),
			one.body && event === 'issue_comment' ? one.body : (one.title ?? one.name ?? one.environment ?? ''),
		),
	];
}
