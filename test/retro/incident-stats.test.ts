import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {incidentMetrics, metricNames} from '../../source/retro/incident-metrics.ts';
import {incidentStats} from '../../source/retro/incident-stats.ts';
import type {Retro, TimelineEntry} from '../../source/retro/record.ts';
import type {CalendarDate} from '../../source/time/instant.ts';
import {retros} from './arbitrary.ts';
import {at, completeRetro} from './complete-retro.ts';

const minute = 60_000;
const {impact} = completeRetro;

/** An incident that was detected so many minutes after it started at 10:00. */
function detectedAfter(minutes: number, changes: Partial<Retro> = {}): Retro {
	const entry: TimelineEntry = {
		id: 'd',
		at: at(`10:${String(minutes).padStart(2, '0')}`),
		text: 'alert',
		phase: 'detected',
	};
	return {...completeRetro, timeline: [entry], ...changes};
}

describe('the time of several incidents', () => {
	test('is the middle one, which one long night does not move', () => {
		expect(incidentStats([2, 59, 4].map((minutes) => detectedAfter(minutes))).all.times.detect).toMatchObject({
			count: 3,
			median: 4 * minute,
		});
	});

	test('of an even number is halfway between the middle two', () => {
		expect(incidentStats([1, 2, 5, 50].map((minutes) => detectedAfter(minutes))).all.times.detect.median).toBe(
			3.5 * minute,
		);
	});

	test('says how many have it, and why the others have none', () => {
		const without = {...completeRetro, timeline: []};
		const {retros: all, times} = incidentStats([detectedAfter(4), without, without]).all;
		expect(all).toBe(3);
		expect(times.detect).toEqual({
			count: 1,
			median: 4 * minute,
			lacking: [{reason: 'no entry is marked as detected', count: 2}],
		});
		expect(incidentStats([without]).all.times.detect.median).toBeNull();
	});
});

test('severities come from the worst on, months from the latest, what is not known last', () => {
	const none = {...impact, start: null, end: null};
	const {bySeverity, byMonth} = incidentStats([
		detectedAfter(1, {severity: null, date: null, impact: none}),
		detectedAfter(2, {severity: 'SEV2', date: '2026-09-30' as CalendarDate}),
		detectedAfter(3, {severity: 'SEV1', date: null}),
	]);
	expect(bySeverity.map(({severity, retros: count}) => [severity, count])).toEqual([
		['SEV1', 1],
		['SEV2', 1],
		[null, 1],
	]);
	expect(byMonth.map(({month}) => month)).toEqual(['2026-11', '2026-09', null]);
});

test('every incident is in one severity and one month, and each time is counted or its lack told', () => {
	fc.assert(
		fc.property(fc.array(retros, {maxLength: 6}), (some) => {
			const {all, bySeverity, byMonth} = incidentStats(some);
			for (const groups of [bySeverity, byMonth]) {
				expect(groups.reduce((sum, group) => sum + group.retros, 0)).toBe(some.length);
			}
			for (const name of metricNames) {
				const {count, median, lacking} = all.times[name];
				expect(lacking.reduce((sum, lack) => sum + lack.count, count)).toBe(some.length);
				const lengths = some.flatMap((retro) =>
					incidentMetrics(retro).flatMap((metric) =>
						metric.name === name && metric.state.kind === 'length' ? [metric.state.length] : [],
					),
				);
				expect(count).toBe(lengths.length);
				if (median !== null) {
					expect(lengths.filter((length) => length <= median).length).toBeGreaterThanOrEqual(count / 2);
					expect(lengths.filter((length) => length >= median).length).toBeGreaterThanOrEqual(count / 2);
				}
			}
		}),
	);
});
