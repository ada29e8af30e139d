/** The time that a line of a written timeline begins with, in the forms that people write: `- **~10:05 UTC** – x`. */
import {readClock} from '../time/clock.ts';
import {type CalendarDate, dateOf, type Instant, instantOf} from '../time/instant.ts';
import {readRelative} from '../time/relative.ts';
import {readZonePart, type Zone} from '../time/zone-part.ts';
import type {Assumption, ImportContext} from './candidate.ts';
import {type Known, place} from './placement.ts';
import {type DigitOrder, readWrittenDate} from './written-date.ts';

/** What the whole text tells about how its times are written. */
export type Habits = {
	/** Whether `1005` is a time at the beginning of a line. */
	readonly bareDigits: boolean;
	/** Whether clocks of 12 hours occur, so that `1:52` alone may be either. */
	readonly halves: boolean;
	readonly order: DigitOrder;
};

export type WrittenTime = {
	/** Undefined where the time is refused, and then `problem` says why. */
	readonly at: Instant | undefined;
	readonly problem: string;
	readonly assumed: readonly Assumption[];
	/** What was typed, where it was in another zone than UTC. */
	readonly typed: string;
	/** The day that was written with it. */
	readonly day: CalendarDate | null;
	/** Whether that day had its year, or one could be told from a date that was stated. */
	readonly dayIsStated: boolean;
	/** The end of a span: ` (until 11:00 UTC)`; empty for most. */
	readonly until: string;
	readonly start: number;
	/** Offset behind it and the marks around it. */
	readonly end: number;
};

const opening = /^\s*(?:\*\*|__|`)?\s*[[(]?\s*(?:~|≈|approx(?:imately|\.)?\s|ca?\.\s?|circa\s|around\s|about\s|at\s)?\s*/i;
const closing = /^\s*(?:~|\((?:approx\.?|approximately|ish|ca\.?)\)|ish\b)?\s*[\])]?(?::?(?:\*\*|__)|`)?/i;

/** The time at the beginning of a line; null where there is none, or only a date. */
export function readWrittenTime(line: string, known: Known, habits: Habits, context: ImportContext): WrittenTime | null {
	const lead = opening.exec(line)?.[0] ?? '';
	const near = known.date ?? context.date ?? context.incidentDate ?? dateOf(context.now);
	const relative = lead.trim() === '' ? relativeTime(line, lead.length, known, context) : null;
	if (relative !== null) return relative;
	const date = readWrittenDate(line, lead.length, near, habits.order);
	const clockStart = date === null ? lead.length : behindDate(line, date.end);
	const clock = readClock(line, clockStart);
	if (clock === null || isPlainNumber(line, clockStart, clock.end, date !== null || /[[(]/.test(lead), habits))
		return null;
	const typedClock = line.slice(clockStart, clock.end);
	const range = rangeAt(line, clock.end);
	const zoneStart = range?.end ?? clock.end;
	const zone = readZonePart(line, zoneStart, date !== null || /:\d\d:/.test(typedClock), context.zones);
	const zoneEnd = zone?.end ?? zoneStart;
	const later = date === null ? dateBehind(line, zoneEnd, near, habits.order) : null;
	const end = later?.end ?? zoneEnd;
	const marks = closing.exec(line.slice(end))?.[0] ?? '';
	const whole = {start: lead.length, end: end + marks.length, until: '', day: null, dayIsStated: false};
	if (!endsWell(line, end, whole.end)) return null;
	const day = date ?? later;
	const wrong = [day, clock, zone].find((part) => part?.kind === 'wrong');
	if (wrong !== undefined && wrong !== null && 'message' in wrong)
		return {...whole, at: undefined, problem: wrong.message, assumed: [], typed: ''};
	if (clock.kind === 'wrong' || day?.kind === 'wrong' || zone?.kind === 'wrong') return null;
	const time = {seconds: clock.seconds, typed: typedClock, day: day?.date ?? null, zone: zone?.zone ?? null};
	const placed = place(time, known, context);
	if (placed.kind === 'refused') return {...whole, at: undefined, problem: placed.message, assumed: [], typed: ''};
	const dayIsStated = day !== null && (day.year || known.dateIsStated || context.date !== undefined);
	const assumed = new Set(placed.assumed);
	if (day !== null && !dayIsStated) assumed.add('date');
	if (halfIsOpen(typedClock, habits, assumed)) assumed.add('half');
	return {
		...whole,
		at: placed.at,
		problem: '',
		assumed: [...assumed],
		typed: placed.zone.kind === 'utc' ? '' : line.slice(lead.length, end).trim(),
		day: day?.date ?? null,
		dayIsStated,
		until: range === null ? '' : untilOf(range.seconds, placed.at, placed.zone, known, context),
	};
}

/** `=`, `+5`, and seconds since the epoch, as in the lines of `retro log`. “now” would be the time of the import. */
function relativeTime(line: string, start: number, known: Known, context: ImportContext): WrittenTime | null {
	const times = {now: context.now, previous: known.previous, incidentStart: null, incidentDate: null};
	if (!/^(?:=\s|\+\d+[dhms\d]*\s|\d{10})/.test(line.slice(start))) return null;
	const part = readRelative(line, start, times);
	if (part === null) return null;
	const whole = {start, end: part.end, until: '', day: null, dayIsStated: true, typed: '', assumed: []};
	return part.kind === 'at'
		? {...whole, at: instantOf(part.at), problem: ''}
		: {...whole, at: undefined, problem: part.message};
}

function behindDate(line: string, end: number): number {
	const gap = /^(?:T(?=\d)|,?\s+(?:at\s+|@\s*|-\s+)?(?:~|ca?\.\s?|approx\.?\s)?\s*)/i.exec(line.slice(end));
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
function dateBehind(line: string, start: number, near: CalendarDate, order: DigitOrder) {
	const gap = /^,?\s+(?:on\s+)?/i.exec(line.slice(start))?.[0].length ?? 0;
	const date = gap === 0 ? null : readWrittenDate(line, start + gap, near, order);
	return date?.kind === 'date' && /^\s*(?:$|[-–—:,\])*])/.test(line.slice(date.end)) ? date : null;
}

function endsWell(line: string, end: number, closed: number): boolean {
	return closed > end || closed >= line.length || /^(?:[\s|,;:–—-]|\.(?:\s|$))/.test(line.slice(closed));
}

function halfIsOpen(typed: string, habits: Habits, assumed: ReadonlySet<Assumption>): boolean {
	return /^[1-9]:\d\d(?::\d\d)?$/.test(typed) && (habits.halves || assumed.has('date'));
}

function untilOf(seconds: number, from: Instant, zone: Zone, known: Known, context: ImportContext): string {
	const end = place({seconds, typed: '', day: null, zone}, {...known, previous: from}, context);
	return end.kind === 'placed' ? ` (until ${end.at.slice(11, 16)} UTC)` : '';
}
