/** Lines of logs: syslog, ISO times, web servers, Kubernetes, Hadoop. */
import {dayOf} from '../time/calendar.ts';
import {readZonePart} from '../time/zone-part.ts';
import {fromEpoch, readIso} from './absolute-time.ts';
import {type Candidate, type ImportContext, kept, leftOut} from './candidate.ts';
import {type LogTime, readLogLine} from './log-shapes.ts';
import {nearOf, nothingKnown, place} from './placement.ts';
import type {LineSource} from './source.ts';
import {withoutYear} from './written-date.ts';

export const logLines: LineSource = {
	kind: 'lines',
	name: 'log',
	title: 'Log',
	unit: 'lines',
	claims(lines) {
		const some = lines.filter((line) => line.trim() !== '').slice(0, 50);
		const timed = some.filter((line) => readLogLine(line) !== undefined);
		return timed.length > 0 && timed.length * 2 >= some.length;
	},
	reader(context) {
		return (line) => {
			if (line.trim() === '') return undefined;
			const exact = complete.exec(line);
			const instant = exact === null ? undefined : readIso(exact[1] ?? '');
			if (exact !== null && instant !== undefined) return kept(instant, line.slice(exact[0].length));
			const read = readLogLine(line);
			if (read === undefined) return leftOut(kept(undefined, line), 'no time');
			if (read.kind === 'epoch') return kept(fromEpoch(read.milliseconds), read.text);
			return candidateOf(read, context);
		};
	},
};

/** Most logs of today begin so, and their millions of lines need no more than this. */
const complete = /^\[?(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d))\]?(?:\s+(?:- )?|[,;]\s*)/;

function candidateOf(read: LogTime, context: ImportContext): Candidate {
	const zone = read.behind === '' ? null : readZonePart(read.behind, 0, true, context.zones);
	const rest = zone?.kind === 'zone' && read.text === read.behind ? read.behind.slice(zone.end) : read.text;
	const text = rest.replace(/^["\])]?\s*[-:]?\s*/, '');
	const day = dayOfLog(read, context);
	if (typeof day === 'string') return leftOut(kept(undefined, text), day);
	const [hours = 0, minutes = 0, seconds = 0] = read.clock.split(':').map(Number);
	if (hours > 23) return leftOut(kept(undefined, text), `${read.clock} is no time of day`);
	const time = {
		seconds: hours * 3600 + minutes * 60 + seconds,
		typed: read.clock,
		day: day.date,
		zone: zone?.kind === 'zone' ? zone.zone : null,
	};
	const placed = place(time, nothingKnown, context);
	if (placed.kind === 'refused') return leftOut(kept(undefined, text), placed.message);
	const assumed = day.certain && !read.unsure ? placed.assumed : (['date', ...placed.assumed] as const);
	return kept(placed.at, text, {assumed});
}

/** The day, or why it is none. */
function dayOfLog({year, month, day}: LogTime, context: ImportContext) {
	const typed = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
	if (year !== undefined) {
		const made = dayOf(year, month, day, `${year}-${typed}`);
		return made.kind === 'day' ? {date: made.date, certain: true} : made.message;
	}
	const found = withoutYear(month, day, nearOf(nothingKnown, context), typed, 0);
	return found.kind === 'wrong'
		? found.message
		: {date: found.date, certain: found.certain && context.date !== undefined};
}
