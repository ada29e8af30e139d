/** The time at a place in a line, in all forms of the grammar: what an entry begins with and a time field is. */
import {dayOf} from './calendar.ts';
import {type ClockPart, endsHere, readClock} from './clock.ts';
import type {TimeChoice, TimeContext, TimeRefusal, TimeWarning} from './context.ts';
import {formatOffset} from './format.ts';
import {type Instant, instantOf, millisecondsOf} from './instant.ts';
import {placeLocalTime, placeName, type TypedDay} from './local-time.ts';
import {unobserved} from './observed.ts';
import {readPermalink} from './permalink.ts';
import {readRelative} from './relative.ts';
import {timeWarnings} from './warning.ts';
import {readZonePart, type Zone} from './zone-part.ts';
import type {ZoneReading} from './zones.ts';

/** A time that was read. */
export type TimeRead = {
	readonly kind: 'read';
	readonly at: Instant;
	/** As it was typed, where it was in another zone than UTC; empty otherwise. */
	readonly typed: string;
	/** What was converted: `PDT is UTC-7`; null where nothing was. */
	readonly note: string | null;
	readonly warnings: readonly TimeWarning[];
	/** Where it may be read otherwise as well, all of its readings, the one that was taken first. */
	readonly readings: readonly TimeChoice[];
	/** The link that carries it, where it was one. */
	readonly link?: string;
};

/** `end` is the offset behind it. */
export type WhenPart = (TimeRead | TimeRefusal) & {readonly end: number};

/** The time that begins at `start`; null where there is none, plain numbers included. */
export function readWhen(line: string, start: number, context: TimeContext): WhenPart | null {
	const relative = readRelative(line, start, context);
	if (relative?.kind === 'wrong') return refused(relative);
	if (relative !== null) {
		const warnings = timeWarnings(relative.at, false, null, context);
		return {kind: 'read', at: instantOf(relative.at), typed: '', note: null, warnings, readings: [], end: relative.end};
	}
	const link = readPermalink(line, start);
	if (link !== null && endsHere(line, link.end)) {
		const {at, url, end} = link;
		const warnings = timeWarnings(at, false, null, context);
		const note = 'from the link';
		return {kind: 'read', at: instantOf(at), typed: '', link: url, note, warnings, readings: [], end};
	}
	const day = readDay(line, start);
	const clock = readClock(line, day.end);
	if (clock === null) return null;
	if (day.kind === 'wrong') return refusedWithZone(line, clock.end, day);
	if (clock.kind === 'wrong') return refusedWithZone(line, clock.end, clock);
	return readZoned({line, start, clockStart: day.end, day: day.day, clock, dated: day.dated}, context);
}

/** The parts that are read so far. */
type Begun = {
	readonly line: string;
	readonly start: number;
	readonly clockStart: number;
	readonly day: TypedDay;
	readonly dated: boolean;
	readonly clock: Extract<ClockPart, {kind: 'clock'}>;
};

function readZoned(begun: Begun, context: TimeContext): WhenPart | null {
	const {line, clock, dated} = begun;
	const full = dated || clock.exact;
	const part = readZonePart(line, clock.end, full, context.zones ?? {});
	const range = rangeEnd(line, clock.end);
	if (range !== null && (part?.kind !== 'zone' || part.end !== range)) return refuseRange(begun, range, []);
	if (range !== null && part?.kind === 'zone' && !full && goesForward(line, clock, range)) {
		return refuseRange(begun, range, rangeChoices(begun, part.zone, range, context));
	}
	if (part?.kind === 'wrong') return refused(part);
	const end = part?.end ?? clock.end;
	const rangeBehind = rangeEnd(line, end);
	if (part !== null && rangeBehind !== null) return refuseRange(begun, rangeBehind, []);
	return endsHere(line, end) ? place(begun, part?.zone ?? {kind: 'utc', typed: false}, end, context) : null;
}

function place(
	{line, start, clockStart, day, dated, clock}: Begun,
	zone: Zone,
	end: number,
	context: TimeContext,
): WhenPart {
	const typed = line.slice(start, end);
	const time = {seconds: clock.seconds, day, zone, typed: line.slice(clockStart, clock.end)};
	const placed = placeLocalTime(time, context);
	if (placed.kind === 'refused') return {...placed, readings: withClocks(placed.readings, zone), end};
	const {at, offset, reading} = placed;
	return {
		kind: 'read',
		at: instantOf(at),
		typed: zone.kind === 'utc' ? '' : typed,
		note: noteOf(zone, offset),
		warnings: timeWarnings(at, dated, reading, context),
		readings: otherwise(at, reading),
		end,
	};
}

