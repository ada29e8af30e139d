/** A due date: all that `readDate` reads, and `+2w`, `fri`, `next fri`, `eow`, `eom`. */
import {addDays, addMonths, daysInMonth, weekdayOf, weekdays} from './calendar.ts';
import {type DateReading, dateRead, readDate, weekdayIndex} from './date.ts';
import type {CalendarDate} from './instant.ts';

export type DueDateReading =
	/** `warning` says that the date is past; null where it is not. */
	(Extract<DateReading, {kind: 'date'}> & {readonly warning: string | null}) | Exclude<DateReading, {kind: 'date'}>;

/**
 * Reads a whole text as a due date. `fri` is the first Friday after today, `next fri` that of the week after
 * this one (weeks begin on Monday), `eow` this week's Friday, `eom` the last day of the month.
 */
export function readDueDate(text: string, today: CalendarDate): DueDateReading {
	const typed = text.trim().toLowerCase();
	const ahead = readStep(typed, today) ?? readWeekday(typed, today) ?? readEnd(typed, today);
	const reading = ahead === null ? readDate(text, today) : ahead;
	if (reading.kind !== 'date') return reading;
	return {...reading, warning: reading.date < today ? `${reading.phrase} is past` : null};
}

function readStep(typed: string, today: CalendarDate): DateReading | null {
	const [, amount, unit = ''] = /^\+(\d{1,6}) ?([dwmy])$/.exec(typed) ?? [];
	if (amount === undefined) return null;
	const count = Number(amount);
	const date =
		unit === 'd' || unit === 'w'
			? addDays(today, unit === 'w' ? count * 7 : count)
			: addMonths(today, unit === 'y' ? count * 12 : count);
	return date === null ? {kind: 'refused', message: `${typed} is out of reach`, hint: 'Try +2w'} : dateRead(date);
}

function readWeekday(typed: string, today: CalendarDate): DateReading | null {
	const [, next, word = ''] = /^(next )?([a-z]+)$/.exec(typed) ?? [];
	const index = weekdayIndex(word);
	if (index < 0) return null;
	const distance = index - weekdayOf(today);
	const steps = next === undefined ? (distance > 0 ? distance : distance + 7) : distance + 7;
	return found(addDays(today, steps));
}

function readEnd(typed: string, today: CalendarDate): DateReading | null {
	if (typed === 'eow') {
		const distance = weekdays.indexOf('friday') - weekdayOf(today);
		return found(addDays(today, distance < 0 ? distance + 7 : distance));
	}
	if (typed !== 'eom') return null;
	const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
	return found(addDays(today, daysInMonth(year, month) - day));
}

function found(date: CalendarDate | null): DateReading | null {
	return date && dateRead(date);
}
