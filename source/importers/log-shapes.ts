/** How lines of logs begin: where their date, clock and zone stand, and what is left as the text. */

/** What a line says of its time; `year` is undefined where the shape has none. */
export type LogTime = {
	readonly kind: 'local';
	readonly year: number | undefined;
	/** From 1. */
	readonly month: number;
	readonly day: number;
	/** `13:55:36`. */
	readonly clock: string;
	/** Where a zone may stand: the text behind the clock; empty where the shape has none. */
	readonly behind: string;
	/** Whether the order of the date's digits is a habit of some programs and not certain. */
	readonly unsure: boolean;
	readonly text: string;
};

export type LogLine = LogTime | {readonly kind: 'epoch'; readonly milliseconds: number; readonly text: string};

type Match = Readonly<Record<string, string | undefined>>;
type Shape = {readonly expression: RegExp; readonly read: (found: Match) => LogLine};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = '(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const clock = String.raw`(?<clock>[0-2]\d:[0-5]\d:[0-5]\d)(?:[.,]\d{1,9})?`;

const shapes: readonly Shape[] = [
	{
		// ISO 8601 and its kin, also behind a priority (RFC 5424), a bracket, a level or the name of a file.
		expression: new RegExp(
			String.raw`^(?:<\d{1,3}>\d? ?)?(?:[^\s"[\]]{1,120}:? |(?:INFO|WARN|WARNING|ERROR|DEBUG|FATAL|TRACE)\s+)?["[(]?(?:time=")?(?<year>\d{4})[-/](?<month>\d\d)[-/](?<day>\d\d)[T ]${clock}(?<behind>[\s\S]*)$`,
			'i',
		),
		read: local,
	},
	{
		// Common and combined log format of web servers.
		expression: new RegExp(
			String.raw`^(?<before>\S+ \S+ \S+ )\[(?<day>\d{1,2})/${month}/(?<year>\d{4}):${clock}(?<behind> [+-]\d{4})\](?<text>[\s\S]*)$`,
			'i',
		),
		read: local,
	},
	{
		// RFC 3164: no year, no zone.
		expression: new RegExp(
			String.raw`^(?:<\d{1,3}>)?${month} {1,2}(?<day>\d{1,2}) ${clock}(?: (?<year>\d{4}))?(?<text> [\s\S]*)$`,
		),
		read: local,
	},
	{
		// The error log of Apache.
		expression: new RegExp(
			String.raw`^\[(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ${month} {1,2}(?<day>\d{1,2}) ${clock} (?<year>\d{4})\](?<text>[\s\S]*)$`,
		),
		read: local,
	},
	{
		// The log of Kubernetes' own programs.
		expression: new RegExp(String.raw`^[IWEF](?<month>[01]\d)(?<day>[0-3]\d) ${clock} +\d+ (?<text>[\s\S]*)$`),
		read: local,
	},
	{
		// Hadoop: `081109 203615`.
		expression: /^(?<year>\d\d)(?<month>[01]\d)(?<day>[0-3]\d) (?<clock>[0-2]\d[0-5]\d[0-5]\d)(?<text> [\s\S]*)$/,
		read: (found) => {
			const digits = found.clock ?? '';
			const spaced = `${digits.slice(0, 2)}:${digits.slice(2, 4)}:${digits.slice(4, 6)}`;
			return {...local({...found, year: `20${found.year}`, clock: spaced}), unsure: true};
		},
	},
	{
		expression: /^\[?(?<seconds>1\d{9})(?:\.\d{1,9}|(?<more>\d{3}))?\]?(?<text>[:\s][\s\S]*)$/,
		read: ({seconds = '', more = '000', text = ''}) => ({kind: 'epoch', milliseconds: Number(seconds + more), text}),
	},
];

/** Undefined for a line that begins with no time. */
export function readLogLine(line: string): LogLine | undefined {
	for (const {expression, read} of shapes) {
		const found = expression.exec(line)?.groups;
		if (found !== undefined) return read(found);
	}
	return undefined;
}

function local({year, month: named = '', day, clock: typed = '', behind = '', before = '', text}: Match): LogTime {
	const index = months.indexOf(named.slice(0, 3).toLowerCase());
	return {
		kind: 'local',
		year: year === undefined ? undefined : Number(year),
		month: index < 0 ? Number(named) : index + 1,
		day: Number(day),
		clock: typed,
		behind,
		unsure: false,
		text: text === undefined ? behind : before + text,
	};
}
