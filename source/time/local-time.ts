/** Which instant a time of day means, by its zone and by its date or, where none was typed, the dates around it. */
import {addDays, dateAt, startOf} from './calendar.ts';
import type {TimeChoice, TimeContext, TimeRefusal, ZoneSettlement} from './context.ts';
import {formatOffset, printOffset} from './format.ts';
import {type CalendarDate, instantOf, millisecondsOf} from './instant.ts';
import type {Zone} from './zone-part.ts';
import {momentsOf, offsetAt, type WallClock} from './zoned.ts';
import type {ZoneReading} from './zones.ts';

/** The day that was typed; null where none was. */
export type TypedDay = CalendarDate | 'today' | 'yesterday' | null;

/** A time of day with its day and zone; `typed` is the time of day as it stands in the line, for messages. */
export type LocalTime = {
	readonly seconds: number;
	readonly day: TypedDay;
	readonly zone: Zone;
	readonly typed: string;
};

export type Placed =
	/** `at` in milliseconds since the epoch; `offset` in minutes, and the zone it was read by, where that is not plain UTC. */
	| {readonly kind: 'placed'; readonly at: number; readonly offset: number | null; readonly reading: ZoneReading | null}
	| TimeRefusal;

/** The instant of a local time, or why there is not exactly one. */
export function placeLocalTime(time: LocalTime, context: TimeContext): Placed {
	const {zone} = time;
	switch (zone.kind) {
		case 'utc':
			return placeByClocks(time, {offset: 0}, context, null);
		case 'offset':
			return placeByClocks(time, {offset: zone.minutes}, context, null);
		case 'city':
			return placeByClocks(time, {city: zone.city}, context, null);
		case 'abbreviation':
			return placeByReadings(time, zone.label, zone.readings, context);
	}
}

/** Clocks that keep one distance from UTC (in minutes), or those of an IANA zone. */
type Clocks = {readonly offset: number} | {readonly city: string};

function placeByReadings(
	time: LocalTime,
	label: string,
	readings: readonly ZoneReading[],
	context: TimeContext,
): Placed {
	const placed = readings.map((reading) => ({
		reading,
		placed: placeByClocks(time, clocksOf(reading), context, reading),
	}));
	const [first] = placed;
	if (first === undefined) return refusal(`${label} is no known time zone`, 'Write it as in Europe/Berlin');
	// EST in winter is the same instant by every reading that counts, and then nothing is guessed.
	if (placed.every((one) => one.placed.kind === 'placed' && atOf(one.placed) === atOf(first.placed)))
		return first.placed;
	if (placed.length === 1) return first.placed;
	const choices = placed.flatMap((one) => choicesOf(one.reading, one.placed));
	const ways = placed.flatMap((one) => {
		const at = choicesOf(one.reading, one.placed)[0]?.at;
		return at === undefined
			? []
			: [`${formatOffset(offsetOf(clocksOf(one.reading), millisecondsOf(at)))} (${placeName(one.reading.city)})`];
	});
	const message = ways.length === 0 ? `${label} stands for several zones` : `${label} may be ${inWords(ways)}`;
	return {
		kind: 'refused',
		message,
		hint: `Write the place, as in ${first.reading.city}, or the offset`,
		readings: choices,
		brief: label,
	};
}

function placeByClocks(time: LocalTime, clocks: Clocks, context: TimeContext, reading: ZoneReading | null): Placed {
	const date = dayFor(time, clocks, context);
	const shown = date === null ? null : shownOn(date, time.seconds, clocks);
	if (date === null || shown === null) return refusal(`${time.typed} is out of reach`, 'Years go from 0000 to 9999');
	if (shown.kind !== 'once') return refuseChange(time, date, shown, clocks);
	const offset = time.zone.kind === 'utc' ? null : offsetOf(clocks, shown.at);
	return {kind: 'placed', at: shown.at, offset, reading};
}

/** Where a time without a date may lie, in milliseconds from what it leans on: design of the entry line. */
const hour = 3_600_000;
const sinceEntry = {from: -6 * hour, to: 18 * hour};
/** Against now, the other way round: what is noted has mostly just happened. */
const untilNow = {from: -18 * hour, to: 6 * hour};

function dayFor(time: LocalTime, clocks: Clocks, context: TimeContext): CalendarDate | null {
	const now = millisecondsOf(context.now);
	if (time.day === 'today') return dateOn(clocks, now, 0);
	if (time.day === 'yesterday') return dateOn(clocks, now, -1);
	if (time.day !== null) return time.day;
	const anchor = context.previous ?? context.incidentStart;
	if (anchor !== null) return nearest(time.seconds, clocks, millisecondsOf(anchor), sinceEntry);
	return context.incidentDate ?? nearest(time.seconds, clocks, now, untilNow);
}

