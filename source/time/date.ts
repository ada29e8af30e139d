/** A field that is a date: `2026-11-20`, `today`, `20 Nov 2026`. What reads two ways is refused, not guessed. */
import {shortened} from '../text/shortened.ts';
import {addDays, type DayReading, dayOf, months, phraseOf, startOf, weekdayOf, weekdays} from './calendar.ts';
import type {CalendarDate} from './instant.ts';

export type DateReading =
	/** `phrase` is the date with its weekday: `Friday 2026-11-27`. */
	| {readonly kind: 'date'; readonly date: CalendarDate; readonly phrase: string}
	| {readonly kind: 'empty'}
	/** What is wrong and what to type instead, each a sentence without a final stop. */
	| {readonly kind: 'refused'; readonly message: string; readonly hint: string};

/** Reads a whole field as a date. A day without a year is the one nearest to today. */
export function readDate(text: string, today: CalendarDate): DateReading {
	const typed = text.trim().replace(/\s+/g, ' ');
	if (typed === '') return {kind: 'empty'};
	const [, weekday, rest = typed] = /^([a-z]{3,9})\.?,? (?=\d|[a-z]+\.? \d)(.*)$/i.exec(typed) ?? [];
	const index = weekday === undefined ? -1 : weekdayIndex(weekday);
	const reading = readDay(index < 0 ? typed : rest, today);
	if (index < 0 || reading.kind !== 'date' || weekdayOf(reading.date) === index) return reading;
	return refused(`${reading.date} is no ${weekday ?? ''}`, `It is a ${phraseOf(reading.date).split(' ')[0] ?? ''}`);
}

/** A date that was read, with its phrase. */
export function dateRead(date: CalendarDate): Extract<DateReading, {kind: 'date'}> {
	return {kind: 'date', date, phrase: phraseOf(date)};
}

/** 0 for `mon`, `Monday` to 6 for Sunday; -1 for what is no weekday. Three letters are enough. */
export function weekdayIndex(word: string): number {
	return word.length < 3 ? -1 : weekdays.findIndex((name) => name.startsWith(word.toLowerCase()));
}

function readDay(typed: string, today: CalendarDate): DateReading {
	return (
		readWord(typed, today) ??
		readYearFirst(typed) ??
		readYearLast(typed) ??
		readNamedMonth(typed, today) ??
		refused(`${shortened(typed, 30)} is no date`, exampleHint)
	);
}

const exampleHint = 'Write it as in 2026-11-20';

const wordSteps: Readonly<Record<string, number>> = {yesterday: -1, today: 0, tomorrow: 1};

function readWord(typed: string, today: CalendarDate): DateReading | null {
	const step = new Map(Object.entries(wordSteps)).get(typed.toLowerCase());
	const date = step === undefined ? null : addDays(today, step);
	return date && dateRead(date);
}

function readYearFirst(typed: string): DateReading | null {
	const [, year, , month, day] = /^(\d{4})([-/.])(\d\d?)\2(\d\d?)$/.exec(typed) ?? [];
	return year === undefined ? null : fromNumbers(Number(year), Number(month), Number(day), typed);
}

/** `20/11/2026`: day and month stand in either order, so that only one order may make a date. */
function readYearLast(typed: string): DateReading | null {
	const [, first = '', , second = '', year] = /^(\d\d?)([-/.])(\d\d?)\2(\d{4}|\d\d)$/.exec(typed) ?? [];
	if (year === undefined) return null;
	if (year.length === 2) return refused(`${typed} has no year of four digits`, exampleHint);
	const orders = [
		dayOf(Number(year), Number(first), Number(second), typed),
		dayOf(Number(year), Number(second), Number(first), typed),
	];
	const dates = [...new Set(orders.flatMap((order) => (order.kind === 'day' ? [order.date] : [])))];
	const [one, other] = dates;
	if (one === undefined) return refused(`${typed} is no date`, exampleHint);
	return other === undefined
		? dateRead(one)
		: refused(`${typed} may be ${one} or ${other}`, 'Write the one that is meant');
}

function readNamedMonth(typed: string, today: CalendarDate): DateReading | null {
	const dayFirst = /^(?<day>\d\d?)(?:st|nd|rd|th)?[ -](?<name>[a-z]{3,9})\.?(?:,?[ -](?<year>\d{4}))?$/i.exec(typed);
	const monthFirst = /^(?<name>[a-z]{3,9})\.? (?<day>\d\d?)(?:st|nd|rd|th)?(?:,? (?<year>\d{4}))?$/i.exec(typed);
	const {day, name, year} = (dayFirst ?? monthFirst)?.groups ?? {};
	const month = name === undefined ? -1 : monthIndex(name);
	if (month < 0) return null;
	if (year !== undefined) return fromNumbers(Number(year), month + 1, Number(day), typed);
	return withoutYear(month + 1, Number(day), typed, today);
}

/** Above these many days from today, a date without its year is as likely the year before or after. */
const nearDays = 150;

function withoutYear(month: number, day: number, typed: string, today: CalendarDate): DateReading {
	const thisYear = Number(today.slice(0, 4));
	const candidates = [thisYear - 1, thisYear, thisYear + 1].map((year) => dayOf(year, month, day, typed));
	const dates = candidates.flatMap((one) => (one.kind === 'day' ? [one.date] : []));
	const near = dates.find((date) => Math.abs(startOf(date) - startOf(today)) <= nearDays * 86_400_000);
	if (near !== undefined) return dateRead(near);
	return dates.length > 0
		? refused(`${typed} needs its year`, exampleHint)
		: refused(`${typed} is no date`, exampleHint);
}

/** `sep`, `sept` and `September` are all 8; -1 for what is no month. */
function monthIndex(name: string): number {
	return months.findIndex((month) => month.startsWith(name.toLowerCase()));
}

function fromNumbers(year: number, month: number, day: number, typed: string): DateReading {
	const made: DayReading = dayOf(year, month, day, typed);
	return made.kind === 'day' ? dateRead(made.date) : refused(made.message, exampleHint);
}

function refused(message: string, hint: string): DateReading {
	return {kind: 'refused', message, hint};
}
