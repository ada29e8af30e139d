/** The timeline as it is read: its order, its days, and its silences. */
import {type CalendarDate, dateOf, type Instant, millisecondsOf} from '../time/instant.ts';
import type {Retro, TimelineEntry} from './record.ts';

/** The entries by instant; those of the same instant in the order they were put by hand. */
export function orderedTimeline(retro: Pick<Retro, 'timeline'>): TimelineEntry[] {
	return retro.timeline.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

export type TimelineRow =
	| {readonly kind: 'day'; readonly date: CalendarDate}
	| {
			readonly kind: 'entry';
			readonly entry: TimelineEntry;
			/** Milliseconds since the entry before; null for the first. */
			readonly since: number | null;
	  }
	/** Milliseconds without an entry, as far as they lie between start and end of the impact. */
	| {readonly kind: 'silence'; readonly length: number};

/**
 * From when on a stretch without an entry is worth a line, in milliseconds: two status updates of the
 * usual interval in a major incident (15 to 30 minutes) would have fallen into it.
 */
export const silenceFrom = 25 * 60_000;

/**
 * The rows of the timeline: its entries in order, a heading for each day (a day that was taken wrongly is seen
 * there), and a row where nothing was noted for 25 minutes or more while the incident was going on.
 */
export function timelineRows(retro: Pick<Retro, 'timeline' | 'impact'>): TimelineRow[] {
	const entries = orderedTimeline(retro);
	const rows: TimelineRow[] = [];
	let previous: TimelineEntry | undefined;
	for (const entry of entries) {
		const since = previous === undefined ? null : millisecondsOf(entry.at) - millisecondsOf(previous.at);
		if (previous !== undefined && isSilence(retro, previous.at, entry.at)) {
			rows.push({kind: 'silence', length: affected(retro, previous.at, entry.at)});
		}
		if (previous === undefined || dateOf(previous.at) !== dateOf(entry.at)) {
			rows.push({kind: 'day', date: dateOf(entry.at)});
		}
		rows.push({kind: 'entry', entry, since});
		previous = entry;
	}
	return rows;
}

/** Whether nothing was noted between two entries for long while users were affected. */
function isSilence(retro: Pick<Retro, 'impact'>, from: Instant, to: Instant): boolean {
	return affected(retro, from, to) >= silenceFrom;
}

/** The entry that a new one is timed from: the last one entered, which is the last in the stored order. */
export function lastEntered(retro: Retro): TimelineEntry | undefined {
	return retro.timeline.at(-1);
}

/** How much of a stretch lies within the impact, in milliseconds; an impact without an end goes on. */
function affected({impact: {start, end}}: Pick<Retro, 'impact'>, from: Instant, to: Instant): number {
	if (start === null) return 0;
	const begin = from < start ? start : from;
	const stop = end !== null && end < to ? end : to;
	return Math.max(0, millisecondsOf(stop) - millisecondsOf(begin));
}
