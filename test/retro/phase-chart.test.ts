import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {fewestChartColumns, type PhaseChart, phaseChart, widthOf} from '../../source/retro/phase-chart.ts';
import type {Phase, Retro} from '../../source/retro/record.ts';
import {instantOf} from '../../source/time/instant.ts';
import {retros} from './arbitrary.ts';
import {at, completeRetro} from './complete-retro.ts';

/** From the narrowest window that has a chart to a wide one. */
const columns = fc.integer({min: fewestChartColumns, max: 200});

function marked(...entries: readonly (readonly [clock: string, phase?: Phase])[]): Retro {
	const timeline = entries.map(([clock, phase], index) => ({
		id: `t${index}`,
		at: at(clock),
		text: 'something',
		...(phase && {phase}),
	}));
	return {...completeRetro, timeline, impact: {...completeRetro.impact, start: null, end: null}};
}

/** The labels in their columns, as they are drawn. */
function drawn(chart: PhaseChart | undefined): string {
	return (chart?.labels ?? []).reduce(
		(line, {column, name, aside}) => `${line.padEnd(column)}${name}${aside && ` ${aside}`}`,
		'',
	);
}

const whole = marked(
	['10:00', 'started'],
	['10:10', 'detected'],
	['10:20', 'acknowledged'],
	['10:30', 'declared'],
	['10:50', 'mitigated'],
	['11:40', 'resolved'],
);

describe('the bar', () => {
	test('is as long as the phases are', () => {
		expect(phaseChart(whole, 100)?.segments).toEqual([
			{phase: 'started', columns: 10},
			{phase: 'detected', columns: 10},
			{phase: 'acknowledged', columns: 10},
			{phase: 'declared', columns: 20},
			{phase: 'mitigated', columns: 49},
			{phase: 'resolved', columns: 1},
		]);
	});

	test('fills its columns exactly, whatever the times are and however wide it is', () => {
		fc.assert(
			fc.property(retros, columns, (retro, width) => {
				const chart = phaseChart(retro, width);
				fc.pre(chart !== undefined);
				expect(chart.segments.reduce((sum, segment) => sum + segment.columns, 0)).toBe(width);
				expect(chart.segments.every((segment) => segment.columns >= 0)).toBe(true);
			}),
		);
	});

	test('begins empty where something was noted before the first phase', () => {
		const segments = phaseChart(marked(['10:00'], ['10:30', 'detected'], ['11:00', 'resolved']), 60)?.segments;
		expect(segments?.[0]).toEqual({phase: null, columns: 30});
	});

	test('goes on to the last entry while nothing is resolved', () => {
		const chart = phaseChart(marked(['10:00', 'detected'], ['10:10', 'acknowledged'], ['11:00']), 60);
		expect(chart?.segments.at(-1)).toEqual({phase: 'acknowledged', columns: 50});
	});

	test('is from start to resolution, however far away other entries lie', () => {
		const far = {...whole, timeline: [...whole.timeline, ...marked(['01:00'], ['23:00']).timeline]};
		expect(phaseChart(far, 100)?.segments).toEqual(phaseChart(whole, 100)?.segments);
	});

	test('shows what was noted before while the start is all that is known', () => {
		const segments = phaseChart(marked(['10:00'], ['11:00', 'started']), 60)?.segments;
		expect(segments).toEqual([
			{phase: null, columns: 59},
			{phase: 'started', columns: 1},
		]);
	});

	test('is not drawn of one moment, of nothing, or where there is no room', () => {
		expect(phaseChart(marked(), 80)).toBeUndefined();
		expect(phaseChart(marked(['10:00', 'started']), 80)).toBeUndefined();
		expect(phaseChart(whole, fewestChartColumns - 1)).toBeUndefined();
	});
});

describe('the names', () => {
	test('stand over their moments, with their time since the start', () => {
		expect(drawn(phaseChart(whole, 120))).toBe(
			'started     detected    acked +20m  declared +30m           mitigated +50m                              resolved +1h 40m',
		);
	});

	test('tell the day where there are several', () => {
		const [start, ...rest] = whole.timeline;
		if (start === undefined) throw new Error('no start');
		const night = {...whole, timeline: [{...start, at: instantOf(Date.UTC(2026, 10, 19, 22))}, ...rest]};
		expect(drawn(phaseChart(night, 120))).toMatch(/^started 2026-11-19 22:00 /);
	});

	test('of the ends stay longest', () => {
		const crowded = marked(
			['10:00', 'started'],
			['10:01', 'detected'],
			['10:02', 'acknowledged'],
			['11:40', 'resolved'],
		);
		expect(drawn(phaseChart(crowded, 40))).toBe('started 10:00           resolved +1h 40m');
	});

	test('never lie over each other and never leave the chart, at any width', () => {
		fc.assert(
			fc.property(retros, columns, (retro, width) => {
				const labels = phaseChart(retro, width)?.labels ?? [];
				labels.forEach((label, index) => {
					const end = label.column + widthOf(label);
					expect(label.column).toBeGreaterThanOrEqual(0);
					expect(end).toBeLessThanOrEqual(width);
					const next = labels[index + 1];
					if (next !== undefined) expect(next.column).toBeGreaterThan(end);
				});
			}),
			{numRuns: 200},
		);
	});

	test('name each phase once, and one at least wherever there is one', () => {
		fc.assert(
			fc.property(retros, columns, (retro, width) => {
				const chart = phaseChart(retro, width);
				fc.pre(chart !== undefined);
				const names = chart.labels.map(({phase}) => phase);
				expect(new Set(names).size).toBe(names.length);
				if (chart.segments.some(({phase}) => phase !== null)) expect(names.length).toBeGreaterThan(0);
			}),
		);
	});
});
