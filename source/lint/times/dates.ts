/** Dates in prose: where they stand, which day they name, and how they are written. */
import {addDays, dayOf, months, startOf, weekdayOf, weekdays} from '../../time/calendar.ts';
import type {CalendarDate} from '../../time/instant.ts';
import type {Span} from '../finding.ts';

/** A date as it is written; month and day count from 1. */
export type WrittenDate = {
	readonly span: Span;
	readonly year: number | undefined;
	readonly month: number;
	readonly day: number;
	/** The day that it means, where its year is written and it reads one way. */
	readonly date: CalendarDate | undefined;
	/** `iso` is year first; `other` cannot be written anew in its own way. */
	readonly style: 'iso' | 'day-month' | 'month-day' | 'other';
	/** All numbers, and either of the first two may be the month. */
	readonly readsTwoWays: boolean;
};

const name = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}';
const weekday = '(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\\.?,?[ \\t]+(?:the )?)?';
const date = new RegExp(
	'(?<![\\p{L}\\p{N}_/.:-])(?:' +
		`${weekday}(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?=T\\d|\\D|$)` +
		`|${weekday}(\\d{1,2})(?:st|nd|rd|th)?\\.?(?: of)?[ -](${name})(?:\\.?,?[ -]((?:19|20)\\d{2})(?![\\d:]))?` +
		`|${weekday}(${name})\\.?[ -](\\d{1,2})(?:st|nd|rd|th)?(?![\\d:]|\\.\\d)(?:,?[ -]((?:19|20)\\d{2})(?![\\d:]))?` +
		'|(\\d{1,2})([-/.])(\\d{1,2})\\12(\\d{4}|\\d{2})' +
		'|(0\\d|1[0-2])-([0-3]\\d)(?=[ \\t]\\d{1,2}:\\d)' +
		'|(?<=\\b(?:[Oo]n|[Ss]ince|[Uu]ntil|[Dd]ated|[Dd]ue) )(\\d{1,2})/(\\d{1,2})(?=[.,;:)]?(?:\\s|$)(?! *of\\b))(?=[.,;:)\\n]|$| (?:at|the (?!nodes)|we|and|when|in the|a|an)\\b)' +
		')(?![\\p{N}_/]|[-.:]\\d|(?!T\\d)\\p{L})',
	'gu',
);

/** The dates of a masked passage, in order. */
export function datesOf(masked: string): WrittenDate[] {
	if (!/\d/.test(masked)) return [];
	return [...masked.matchAll(date)].flatMap((match) => {
		const end = match.index + match[0].length;
		// "A 5/10/15 split" counts parts.
		const read = /^[ \t](?:split|ratio|mix|rule|blend|shares?)\b/i.test(masked.slice(end, end + 10))
			? undefined
			: readDate(match);
		return read === undefined ? [] : [{...read, span: {start: match.index, end}}];
	});
}

function readDate(match: RegExpExecArray): Omit<WrittenDate, 'span'> | undefined {
	const [, year, , month, day, dayFirst, itsMonth, itsYear, monthFirst, itsDay, thatYear] = match;
	if (year !== undefined) return written(Number(year), Number(month), Number(day), 'iso');
	if (itsMonth !== undefined) return written(numberOf(itsYear), monthOf(itsMonth), Number(dayFirst), 'day-month');
	if (monthFirst !== undefined) return written(numberOf(thatYear), monthOf(monthFirst), Number(itsDay), 'month-day');
	const [one, , other, last, shortMonth, shortDay, first, second] = match.slice(11);
	if (shortMonth !== undefined) return written(undefined, Number(shortMonth), Number(shortDay), 'other');
	if (first !== undefined) return numeric(Number(first), Number(second), undefined);
	return numeric(Number(one), Number(other), last?.length === 2 ? 2000 + Number(last) : Number(last));
}

/** All numbers with the year last, if at all: of Europe, of America, or either. */
function numeric(first: number, second: number, year: number | undefined): Omit<WrittenDate, 'span'> | undefined {
	const dayFirst = written(year, second, first, 'other');
	const monthFirst = written(year, first, second, 'other');
	if (dayFirst === undefined || monthFirst === undefined || first === second) return dayFirst ?? monthFirst;
	return {...dayFirst, date: undefined, readsTwoWays: true};
}

