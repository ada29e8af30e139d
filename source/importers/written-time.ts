/** The time that a line of a written timeline begins with, on the line of time, and what was assumed for it. */
import {type CalendarDate, type Instant, instantOf} from '../time/instant.ts';
import {readRelative} from '../time/relative.ts';
import type {Zone} from '../time/zone-part.ts';
import type {Assumption, ImportContext} from './candidate.ts';
import {type Known, nearOf, place} from './placement.ts';
import {type Habits, timeParts} from './written-parts.ts';

export type WrittenTime = {
	/** Undefined where the time is refused, and then `problem` says why. */
	readonly at: Instant | undefined;
	readonly problem: string;
	/** The abbreviation that stands for several zones, where that is what is wrong. */
	readonly unclear?: string | undefined;
	readonly assumed: readonly Assumption[];
	/** What was typed, where it was in another zone than UTC. */
	readonly typed: string;
	/** The zone that was written with it. */
	readonly zone: Zone | undefined;
	/** The day that was written with it. */
	readonly day: CalendarDate | null;
	/** Whether its year was written. */
	readonly year: boolean;
	/** Whether that day had its year, or is near to one that had. */
	readonly dayIsStated: boolean;
	/** The end of a span: ` (until 11:00 UTC)`; empty for most. */
	readonly until: string;
	readonly start: number;
	/** Offset behind it and the marks around it. */
	readonly end: number;
};

/** The time at the beginning of a line; null where there is none, or only a date. */
export function readWrittenTime(
	line: string,
	known: Known,
	habits: Habits,
	context: ImportContext,
): WrittenTime | null {
	const relative = habits.relative ? relativeTime(line, known, context) : null;
	if (relative !== null) return relative;
	const parts = timeParts(line, nearOf(known, context), habits, context);
	if (parts === null) return null;
	const {start, end, typedClock, clock, day, zone, until} = parts;
	const whole = {start, end, until: '', day: null, dayIsStated: false, year: false, zone: undefined};
	const refused = (problem: string): WrittenTime => ({...whole, at: undefined, problem, assumed: [], typed: ''});
	if (day?.kind === 'wrong') return refused(day.message);
	if (clock.kind === 'wrong') return refused(clock.message);
	if (zone?.kind === 'wrong') return refused(zone.message);
	const time = {seconds: clock.seconds, typed: typedClock, day: day?.date ?? null, zone: zone?.zone ?? null};
	const placed = place(time, known, context);
	if (placed.kind === 'refused') return {...refused(placed.message), unclear: placed.unclear};
	const anchored = known.anchor !== undefined || context.date !== undefined;
	const dayIsStated = day !== null && (day.year || (day.certain && anchored));
	const assumed = new Set(placed.assumed);
	if (day !== null && !dayIsStated) assumed.add('date');
	if (halfIsOpen(typedClock, habits, assumed)) assumed.add('half');
	const typed = line
		.slice(start, parts.timeEnd)
		.replace(/[[\]()*]/g, '')
		.trim();
	return {
		...whole,
		at: placed.at,
		problem: '',
		assumed: [...assumed],
		typed: placed.zone.kind === 'utc' ? '' : typed,
		day: day?.date ?? null,
		dayIsStated,
		year: day?.year ?? false,
		zone: zone?.zone,
		until: until === null ? '' : untilOf(until, placed.at, placed.zone, known, context),
	};
}

/** `=`, `+5`, and seconds since the epoch, as in the lines of `retro log`. “now” would be the time of the import. */
function relativeTime(line: string, known: Known, context: ImportContext): WrittenTime | null {
	const start = line.length - line.trimStart().length;
	const times = {now: context.now, previous: known.previous, incidentStart: null, incidentDate: null};
	if (!/^(?:=\s|\+\d+[dhms\d]*\s|\d{10})/.test(line.slice(start))) return null;
	const part = readRelative(line, start, times);
	if (part === null) return null;
	const whole = {
		start,
		end: part.end,
		until: '',
		day: null,
		dayIsStated: true,
		year: false,
		typed: '',
		zone: undefined,
		assumed: [],
	};
	return part.kind === 'at'
		? {...whole, at: instantOf(part.at), problem: ''}
		: {...whole, at: undefined, problem: part.message};
}

function halfIsOpen(typed: string, habits: Habits, assumed: ReadonlySet<Assumption>): boolean {
	return /^[1-9]:\d\d(?::\d\d)?$/.test(typed) && (habits.halves || (assumed.has('date') && !habits.wholeDays));
}

function untilOf(seconds: number, from: Instant, zone: Zone, known: Known, context: ImportContext): string {
	const end = place({seconds, typed: '', day: null, zone}, {...known, previous: from, dayIsOfRow: true}, context);
	return end.kind === 'placed' ? ` (until ${end.at.slice(11, 16)} UTC)` : '';
}
