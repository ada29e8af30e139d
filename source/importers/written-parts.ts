/** Where in a line its time stands, in the forms that people write: `- **~10:05 UTC** – x`, `[Jan 10] 10:05–10:20 PST x`. */
import {type ClockPart, readClock} from '../time/clock.ts';
import {readZonePart, type ZonePart} from '../time/zone-part.ts';
import type {ImportContext} from './candidate.ts';
import {type DigitOrder, type Near, readWrittenDate, type WrittenDate} from './written-date.ts';

/** What the whole text tells about how its times are written. */
export type Habits = {
	/** Whether `1005` is a time at the beginning of a line. */
	readonly bareDigits: boolean;
	/** Whether clocks of 12 hours occur and none of 24, so that `1:52` alone may be either. */
	readonly halves: boolean;
	/** Whether an hour from 13 on, or one like `09`, shows that clocks of 24 hours are meant. */
	readonly wholeDays: boolean;
	readonly order: DigitOrder;
	/** Whether `+5` and `=` may be times, as in the lines of `retro log`; in a document `+1` is somebody's consent. */
	readonly relative: boolean;
};

export type TimeParts = {
	readonly day: WrittenDate | null;
	readonly clock: ClockPart;
	readonly typedClock: string;
	readonly zone: ZonePart | null;
	/** Seconds since midnight of the end of a span. */
	readonly until: number | null;
	readonly start: number;
	/** Offset behind the time itself. */
	readonly timeEnd: number;
	/** Offset behind the marks around it too. */
	readonly end: number;
};

const opening =
	/^\s*(?:\*\*|__|`)?\s*[[(]?\s*(?:~|≈|approx(?:imately|\.)?\s|ca?\.\s?|circa\s|around\s|about\s|at\s)?\s*/i;
const closing = /^\s*(?:~|\((?:approx\.?|approximately|ish|ca\.?)\)|ish\b)?\s*[\])]?(?::?(?:\*\*|__)|`)?/i;
const loosely = /^\s*(?:\(?ish\)?|~|\(approx\.?\))(?=\s)/i;

/** The parts of the time that a line begins with; null where there is none, or only a date. */
export function timeParts(typed: string, near: Near, habits: Habits, {zones}: ImportContext): TimeParts | null {
	// `10:45~` is about that time; a space takes the place of the mark, so that offsets stay.
	const line = typed.replace(/(?<=^.{0,40}\d:\d\d)~/, ' ');
	const lead = opening.exec(line)?.[0] ?? '';
	const date = readWrittenDate(line, lead.length, near, habits.order);
	const clockStart = date === null ? lead.length : behindDate(line, date.end);
	const clock = readClock(line, clockStart);
	const framed = date !== null || /[[(]/.test(lead);
	if (clock === null || isPlainNumber(line, clockStart, clock.end, framed, habits)) return null;
	const typedClock = line.slice(clockStart, clock.end);
	const range = rangeAt(line, clock.end);
	const clockEnd = range?.end ?? clock.end;
	const zoneStart = clockEnd + (loosely.exec(line.slice(clockEnd))?.[0].length ?? 0);
	const zone = readZonePart(line, zoneStart, date !== null || /:\d\d:/.test(typedClock), zones);
	const zoneEnd = zone?.end ?? zoneStart;
	const later = date === null ? dateBehind(line, zoneEnd, near, habits.order) : null;
	const timeEnd = later?.end ?? zoneEnd;
	const end = timeEnd + (closing.exec(line.slice(timeEnd))?.[0] ?? '').length;
	if (!endsWell(line, timeEnd, end)) return null;
	const until = range?.seconds ?? null;
	return {day: date ?? later, clock, typedClock, zone, until, start: lead.length, timeEnd, end};
}

function behindDate(line: string, end: number): number {
	const gap = /^(?:T(?=\d)|[\])]?,?\s+(?:at\s+|@\s*|-\s+)?(?:~|ca?\.\s?|approx\.?\s)?\s*)/i.exec(line.slice(end));
	return end + (gap?.[0].length ?? 0);
}

/** `1005` is a time only where others are written so, or something beside it says that it is one. */
function isPlainNumber(line: string, start: number, end: number, framed: boolean, habits: Habits): boolean {
	if (!/^\d{4}$/.test(line.slice(start, end)) || framed || habits.bareDigits) return false;
	return !/^(?:Z\b| (?:UTC|GMT|[A-Z]{3,4})\b)/.test(line.slice(end));
}

function rangeAt(line: string, start: number): {readonly seconds: number; readonly end: number} | null {
	const lead = /^\s*(?:[-–—]|to\b|until\b)\s*~?(?=\d{1,2}:\d\d(?!\d))/i.exec(line.slice(start))?.[0];
	const clock = lead === undefined ? null : readClock(line, start + lead.length);
	return clock?.kind === 'clock' ? clock : null;
}

/** `10:05 UTC Monday Aug 27 - x`: the day behind the time. */
function dateBehind(line: string, start: number, near: Near, order: DigitOrder) {
	const gap = /^,?\s+(?:on\s+)?\(?/i.exec(line.slice(start))?.[0].length ?? 0;
	const date = gap === 0 ? null : readWrittenDate(line, start + gap, near, order);
	return date?.kind === 'date' && /^\s*(?:$|[-–—:,\])*])/.test(line.slice(date.end)) ? date : null;
}

function endsWell(line: string, end: number, closed: number): boolean {
	return closed > end || closed >= line.length || /^(?:[\s|,;:–—-]|\.(?:\s|$))/.test(line.slice(closed));
}
