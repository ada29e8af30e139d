/**
 * The two kinds of time that are stored, as branded strings so that they cannot be mixed up
 * with each other or with what somebody typed.
 */

/** An instant in UTC, exactly `YYYY-MM-DDTHH:MM:SSZ`. Sorts by time when compared as text. */
export type Instant = string & {readonly __instant: unique symbol};

/** A calendar date, exactly `YYYY-MM-DD`. */
export type CalendarDate = string & {readonly __date: unique symbol};

const instantShape = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;
const dateShape = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Whether the text is a stored instant that exists (30 February does not). */
export function isInstant(text: string): text is Instant {
	return instantShape.test(text) && isRealDay(text.slice(0, 10));
}

/** Whether the text is a calendar date that exists. */
export function isCalendarDate(text: string): text is CalendarDate {
	return dateShape.test(text) && isRealDay(text);
}

/** The instant of a moment given in milliseconds since the epoch; what is below a second is cut off. */
export function instantOf(epochMilliseconds: number): Instant {
	// As Date cuts: of a moment before 1970 towards it.
	const whole = Math.trunc(epochMilliseconds);
	const minute = Math.floor(whole / minuteLength);
	if (minute !== lastMinute.number) {
		lastMinute = {number: minute, text: new Date(whole).toISOString().slice(0, -'SS.000Z'.length)};
	}
	const second = Math.floor((whole - minute * minuteLength) / 1000);
	return `${lastMinute.text}${seconds[second] ?? ''}` as Instant;
}

/** In milliseconds. */
const minuteLength = 60_000;
/** The minute since the epoch of the last instant that was made: many of an export are of the same. */
let lastMinute = {number: Number.NaN, text: ''};
/** How an instant ends, by its second. */
const seconds = Array.from({length: 60}, (_, second) => `${String(second).padStart(2, '0')}Z`);

/** Milliseconds since the epoch. */
export function millisecondsOf(instant: Instant): number {
	return Date.parse(instant);
}

/** The day, in UTC, on which the instant lies. */
export function dateOf(instant: Instant): CalendarDate {
	return instant.slice(0, 10) as CalendarDate;
}

/** The day that was asked last and is real: the entries of a timeline are of one day, or few. */
let realDay = '';

function isRealDay(day: string): boolean {
	if (day === realDay) return true;
	const parsed = new Date(`${day}T00:00:00Z`);
	const isReal = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
	if (isReal) realDay = day;
	return isReal;
}
