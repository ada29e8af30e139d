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
	const day = Math.floor(epochMilliseconds / dayLength);
	if (day !== lastDay.number) {
		const [text = ''] = new Date(epochMilliseconds).toISOString().split('T');
		lastDay = {number: day, text};
	}
	const second = Math.floor((epochMilliseconds - day * dayLength) / 1000);
	const [hours, minutes] = [Math.floor(second / 3600), Math.floor(second / 60) % 60];
	return `${lastDay.text}T${twoDigits(hours)}:${twoDigits(minutes)}:${twoDigits(second % 60)}Z` as Instant;
}

function twoDigits(number: number): string {
	return number < 10 ? `0${number}` : String(number);
}

/** In milliseconds. */
const dayLength = 86_400_000;
/** The day since the epoch of the last instant that was made: thousands of an export are of the same. */
let lastDay = {number: Number.NaN, text: ''};

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
