/** Dates as people write them before a time or in a heading: `2026-01-10`, `Jan 10`, `Monday 10 January 2026`, `03-26`. */
import {dayOf} from '../time/calendar.ts';
import {readDate} from '../time/date.ts';
import type {CalendarDate} from '../time/instant.ts';

/** Day and month in which order, where only digits tell: `03-26` settles it for `03-05` in the same document. */
export type DigitOrder = 'month-day' | 'day-month' | undefined;

export type WrittenDate =
	/** `end` is the offset behind it; `year` whether its year was written. */
	| {readonly kind: 'date'; readonly date: CalendarDate; readonly year: boolean; readonly end: number}
	| {readonly kind: 'wrong'; readonly message: string; readonly end: number};

const monthName = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const shapes = [
	`\\d{4}(?<one>[-/.])\\d\\d?\\k<one>\\d\\d?`,
	`\\d\\d?(?<two>[-/.])\\d\\d?\\k<two>\\d{4}`,
	`\\d\\d?(?:st|nd|rd|th)?[ -](?:of )?${monthName}(?:,?[ -]\\d{4})?`,
	`${monthName} \\d\\d?(?:st|nd|rd|th)?(?:,? \\d{4}(?![:\\d]))?`,
	`\\d\\d[-/]\\d\\d(?= \\d\\d?:\\d\\d)`,
];
const weekday = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? +(?:the )?)?';
const expression = new RegExp(`${weekday}(${shapes.join('|')})(?![A-Za-z0-9])`, 'iy');
const isoBeforeTime = /(\d{4}-\d\d-\d\d)(?=T\d)/iy;

/**
 * The date that begins at `start`; null where there is none.
 * @param near the day that a date without its year is near to
 */
export function readWrittenDate(
	line: string,
	start: number,
	near: CalendarDate,
	order: DigitOrder,
): WrittenDate | null {
	const [whole, typed = ''] = matchAt(isoBeforeTime, line, start) ?? matchAt(expression, line, start) ?? [];
	if (whole === undefined) return null;
	const end = start + whole.length;
	if (/^\d\d[-/]\d\d$/.test(typed)) return twoNumbers(typed, near, order, end);
	const year = /\d{4}/.test(typed);
	const plain = typed.replace(/ of /i, ' ').replace(/\.(?= )/, '');
	const reading = readDate(plain, near);
	if (reading.kind === 'date') return {kind: 'date', date: reading.date, year, end};
	// Far from the day that is known: the year of that day, which is an assumption anyway.
	const sameYear = year ? reading : readDate(`${plain} ${near.slice(0, 4)}`, near);
	if (sameYear.kind === 'date') return {kind: 'date', date: sameYear.date, year, end};
	return {kind: 'wrong', message: reading.kind === 'refused' ? reading.message : `${typed} is no date`, end};
}

/** Which order dates of two numbers have in a text; undefined where none of them tells, or two disagree. */
export function digitOrderOf(text: string): DigitOrder {
	let [monthFirst, dayFirst] = [false, false];
	for (const [, first, second] of text.matchAll(/(?<![\d-])(\d\d)[-/](\d\d)(?= \d\d?:\d\d)/g)) {
		if (Number(second) > 12) monthFirst = true;
		if (Number(first) > 12) dayFirst = true;
	}
	if (monthFirst === dayFirst) return undefined;
	return monthFirst ? 'month-day' : 'day-month';
}

function twoNumbers(typed: string, near: CalendarDate, order: DigitOrder, end: number): WrittenDate {
	const [first, second] = typed.split(/[-/]/).map(Number) as [number, number];
	const settled = order ?? (first > 12 ? 'day-month' : second > 12 ? 'month-day' : undefined);
	if (settled === undefined) return {kind: 'wrong', message: `${typed} may be a month and a day or the reverse`, end};
	const [month, day] = settled === 'month-day' ? [first, second] : [second, first];
	const year = Number(near.slice(0, 4));
	// Of the year before, where that is nearer: `12-05` in a report of March.
	const isBefore = month - Number(near.slice(5, 7)) > 6;
	const made = dayOf(isBefore ? year - 1 : year, month, day, typed);
	return made.kind === 'day'
		? {kind: 'date', date: made.date, year: false, end}
		: {kind: 'wrong', message: made.message, end};
}

function matchAt(sticky: RegExp, line: string, start: number): RegExpExecArray | null {
	sticky.lastIndex = start;
	return sticky.exec(line);
}
