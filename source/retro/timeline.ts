/** The timeline as it is read: its order, its phases, the times between them, and its silences. */
import {type CalendarDate, dateOf, type Instant, millisecondsOf} from '../time/instant.ts';
import type {Phase, Retro, TimelineEntry} from './record.ts';

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
 * The rows of the timeline: its entries in order, a heading for each day when it spans several, and a
 * row where nothing was noted for 25 minutes or more while the incident was going on.
 */
export function timelineRows(retro: Pick<Retro, 'timeline' | 'impact'>): TimelineRow[] {
	const entries = orderedTimeline(retro);
	const days = new Set(entries.map(({at}) => dateOf(at)));
	const rows: TimelineRow[] = [];
	let previous: TimelineEntry | undefined;
	for (const entry of entries) {
		const since = previous === undefined ? null : millisecondsOf(entry.at) - millisecondsOf(previous.at);
		if (previous !== undefined && isSilence(retro, previous.at, entry.at)) {
			rows.push({kind: 'silence', length: affected(retro, previous.at, entry.at)});
		}
		if (days.size > 1 && (previous === undefined || dateOf(previous.at) !== dateOf(entry.at))) {
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

/** The instant of each phase: of the entry that carries it, else start and end of the impact where they say it. */
export function phaseTimes(retro: Pick<Retro, 'timeline' | 'impact'>): Partial<Record<Phase, Instant>> {
	const times: Partial<Record<Phase, Instant>> = {};
	if (retro.impact.start !== null) times.started = retro.impact.start;
	if (retro.impact.end !== null) times.resolved = retro.impact.end;
	for (const {phase, at} of orderedTimeline(retro)) {
		if (phase !== undefined) times[phase] = at;
	}
	return times;
}

/** The times that count, in milliseconds; absent where a phase is missing or the order makes no sense. */
export type IncidentTimes = {
	/** From start to end of the impact. */
	duration?: number;
	/** Time to detect: from started to detected. */
	detect?: number;
	/** Time to acknowledge: from detected to acknowledged. */
	acknowledge?: number;
	/** Time to mitigate: from started to mitigated. */
	mitigate?: number;
	/** Time to resolve: from started to resolved. */
	resolve?: number;
};

export function incidentTimes(retro: Pick<Retro, 'timeline' | 'impact'>): IncidentTimes {
	const {started, detected, acknowledged, mitigated, resolved} = phaseTimes(retro);
	const times = {
		duration: between(retro.impact.start ?? undefined, retro.impact.end ?? undefined),
		detect: between(started, detected),
		acknowledge: between(detected, acknowledged),
		mitigate: between(started, mitigated),
		resolve: between(started, resolved),
	};
	return Object.fromEntries(Object.entries(times).filter(([, length]) => length !== undefined));
}

/** The entry that a new one is timed from: the last one entered, which is the last in the stored order. */
export function lastEntered(retro: Retro): TimelineEntry | undefined {
	return retro.timeline.at(-1);
}

function between(from: Instant | undefined, to: Instant | undefined): number | undefined {
	if (from === undefined || to === undefined || to < from) return undefined;
	return millisecondsOf(to) - millisecondsOf(from);
}

/** How much of a stretch lies within the impact, in milliseconds; an impact without an end goes on. */
function affected({impact: {start, end}}: Pick<Retro, 'impact'>, from: Instant, to: Instant): number {
	if (start === null) return 0;
	const begin = from < start ? start : from;
	const stop = end !== null && end < to ? end : to;
	return Math.max(0, millisecondsOf(stop) - millisecondsOf(begin));
}
