/** Puts a clock time on the line of time by what is known of its day and zone, and says what had to be assumed. */
import type {TimeContext} from '../time/context.ts';
import {type CalendarDate, dateOf, type Instant, instantOf, millisecondsOf} from '../time/instant.ts';
import {placeLocalTime} from '../time/local-time.ts';
import {timeWarnings} from '../time/warning.ts';
import type {Zone} from '../time/zone-part.ts';
import type {Assumption, Candidate, ImportContext} from './candidate.ts';
import type {Near} from './written-date.ts';

/** What the lines before have said, for the times after them. */
export type Known = {
	/** The time of the row before, where its day still goes for the next. */
	readonly previous: Instant | null;
	/** The day of a heading, and whether it was written there or only follows from something else. */
	readonly date: CalendarDate | undefined;
	readonly dateIsStated: boolean;
	/** Whether it stood with a row. */
	readonly dayIsOfRow: boolean;
	/** The last day whose year was written: dates without theirs are near to it. */
	readonly anchor: CalendarDate | undefined;
	/** The zone that was declared for all times. */
	readonly zone: Zone | undefined;
	/** The zone of the row before, which a row without one is likely to share. */
	readonly zoneBefore: Zone | undefined;
	/** A zone that was declared and is not known. */
	readonly unknownZone: string | undefined;
};

export const nothingKnown: Known = {
	previous: null,
	date: undefined,
	dateIsStated: false,
	dayIsOfRow: false,
	anchor: undefined,
	zone: undefined,
	zoneBefore: undefined,
	unknownZone: undefined,
};

/** The day that dates without their year are near to. */
export function nearOf(known: Known, context: ImportContext): Near {
	const date = known.anchor ?? context.date ?? context.incidentDate;
	return date === undefined ? {date: dateOf(context.now), past: true} : {date, past: false};
}

export type ClockTime = {
	readonly seconds: number;
	/** As it stands in the line. */
	readonly typed: string;
	readonly day: CalendarDate | null;
	/** The zone beside it, where there is one. */
	readonly zone: Zone | null;
};

export type Placement =
	| {readonly kind: 'placed'; readonly at: Instant; readonly assumed: readonly Assumption[]; readonly zone: Zone}
	/** One sentence without a final stop. */
	| {
			readonly kind: 'refused';
			readonly message: string;
			/** The abbreviation that stands for several zones, where that is why. */
			readonly unclear?: string;
	  };

const isNotKnown = 'is not known';

/** Whether a row was refused because nobody knows the zone that was declared for it. */
export function hasUnknownZone({at, reason}: Pick<Candidate, 'at' | 'reason'>): boolean {
	return at === undefined && reason.startsWith('the zone ') && reason.endsWith(isNotKnown);
}

/** The instant of a clock time, with what was assumed for it; or why there is not exactly one. */
export function place(time: ClockTime, known: Known, context: ImportContext): Placement {
	const zone = time.zone ?? context.zone ?? known.zone;
	if (zone === undefined && known.unknownZone !== undefined)
		return {kind: 'refused', message: `the zone ${known.unknownZone} ${isNotKnown}`};
	const used = zone ?? known.zoneBefore ?? ({kind: 'utc', typed: false} as const);
	const times = timesOf(time, known, context);
	const local = {
		seconds: time.seconds,
		day: time.day ?? dayGoingOn(time, used, known, context),
		zone: used,
		typed: time.typed,
	};
	const placed = placeLocalTime(local, times);
	if (placed.kind === 'refused') {
		const settled = bySettledZone(placed.readings, local, times, context);
		if (settled === undefined) {
			const isUnclear = used.kind === 'abbreviation' && used.readings.length > 1;
			return {kind: 'refused', message: placed.message, ...(isUnclear && {unclear: used.label})};
		}
		return {kind: 'placed', at: settled, assumed: dayAssumption(settled, time, known, context), zone: used};
	}
	const at = instantOf(placed.at);
	const unobserved = timeWarnings(placed.at, true, placed.reading, times).some(({kind}) => kind === 'not-observed');
	const assumed: Assumption[] = [...dayAssumption(at, time, known, context)];
	if (zone === undefined || unobserved) assumed.push('zone');
	return {kind: 'placed', at, assumed, zone: used};
}

/**
 * The day of a heading goes for a time that comes after the row before on it, however much later it is: by what is
 * nearest, 18:00 under 00:10 would be of the day before. Null where the row before says which day it is.
 */
function dayGoingOn(time: ClockTime, zone: Zone, known: Known, context: ImportContext): CalendarDate | null {
	const day = known.date ?? context.date ?? context.incidentDate;
	if (known.previous === null || known.dayIsOfRow || day === undefined) return null;
	const placed = placeLocalTime({seconds: time.seconds, day, zone, typed: time.typed}, timesOf(time, known, context));
	return placed.kind !== 'refused' && placed.at >= millisecondsOf(known.previous) ? day : null;
}

function timesOf(time: ClockTime, known: Known, context: ImportContext): TimeContext {
	return {
		now: context.now,
		previous: time.day === null ? known.previous : null,
		incidentStart: null,
		incidentDate: known.date ?? context.date ?? context.incidentDate ?? dateOf(context.now),
		zones: context.zones,
	};
}

/** An abbreviation of several readings means the one that the named zone (`--tz`) agrees with. */
function bySettledZone(
	readings: readonly {readonly at: Instant}[],
	local: Parameters<typeof placeLocalTime>[0],
	times: TimeContext,
	context: ImportContext,
): Instant | undefined {
	if (context.zone === undefined || readings.length === 0) return undefined;
	const placed = placeLocalTime({...local, zone: context.zone}, times);
	if (placed.kind === 'refused') return undefined;
	return readings.find(({at}) => millisecondsOf(at) === placed.at)?.at;
}

const hour = 3_600_000;
/** A step over midnight is taken for certain where it is no longer than this. */
const certainStep = 6 * hour;

/**
 * A time without a day is on the day of the row before where it goes on from there. One that steps back may be
 * out of order or of another day, and a long way over midnight is no more than likely.
 */
function dayAssumption(at: Instant, time: ClockTime, known: Known, context: ImportContext): Assumption[] {
	if (time.day !== null) return [];
	if (known.previous === null) {
		if (known.date !== undefined) return known.dateIsStated ? [] : ['date'];
		return context.date === undefined ? ['date'] : [];
	}
	const step = millisecondsOf(at) - millisecondsOf(known.previous);
	const unsaid =
		known.dateIsStated || (known.date === undefined && context.date !== undefined) ? [] : ['date' as const];
	if (step < 0) return ['date'];
	return dateOf(at) !== dateOf(known.previous) && step > certainStep ? ['date'] : unsaid;
}
