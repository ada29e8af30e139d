/** A time of day in a zone, on a day or on none that is known, in UTC: or why that is not certain. */
import {secondsPerDay} from '../../time/calendar.ts';
import type {CalendarDate, Instant} from '../../time/instant.ts';
import {placeLocalTime} from '../../time/local-time.ts';
import type {Zone} from '../../time/zone-part.ts';
import {offsetAt} from '../../time/zoned.ts';
import type {ZoneReading} from '../../time/zones.ts';
import {remembered} from '../remembered.ts';
import {daysLater} from './dates.ts';
import {keyOfZone, type Nowhere} from './zone-names.ts';

/** A time of day in UTC; `days` is how far its day lies from the local one: -1, 0 or 1. */
export type UtcTime = {readonly seconds: number; readonly days: number};

export type Conversion =
	| ({readonly kind: 'known'} & UtcTime)
	/** `unheld`: the clocks there showed another time on that day than the one that the abbreviation names. */
	| {readonly kind: 'unsure'; readonly why: 'unheld' | 'open'; readonly choices: readonly UtcTime[]};

const open: Conversion = {kind: 'unsure', why: 'open', choices: []};

/**
 * Never guesses: what holds by one of several zones, or only in summer, is not known without more.
 * @param seconds since midnight, as the clock showed them
 * @param day undefined where it is not known
 */
export function inUtc(seconds: number, zone: Zone | Nowhere, day: CalendarDate | undefined): Conversion {
	switch (zone.kind) {
		case 'utc':
			return {kind: 'known', seconds, days: 0};
		case 'nowhere':
			return open;
		case 'offset':
			return known(seconds, zone.minutes);
		case 'city':
			return day === undefined ? undated(seconds, zone.city) : dated({seconds, zone, day});
		case 'abbreviation':
			return day === undefined ? undatedBy(seconds, zone.readings) : dated({seconds, zone, day});
	}
}

function known(seconds: number, minutes: number): Conversion {
	return {kind: 'known', ...shifted(seconds, minutes)};
}

function shifted(seconds: number, minutes: number): UtcTime {
	const utc = seconds - minutes * 60;
	return {seconds: ((utc % secondsPerDay) + secondsPerDay) % secondsPerDay, days: Math.floor(utc / secondsPerDay)};
}

function undated(seconds: number, city: string): Conversion {
	const minutes = steadyOffset(city);
	return minutes === undefined ? open : known(seconds, minutes);
}

function undatedBy(seconds: number, readings: readonly ZoneReading[]): Conversion {
	const [reading] = readings;
	if (reading === undefined || readings.length > 1) return open;
	if (reading.offset === null) return undated(seconds, reading.city);
	if (steadyOffset(reading.city) === reading.offset) return known(seconds, reading.offset);
	return {kind: 'unsure', why: 'open', choices: [shifted(seconds, reading.offset)]};
}

type Dated = {
	readonly seconds: number;
	readonly zone: Exclude<Zone, {kind: 'utc' | 'offset'}>;
	readonly day: CalendarDate;
};

/** Asking the clocks of a place takes longer than all the rest, and a timeline is read again at every key. */
const dated = remembered(
	({seconds, zone, day}: Dated): Conversion => {
		const placed = placeLocalTime({seconds, day, zone, typed: ''}, nowhere);
		if (placed.kind === 'refused') return open;
		const utc = shifted(seconds, placed.offset ?? 0);
		const {reading} = placed;
		if (reading === null || reading.offset === null) return {kind: 'known', ...utc};
		const shown = offsetAt(placed.at, reading.city);
		if (shown === reading.offset) return {kind: 'known', ...utc};
		return {kind: 'unsure', why: 'unheld', choices: [utc, shifted(seconds, shown)]};
	},
	({seconds, zone, day}) => `${seconds} ${day} ${keyOfZone(zone)}`,
);

/** The day is given, so that nothing else is leaned on. */
const nowhere = {
	now: '2000-01-01T00:00:00Z' as Instant,
	previous: null,
	incidentStart: null,
	incidentDate: null,
};

const steady = new Map<string, number | undefined>();

/** Minutes east of UTC where a city's clocks showed the same in every season since 2015; undefined elsewhere. */
function steadyOffset(city: string): number | undefined {
	if (!steady.has(city)) {
		const offsets = Array.from({length: 48}, (_, quarter) =>
			offsetAt(Date.UTC(2015 + Math.floor(quarter / 4), (quarter % 4) * 3, 1), city),
		);
		steady.set(city, offsets.every((minutes) => minutes === offsets[0]) ? offsets[0] : undefined);
	}
	return steady.get(city);
}

/** The day in UTC of a time on a local day. */
export function dayInUtc(day: CalendarDate, {days}: UtcTime): CalendarDate | undefined {
	return daysLater(day, days);
}
