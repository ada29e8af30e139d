/** Reads how far back a list goes. */
import {wrongUse} from '../problem.ts';
import {type CalendarDate, dateOf, type Instant, instantOf, isCalendarDate, millisecondsOf} from '../time/instant.ts';
import {quoted} from './quote.ts';

const day = 86_400_000;
const units: Readonly<Record<string, number>> = {d: day, w: 7 * day};

/**
 * The day meant by `2026-11-20`, `2026-11`, `2026`, `today`, `yesterday`, `30d` or `6w` (before today), in UTC.
 * Throws a `Problem` for anything else.
 */
export function readSince(typed: string, now: Instant): CalendarDate {
	const text = typed.trim().toLowerCase();
	const ago = /^-?(\d{1,4})([dw])$/.exec(text);
	if (ago?.[1] !== undefined && ago[2] !== undefined) return before(now, Number(ago[1]) * (units[ago[2]] ?? day));
	if (text === 'today') return dateOf(now);
	if (text === 'yesterday') return before(now, day);
	const date = /^\d{4}$/.test(text) ? `${text}-01-01` : /^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text;
	if (isCalendarDate(date)) return date;
	throw wrongUse(`${quoted(typed)} is no date`, 'Write it as 2026-11-20, 2026-11, yesterday, 30d or 6w.');
}

function before(now: Instant, length: number): CalendarDate {
	return dateOf(instantOf(millisecondsOf(now) - length));
}
