/** Dates as people write them before a time or in a heading: `2026-01-10`, `Jan 10`, `Monday 10 January 2026`, `03-26`. */
import {dayOf, secondsPerDay, startOf} from '../time/calendar.ts';
import {readDate} from '../time/date.ts';
import type {CalendarDate} from '../time/instant.ts';

/** Day and month in which order, where only digits tell: `03-26` settles it for `03-05` in the same document. */
export type DigitOrder = 'month-day' | 'day-month' | undefined;

/** The day that dates without their year are near to. */
export type Near = {
	readonly date: CalendarDate;
	/** Whether it is no more than today, so that what is meant lies before it. */
	readonly past: boolean;
};

export type WrittenDate =
	/** `end` is the offset behind it; `year` whether its year was written; `certain` whether it is beyond doubt by what is near. */
	| {
			readonly kind: 'date';
			readonly date: CalendarDate;
			readonly year: boolean;
			readonly certain: boolean;
			readonly end: number;
	  }
	| {readonly kind: 'wrong'; readonly message: string; readonly end: number};

const monthName = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const shapes = [
	`\\d{4}(?<one>[-/.])\\d\\d?\\k<one>\\d\\d?`,
	`\\d\\d?(?<two>[-/.])\\d\\d?\\k<two>\\d{4}`,
	`\\d\\d?(?:st|nd|rd|th)?[ -](?:of )?${monthName}(?:,?[ -]\\d{4})?`,
	`${monthName} (?:the )?\\d\\d?(?:st|nd|rd|th)?(?:,? \\d{4}(?![:\\d]))?`,
	`\\d\\d[-/]\\d\\d(?= \\d\\d?:\\d\\d)`,
];
const weekday = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? +(?:the )?)?';
const expression = new RegExp(`${weekday}(${shapes.join('|')})(?![A-Za-z0-9])`, 'iy');
const isoBeforeTime = /(\d{4}-\d\d-\d\d)(?=T\d)/iy;

/** The date that begins at `start`; null where there is none. */
export function readWrittenDate(line: string, start: number, near: Near, order: DigitOrder): WrittenDate | null {
	const [whole, typed = ''] = matchAt(isoBeforeTime, line, start) ?? matchAt(expression, line, start) ?? [];
	if (whole === undefined) return null;
	const end = start + whole.length;
	if (/^\d\d[-/]\d\d$/.test(typed)) return twoNumbers(typed, near, order, end);
	const plain = typed.replace(/ (?:of|the) /i, ' ').replace(/\.(?= )/, '');
	if (!/\d{4}/.test(typed)) {
		// 29 February is there in a leap year, whichever year is meant.
		const inLeapYear = readDate(`${plain} 2024`, near.date);
		if (inLeapYear.kind !== 'date') return {kind: 'wrong', message: `${typed} is no date`, end};
		return withoutYear(Number(inLeapYear.date.slice(5, 7)), Number(inLeapYear.date.slice(8)), near, typed, end);
	}
	const reading = readDate(plain, near.date);
	if (reading.kind === 'date') return {kind: 'date', date: reading.date, year: true, certain: true, end};
	return {kind: 'wrong', message: reading.kind === 'refused' ? reading.message : `${typed} is no date`, end};
}

/** Further than this from the day that is known, a date without its year is as likely of the year before or after. */
const nearDays = 150;

/** Of the years around, the one that puts the day nearest to what is known; or the last one gone by. */
export function withoutYear(month: number, day: number, near: Near, typed: string, end: number): WrittenDate {
	const thisYear = Number(near.date.slice(0, 4));
	const found = [thisYear - 1, thisYear, thisYear + 1].flatMap((year) => {
		const made = dayOf(year, month, day, typed);
		return made.kind === 'day' ? [{date: made.date, days: daysBetween(near.date, made.date)}] : [];
	});
	const [best] = found.filter(({days}) => !near.past || days <= 1).sort((a, b) => Math.abs(a.days) - Math.abs(b.days));
	if (best === undefined) return {kind: 'wrong', message: `${typed} is no date`, end};
	const certain = !near.past && Math.abs(best.days) <= nearDays;
	return {kind: 'date', date: best.date, year: false, certain, end};
}

function daysBetween(from: CalendarDate, to: CalendarDate): number {
	return (startOf(to) - startOf(from)) / (secondsPerDay * 1000);
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

function twoNumbers(typed: string, near: Near, order: DigitOrder, end: number): WrittenDate {
	const [first, second] = typed.split(/[-/]/) as [string, string];
	const settled = order ?? (Number(first) > 12 ? 'day-month' : Number(second) > 12 ? 'month-day' : undefined);
	if (settled === undefined) return {kind: 'wrong', message: `${typed} may be a month and a day or the reverse`, end};
	const [month, day] = settled === 'month-day' ? [first, second] : [second, first];
	return withoutYear(Number(month), Number(day), near, typed, end);
}

function matchAt(sticky: RegExp, line: string, start: number): RegExpExecArray | null {
	sticky.lastIndex = start;
	return sticky.exec(line);
}
