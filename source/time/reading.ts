/** The one quiet line under a time that is being typed. */
import {addDays} from './calendar.ts';
import type {TimeContext, TimeRefusal} from './context.ts';
import type {EntryReading} from './entry.ts';
import {formatMinute} from './format.ts';
import {dateOf, type Instant} from './instant.ts';
import type {MomentReading} from './moment.ts';
import {firstThatFits, listReadings} from './readings-line.ts';

/** The width that a line is kept to where nothing else is said, in columns. */
const width = 76;

export type ReadingLine = {
	/** What it is kept to where that is possible, in columns. */
	readonly columns?: number;
	/** The key that takes one of the readings that have to be chosen from, and what to say of it: `Enter picks`. */
	readonly choose?: string;
	/** The key that takes another reading than the one that was taken. */
	readonly change?: string;
};

/**
 * How a time was read: `= 2026-11-20 22:05 UTC · PDT is UTC-7`, or why it was not, with the readings to choose
 * from. Empty where no time was typed. A time that fell on the day after or before the entry before says so.
 */
export function describeReading(
	reading: EntryReading | MomentReading,
	context: TimeContext,
	{columns = width, choose = '', change = ''}: ReadingLine = {},
): string {
	switch (reading.kind) {
		case 'text':
		case 'empty':
			return '';
		case 'refused':
			return reading.readings.length > 0 ? listReadings(reading, columns, choose) : describeRefusal(reading);
		case 'timed':
		case 'moment': {
			const {at, note, warnings, readings} = reading;
			const told = warnings.map(({message}) => message);
			const clocks = warnings.filter(({kind}) => kind === 'not-observed').map(({message}) => message);
			const tail = readings.length > 0 ? [change] : [];
			const said = (parts: readonly (string | null)[]): string =>
				[`= ${formatMinute(at)} UTC`, ...parts, ...tail].filter(Boolean).join(' · ');
			const whole = said([dayStep(at, context.previous), note, ...told]);
			if (readings.length === 0) return whole;
			// Which offset the letters name is seen from the time; what the clocks showed must not be cut off.
			return firstThatFits(
				[whole, said(told), said(clocks), said(clocks.map((message) => message.replace(/^that day /, '')))],
				columns,
			);
		}
	}
}

function dayStep(at: Instant, previous: Instant | null): string {
	if (previous === null) return '';
	if (dateOf(at) === addDays(dateOf(previous), 1)) return 'the next day';
	return dateOf(at) === addDays(dateOf(previous), -1) ? 'the day before' : '';
}

function describeRefusal({message, hint}: Pick<TimeRefusal, 'message' | 'hint'>): string {
	const both = hint === '' ? message : `${message}. ${hint}`;
	return both.length <= width ? both : message;
}
