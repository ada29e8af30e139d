/** The one quiet line under a time that is being typed. */
import {addDays} from './calendar.ts';
import type {TimeContext, TimeRefusal} from './context.ts';
import type {EntryReading} from './entry.ts';
import {formatMinute} from './format.ts';
import {dateOf, type Instant} from './instant.ts';
import type {MomentReading} from './moment.ts';

/** The width that the line is kept to where that is possible, in columns. */
const width = 76;

/**
 * How a time was read: `= 2026-11-20 22:05 UTC · PDT is UTC-7`, or why it was not. Empty where no time was
 * typed. A time that fell on the day after or before the entry before says so.
 */
export function describeReading(reading: EntryReading | MomentReading, context: TimeContext): string {
	switch (reading.kind) {
		case 'text':
		case 'empty':
			return '';
		case 'refused':
			return describeRefusal(reading);
		case 'timed':
		case 'moment': {
			const said = [
				`= ${formatMinute(reading.at)} UTC`,
				dayStep(reading.at, context.previous),
				reading.note ?? '',
				...reading.warnings.map(({message}) => message),
			];
			return said.filter((part) => part !== '').join(' · ');
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
