/** Days as the Slack client shows them: `Today`, `Wednesday`, `Feb 25th`, `Friday, January 10th, 2026`. */
import {addDays, weekdayOf} from '../time/calendar.ts';
import {weekdayIndex} from '../time/date.ts';
import {type CalendarDate, dateOf} from '../time/instant.ts';
import type {ImportContext} from './candidate.ts';
import {type Known, nearOf} from './placement.ts';
import {readWrittenDate} from './written-date.ts';

export type SlackDay = {
	readonly date: CalendarDate;
	/** Whether nothing was assumed for it: words like “Yesterday” count from a day that is not told. */
	readonly certain: boolean;
};

/** The day before a message's time; null where it is none. Words count from the named day, else from today. */
export function dayOfWord(word: string, known: Known, context: ImportContext): SlackDay | null {
	const from = context.date ?? dateOf(context.now);
	const step = /^today$/i.test(word) ? 0 : /^yesterday$/i.test(word) ? -1 : stepToWeekday(word, from);
	const counted = step === undefined ? null : addDays(from, step);
	if (counted !== null) return {date: counted, certain: false};
	const read = readWrittenDate(word, 0, nearOf(known, context), undefined);
	if (read?.kind !== 'date') return null;
	const anchored = known.anchor !== undefined || context.date !== undefined;
	return {date: read.date, certain: read.year || (read.certain && anchored)};
}

/** A line that says of which day the messages under it are; only one with its year is certain, and read here. */
export function readSlackDay(line: string): SlackDay | undefined {
	const text = line.trim();
	if (text.length > 40 || !/\d{4}$/.test(text)) return undefined;
	const read = readWrittenDate(text, 0, {date: '2000-01-01' as CalendarDate, past: false}, undefined);
	return read?.kind === 'date' && read.year && read.end === text.length ? {date: read.date, certain: true} : undefined;
}

function stepToWeekday(word: string, from: CalendarDate): number | undefined {
	const index = /^[a-z]{3,9}$/i.test(word) ? weekdayIndex(word) : -1;
	return index < 0 ? undefined : -(((weekdayOf(from) - index + 6) % 7) + 1);
}