/** The first day, of the one before the anchor's to the one after, on which the time lies in the window. */
function nearest(
	seconds: number,
	clocks: Clocks,
	anchor: number,
	window: {readonly from: number; readonly to: number},
): CalendarDate | null {
	const days = [-1, 0, 1].map((step) => dateOn(clocks, anchor, step));
	const fitting = days.find((date) => {
		const shown = date === null ? null : shownOn(date, seconds, clocks);
		if (shown === null) return false;
		const distance = (shown.kind === 'once' ? shown.at : shown.earlier) - anchor;
		return distance >= window.from && distance <= window.to;
	});
	// A clock that is put back can leave the hour just outside of the window on every day.
	return fitting ?? days[1] ?? null;
}

function shownOn(date: CalendarDate, seconds: number, clocks: Clocks): WallClock | null {
	const shown: WallClock =
		'city' in clocks
			? momentsOf(date, seconds, clocks.city)
			: {kind: 'once', at: startOf(date) + seconds * 1000 - clocks.offset * 60_000};
	const all = shown.kind === 'once' ? [shown.at] : [shown.earlier, shown.later];
	return all.every((at) => dateAt(at) !== null) ? shown : null;
}

function dateOn(clocks: Clocks, at: number, step: number): CalendarDate | null {
	const date = dateAt(at + offsetOf(clocks, at) * 60_000);
	return date && addDays(date, step);
}

function offsetOf(clocks: Clocks, at: number): number {
	return 'city' in clocks ? offsetAt(at, clocks.city) : clocks.offset;
}

function clocksOf(reading: ZoneReading): Clocks {
	return reading.offset === null ? {city: reading.city} : {offset: reading.offset};
}

function refuseChange(
	time: LocalTime,
	date: CalendarDate,
	shown: Extract<WallClock, {earlier: number}>,
	clocks: Clocks,
): TimeRefusal {
	const place = 'city' in clocks ? placeName(clocks.city) : '';
	// The reading by the offset before a change is the later one where hours were skipped, the earlier where they came twice.
	const pair = [shown.earlier, shown.later].map((at) => {
		const other = at === shown.earlier ? shown.later : shown.earlier;
		const minutes = offsetOf(clocks, shown.kind === 'twice' ? at : other);
		return {label: formatOffset(minutes), at: instantOf(at), minutes};
	});
	const what = shown.kind === 'twice' ? 'came twice' : 'was skipped by the clocks';
	const offsets = pair.map(({minutes}) => printOffset(minutes)).join(' or ');
	return {
		kind: 'refused',
		message: `${time.typed} ${what} in ${place} on ${date}`,
		hint: `Write ${offsets} for the zone`,
		readings: pair.map(({label, at}) => ({label: `${label}, ${place}`, short: label, at})),
		brief: `${time.typed} ${shown.kind === 'twice' ? 'came twice' : 'was skipped'}`,
	};
}

function choicesOf(reading: ZoneReading, placed: Placed): TimeChoice[] {
	const short = placeName(reading.city);
	if (placed.kind === 'refused') {
		return placed.readings.map(({label, at}) => ({
			label: `${reading.name}, ${label}`,
			short: `${short} ${label.split(',')[0] ?? ''}`,
			at,
			settles: settlementOf(reading, millisecondsOf(at)),
		}));
	}
	const offset = formatOffset(offsetOf(clocksOf(reading), placed.at));
	return [
		{
			label: `${reading.name}, ${offset}`,
			short,
			at: instantOf(placed.at),
			settles: settlementOf(reading, placed.at),
		},
	];
}

/** The city where its clocks keep what was read, since the letters go on with them; else the offset itself. */
function settlementOf({abbreviation, offset, city}: ZoneReading, at: number): ZoneSettlement {
	const keeps = offset === null || offsetAt(at, city) === offset;
	return {abbreviation, zone: keeps ? city : printOffset(offset)};
}

function atOf(placed: Placed): number | null {
	return placed.kind === 'placed' ? placed.at : null;
}

/** `America/Los_Angeles` as Los Angeles. */
export function placeName(city: string): string {
	return (city.split('/').at(-1) ?? city).replaceAll('_', ' ');
}

function inWords(parts: readonly string[]): string {
	return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1) ?? ''}`;
}

function refusal(message: string, hint: string): TimeRefusal {
	return {kind: 'refused', message, hint, readings: []};
}
