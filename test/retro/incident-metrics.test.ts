import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	incidentMetrics,
	incidentTimes,
	type Metric,
	type MetricName,
	metricNames,
	phaseMoments,
} from '../../source/retro/incident-metrics.ts';
import {type Phase, phases, type Retro} from '../../source/retro/record.ts';
import {retros} from './arbitrary.ts';
import {at, completeRetro} from './complete-retro.ts';

const minute = 60_000;

function marked(...entries: readonly (readonly [clock: string, phase: Phase])[]): Retro {
	const timeline = entries.map(([clock, phase]) => ({id: phase, at: at(clock), text: `it was ${phase}`, phase}));
	return {...completeRetro, timeline, impact: {...completeRetro.impact, start: null, end: null}};
}

function metric(retro: Retro, name: MetricName): Metric {
	return incidentMetrics(retro).find((one) => one.name === name) as Metric;
}

test('every time is there with its definition, in the same order', () => {
	expect(incidentMetrics(completeRetro).map(({name}) => name)).toEqual([...metricNames]);
	for (const {definition, title} of incidentMetrics(completeRetro)) {
		expect(definition).toMatch(/^from the \w.*[^.]$/);
		expect(title).not.toBe('');
	}
});

test('a time names the two entries that it comes from', () => {
	const retro = marked(['10:00', 'detected'], ['10:05', 'acknowledged']);
	expect(metric(retro, 'acknowledge').state).toEqual({
		kind: 'length',
		length: 5 * minute,
		from: {phase: 'detected', at: at('10:00'), source: {kind: 'entry', entry: retro.timeline[0]}},
		to: {phase: 'acknowledged', at: at('10:05'), source: {kind: 'entry', entry: retro.timeline[1]}},
	});
});

test('where no entry says the start, the impact does, and the time says so', () => {
	const retro = {...marked(['10:04', 'detected']), impact: completeRetro.impact};
	expect(metric(retro, 'detect').state).toMatchObject({
		length: 4 * minute,
		from: {phase: 'started', source: {kind: 'impact', field: 'impact.start'}},
		to: {phase: 'detected', source: {kind: 'entry'}},
	});
});

describe('a time that is not there says what is missing', () => {
	test.each<[MetricName, Retro, string]>([
		['acknowledge', marked(['10:00', 'detected']), 'no entry is marked as acknowledged'],
		['acknowledge', marked(['10:00', 'acknowledged']), 'no entry is marked as detected'],
		['mitigate', marked(), 'no entry is marked as started or mitigated'],
		['duration', marked(['10:00', 'started'], ['10:05', 'resolved']), 'the impact has no start and no end'],
		['duration', {...completeRetro, impact: {...completeRetro.impact, end: null}}, 'the impact has no end'],
	])('%s', (name, retro, reason) => {
		expect(metric(retro, name).state).toMatchObject({kind: 'missing', reason});
	});

	test('or that the order makes none', () => {
		const retro = marked(['10:00', 'started'], ['09:50', 'detected']);
		expect(metric(retro, 'detect').state).toMatchObject({kind: 'backwards', reason: 'detected is before started'});
	});
});

describe('the lengths alone', () => {
	test('run from the start of the impact to the entries that carry the phases', () => {
		const {timeline} = marked(
			['10:04', 'detected'],
			['10:09', 'acknowledged'],
			['10:30', 'mitigated'],
			['10:40', 'resolved'],
		);
		expect(incidentTimes({...completeRetro, timeline})).toEqual({
			duration: 47 * minute,
			detect: 4 * minute,
			acknowledge: 5 * minute,
			mitigate: 30 * minute,
			resolve: 40 * minute,
		});
	});

	test('leave out what is missing or runs backwards', () => {
		const {timeline} = marked(['09:00', 'detected']);
		const impact = {...completeRetro.impact, end: null};
		expect(incidentTimes({...completeRetro, impact, timeline})).toEqual({});
	});
});

test('each length is the distance of its two moments', () => {
	fc.assert(
		fc.property(retros, (retro) => {
			for (const {state} of incidentMetrics(retro)) {
				if (state.kind === 'length') {
					expect(state.length).toBe(Date.parse(state.to.at) - Date.parse(state.from.at));
				}
			}
		}),
	);
});

test('a phase is the moment of the latest entry that carries it, else what the impact states', () => {
	fc.assert(
		fc.property(retros, (retro) => {
			const {start, end} = retro.impact;
			const moments = phaseMoments(retro);
			for (const phase of phases) {
				const carrying = retro.timeline.filter((entry) => entry.phase === phase).map((entry) => entry.at);
				const stated = phase === 'started' ? start : phase === 'resolved' ? end : null;
				expect(moments[phase]?.at).toBe(carrying.toSorted().at(-1) ?? stated ?? undefined);
			}
		}),
	);
});