function written(
	year: number | undefined,
	month: number,
	day: number,
	style: WrittenDate['style'],
): Omit<WrittenDate, 'span'> | undefined {
	// The 29th of February is there in a leap year.
	const made = dayOf(year ?? 2000, month, day, '');
	if (made.kind !== 'day') return undefined;
	return {year, month, day, date: year === undefined ? undefined : made.date, style, readsTwoWays: false};
}

function numberOf(digits: string | undefined): number | undefined {
	return digits === undefined ? undefined : Number(digits);
}

function monthOf(word: string): number {
	return months.findIndex((month) => word.length >= 3 && month.startsWith(word.toLowerCase())) + 1 || sept(word);
}

function sept(word: string): number {
	return /^sept$/i.test(word) ? 9 : 0;
}

/** A date without its year is taken for the one within this many days of another, and else for none. */
const nearDays = 150;

/**
 * The day that a written date means; undefined where it reads two ways, or its year cannot be told.
 * @param near a day that lies about then
 */
export function dayMeant(
	{year, month, day, date, readsTwoWays}: WrittenDate,
	near: CalendarDate | undefined,
): CalendarDate | undefined {
	if (readsTwoWays || year !== undefined || near === undefined) return date;
	const around = Number(near.slice(0, 4));
	return [around - 1, around, around + 1]
		.flatMap((candidate) => exact(candidate, month, day) ?? [])
		.find((candidate) => Math.abs(startOf(candidate) - startOf(near)) <= nearDays * 86_400_000);
}

/** Both days that a date of numbers may mean, the one of Europe first; none without a year. */
export function bothDays({year, month, day}: WrittenDate): CalendarDate[] {
	if (year === undefined) return [];
	return [exact(year, month, day), exact(year, day, month)].filter((one) => one !== undefined);
}

function exact(year: number, month: number, day: number): CalendarDate | undefined {
	const made = dayOf(year, month, day, '');
	return made.kind === 'day' ? made.date : undefined;
}

/** The day so many days later. */
export function daysLater(day: CalendarDate, days: number): CalendarDate | undefined {
	return days === 0 ? day : (addDays(day, days) ?? undefined);
}

/**
 * Another day, written as a date is: `Wed Sep 27 2017`, `2017/09/27`; undefined where it cannot be.
 * @param text the date as it stands
 */
export function writtenAs(text: string, {style}: WrittenDate, day: CalendarDate): string | undefined {
	if (style === 'other') return undefined;
	const [, weekday = '', date = ''] = /^((?:[A-Z][a-z]{2,8}\.?,?[ \t]+(?:the )?)?)((?:\d|[A-Z]).*)$/.exec(text) ?? [];
	const isWeekday = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(weekday);
	const rest = isWeekday ? date : text;
	const anew = style === 'iso' ? yearFirst(rest, day) : withMonthsName(rest, day);
	return isWeekday ? weekday.replace(/[A-Za-z]+/, (word) => like(word, weekdays[weekdayOf(day)] ?? '')) + anew : anew;
}

function yearFirst(text: string, day: CalendarDate): string {
	return day.replaceAll('-', text.charAt(4));
}

function withMonthsName(text: string, day: CalendarDate): string {
	const [newYear = '', newMonth = '', newDay = ''] = day.split('-');
	const plain = text.replace(/(\d{1,2})(?:st|nd|rd|th)\b/, '$1');
	const isPadded = /(?<!\d)0\d(?!\d)/.test(plain);
	return plain
		.replace(/[A-Z][a-z]{2,8}/, (word) => like(word, months[Number(newMonth) - 1] ?? ''))
		.replace(/(?<!\d)\d{1,2}(?!\d)/, isPadded ? newDay : String(Number(newDay)))
		.replace(/\d{4}/, newYear);
}

/** A name with a capital, in full or its first three letters as another is; those of four may be either. */
function like(word: string, full: string): string {
	const isShort = word.length === 3 || ['Sept', 'Tues', 'Thur', 'Thurs'].includes(word);
	return full.slice(0, 1).toUpperCase() + full.slice(1, isShort ? 3 : undefined);
}
