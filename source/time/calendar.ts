/** Days of the Gregorian calendar, counted without any zone. */
import {capitalised} from '../text/capitalised.ts';
import {type CalendarDate, isCalendarDate} from './instant.ts';

export const secondsPerDay = 86_400;

/** English, lower case, Monday first, as ISO 8601 counts them. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export const months = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december',
] as const;

/** A date of the calendar, or why there is none such: a sentence without a final stop. */
export type DayReading =
	| {readonly kind: 'day'; readonly date: CalendarDate}
	| {readonly kind: 'wrong'; readonly message: string};

/** The day with these numbers, month and day from 1. `typed` is how it stands in the line. */
export function dayOf(year: number, month: number, day: number, typed: string): DayReading {
	const date = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
	if (isCalendarDate(date)) return {kind: 'day', date};
	const name = months[month - 1];
	if (name === undefined) return {kind: 'wrong', message: `${typed} is no date: there is no month ${month}`};
	const length = daysInMonth(year, month);
	return {kind: 'wrong', message: `${typed} is no date: ${capitalised(name)} ${year} has ${length} days`};
}

/** The date so many days later; null where its year no longer has four digits. */
export function addDays(date: CalendarDate, days: number): CalendarDate | null {
	return dateAt(startOf(date) + days * secondsPerDay * 1000);
}

/** The date so many months later; the last day of the month where that month is shorter. */
export function addMonths(date: CalendarDate, count: number): CalendarDate | null {
	const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
	const total = year * 12 + month - 1 + count;
	const [newYear, newMonth] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1];
	const made = dayOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)), date);
	return made.kind === 'day' ? made.date : null;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(date: CalendarDate): number {
	return (new Date(startOf(date)).getUTCDay() + 6) % 7;
}

/** The date with its day of the week, as a due date is said: `Friday 2026-11-27`. */
export function phraseOf(date: CalendarDate): string {
	return `${capitalised(weekdays[weekdayOf(date)] ?? '')} ${date}`;
}

/** Milliseconds since the epoch of the day's beginning, its clock being UTC. */
export function startOf(date: CalendarDate): number {
	return Date.parse(`${date}T00:00:00Z`);
}

/** The date on a clock that shows UTC at this many milliseconds since the epoch; null beyond years of four digits. */
export function dateAt(milliseconds: number): CalendarDate | null {
	if (Math.abs(milliseconds) > 8.64e15) return null;
	const date = new Date(milliseconds).toISOString().split('T')[0] ?? '';
	return isCalendarDate(date) ? date : null;
}

/** The month's length in days. */
export function daysInMonth(year: number, month: number): number {
	const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function padded(value: number, width: number): string {
	return String(value).padStart(width, '0');
}