/** What the letters say, and what the clocks of their place showed where that was something else. */
function otherwise(at: number, reading: ZoneReading | null): TimeChoice[] {
	const others = reading === null ? [] : (unobserved(at, reading)?.readings ?? []);
	if (reading === null || others.length === 0) return [];
	const offset = reading.offset === null ? '' : `, ${formatOffset(reading.offset)}`;
	const taken = {label: `${reading.name}${offset}`, short: reading.abbreviation, at: instantOf(at)};
	return [taken, ...others];
}

/** The readings of an abbreviation, and behind them what the clocks of those places showed where that was something else. */
function withClocks(readings: readonly TimeChoice[], zone: Zone): TimeChoice[] {
	if (zone.kind !== 'abbreviation') return [...readings];
	const clocks = zone.readings.flatMap((reading) => {
		const own = readings.find(({short}) => short === placeName(reading.city));
		return own === undefined ? [] : (unobserved(millisecondsOf(own.at), reading)?.readings ?? []);
	});
	return [...readings, ...clocks];
}

function noteOf(zone: Zone, offset: number | null): string | null {
	if (zone.kind === 'utc' || offset === null) return null;
	if (zone.kind === 'offset') return `from ${formatOffset(offset)}`;
	const place = zone.kind === 'city' && zone.settled ? `, ${zone.city}` : '';
	return `${zone.label} is ${formatOffset(offset)}${place}`;
}

type DayPart =
	/** `dated` where the year was typed; `end` is where a time of day may begin. */
	| {readonly kind: 'day'; readonly day: TypedDay; readonly dated: boolean; readonly end: number}
	| {readonly kind: 'wrong'; readonly message: string; readonly hint: string; readonly end: number};

function readDay(line: string, start: number): DayPart {
	const rest = line.slice(start);
	const word = /^(today|yesterday)(?:,?\s+at\s+|,?\s+)(?=\d)/i.exec(rest);
	if (word !== null) {
		const day = word[1]?.toLowerCase() === 'today' ? 'today' : 'yesterday';
		return {kind: 'day', day, dated: false, end: start + word[0].length};
	}
	const match = /^((\d{4})-(\d\d)-(\d\d))(?:T|,?\s+)(?=\d)/i.exec(rest);
	if (match === null) return {kind: 'day', day: null, dated: false, end: start};
	const [whole, typed = '', year, month, day] = match;
	const made = dayOf(Number(year), Number(month), Number(day), typed);
	const end = start + whole.length;
	return made.kind === 'day'
		? {kind: 'day', day: made.date, dated: true, end}
		: {kind: 'wrong', message: made.message, hint: 'Write the date as in 2026-11-20', end};
}

/** Where `-10:20`, ` – 10:20`, ` to 4pm` ends that makes a span of two times; null where there is none. */
function rangeEnd(line: string, start: number): number | null {
	const rest = line.slice(start);
	const match =
		/^\s*(?:[-–—]|to\b|until\b)\s*(?:\d{4}-\d\d-\d\d[T ])?(?:\d{1,2}:\d\d(?::\d\d)?|\d{1,2} ?[ap]m)(?![\w:])/i.exec(
			rest,
		) ?? /^[-–—]\d{4}(?!\w)/.exec(rest);
	return match === null ? null : start + match[0].length;
}

/** Whether the time at the end of a span is later than that at its beginning, so that it may well be one. */
function goesForward(line: string, clock: Begun['clock'], end: number): boolean {
	const behind = readClock(line, end - (/\d\d:?\d\d$/.exec(line.slice(clock.end, end))?.[0].length ?? 0));
	return behind?.kind === 'clock' && behind.seconds > clock.seconds;
}

function rangeChoices(begun: Begun, zone: Zone, end: number, context: TimeContext): TimeChoice[] {
	const offset = zone.kind === 'offset' ? `at ${zone.label}` : '';
	const ways: readonly [Zone, string, string][] = [
		[{kind: 'utc', typed: false}, 'UTC, the beginning of a span', 'span'],
		[zone, offset, offset],
	];
	return ways.flatMap(([way, label, short]) => {
		const part = place(begun, way, end, context);
		return part.kind === 'read' ? [{label, short, at: part.at}] : [];
	});
}

function refuseRange({line, start}: Begun, end: number, readings: readonly TimeChoice[]): WhenPart {
	const typed = line.slice(start, end);
	const message = readings.length > 0 ? `${typed} may be a span or a zone` : `${typed} is a span of two times`;
	const hint = 'Give each of the two times its own line, or name the zone';
	return {kind: 'refused', message, hint, readings, brief: 'A span or a zone', end};
}

/** Takes the zone along, so that it does not end up in the text. */
function refusedWithZone(line: string, end: number, {message, hint}: {message: string; hint: string}): WhenPart {
	return refused({message, hint, end: readZonePart(line, end, true, {})?.end ?? end});
}

function refused({message, hint, end}: {message: string; hint: string; end: number}): WhenPart {
	return {kind: 'refused', message, hint, readings: [], end};
}
