import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Retro, TimelineEntry} from '../../source/retro/record.ts';
import {lastEntered, orderedTimeline, timelineRows} from '../../source/retro/timeline.ts';
import type {Instant} from '../../source/time/instant.ts';
import {retros} from './arbitrary.ts';
import {at, completeRetro} from './complete-retro.ts';

const minute = 60_000;

function withEntries(...times: (string | Instant)[]): Retro {
	const timeline = times.map(
		(time, index): TimelineEntry => ({
			id: `t${index}`,
			at: time.length === 5 ? at(time) : (time as Instant),
			text: `entry ${index}`,
		}),
	);
	return {...completeRetro, timeline};
}

/** The rows in short: `t0`, `day 2026-11-20`, `silent 30`. */
function rowsOf(retro: Retro): string[] {
	return timelineRows(retro).map((row) => {
		if (row.kind === 'entry') return row.entry.id;
		return row.kind === 'day' ? `day ${row.date}` : `silent ${row.length / minute}`;
	});
}

/** The same without the days. */
function underDays(retro: Retro): string[] {
	return rowsOf(retro).filter((row) => !row.startsWith('day '));
}

describe('the order of the timeline', () => {
	test('is that of the clock, and by hand within an instant', () => {
		fc.assert(
			fc.property(retros, (retro) => {
				const ordered = orderedTimeline(retro);
				expect(new Set(ordered)).toEqual(new Set(retro.timeline));
				ordered.slice(1).forEach((entry, index) => {
					const before = ordered[index] as TimelineEntry;
					const isByHand = retro.timeline.indexOf(before) < retro.timeline.indexOf(entry);
					expect(before.at < entry.at || (before.at === entry.at && isByHand)).toBe(true);
				});
				expect(orderedTimeline({timeline: ordered})).toEqual(ordered);
			}),
		);
	});
});

describe('the rows of the timeline', () => {
	test('tell the time since the entry before', () => {
		const rows = timelineRows(withEntries('10:05', '10:00', '10:15'));
		const since = rows.flatMap((row) => (row.kind === 'entry' ? [row.since] : []));
		expect(since).toEqual([null, 5 * minute, 10 * minute]);
	});

	test('have a heading for each day, the only one as well', () => {
		expect(rowsOf(withEntries('10:00', '10:05'))).toEqual(['day 2026-11-20', 't0', 't1']);
		expect(rowsOf(withEntries())).toEqual([]);
		const night = withEntries('23:58', '2026-11-21T00:03:00Z' as Instant, '2026-11-21T00:04:00Z' as Instant);
		expect(rowsOf(night)).toEqual(['day 2026-11-20', 't0', 'day 2026-11-21', 't1', 't2']);
	});

	test('hold every entry once, in order', () => {
		fc.assert(
			fc.property(retros, (retro) => {
				const entries = timelineRows(retro).flatMap((row) => (row.kind === 'entry' ? [row.entry] : []));
				expect(entries).toEqual(orderedTimeline(retro));
			}),
		);
	});

	test('tell of 25 minutes without an entry, and not of 24', () => {
		expect(underDays(withEntries('10:00', '10:25'))).toEqual(['t0', 'silent 25', 't1']);
		expect(underDays(withEntries('10:00', '10:24'))).toEqual(['t0', 't1']);
	});

	test('count a silence only while users were affected, 10:00 to 10:47', () => {
		expect(underDays(withEntries('08:00', '09:00'))).toEqual(['t0', 't1']);
		expect(underDays(withEntries('08:00', '10:20'))).toEqual(['t0', 't1']);
		expect(underDays(withEntries('09:50', '10:40'))).toEqual(['t0', 'silent 40', 't1']);
		expect(underDays(withEntries('10:40', '13:00'))).toEqual(['t0', 't1']);
		expect(underDays(withEntries('11:00', '13:00'))).toEqual(['t0', 't1']);
	});

	test('tell of silences while the end is not known yet, and of none before the start is', () => {
		const {timeline} = withEntries('10:40', '13:00');
		const ongoing = {...completeRetro, timeline, impact: {...completeRetro.impact, end: null}};
		expect(underDays(ongoing)).toEqual(['t0', 'silent 140', 't1']);
		expect(underDays({...ongoing, impact: {...ongoing.impact, start: null}})).toEqual(['t0', 't1']);
	});
});

test('a new entry is timed from the one entered last, wherever that stands', () => {
	expect(lastEntered(withEntries('10:15', '10:05'))?.at).toBe(at('10:05'));
	expect(lastEntered(withEntries())).toBeUndefined();
});
