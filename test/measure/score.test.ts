import {expect, test} from 'vitest';
import type {Labelled} from './labelled.ts';
import {scoreOf} from './score.ts';

const texts: Labelled[] = [
	{label: 'blameful', kind: 'omission', text: 'Bob forgot.'},
	{label: 'blameful', kind: 'omission', text: 'Ana forgot.'},
	{label: 'blameful', kind: 'motive', text: 'Nobody cared.'},
	{label: 'innocent', kind: 'omission', text: 'The job forgot its session.'},
	{label: 'innocent', kind: 'motive', text: 'Redis does not care.'},
];

test('precision is the share of the flagged, recall of the labelled', () => {
	const {precision, recall} = scoreOf(texts, ({text}) => /forgot/.test(text));
	expect(precision).toBeCloseTo(2 / 3);
	expect(recall).toBeCloseTo(2 / 3);
});

test('what was wrong is counted by kind, the worst first', () => {
	const {missed, falseAlarms} = scoreOf(texts, ({text}) => /forgot/.test(text));
	expect(missed.map(({kind, total, wrong}) => [kind, wrong.length, total])).toEqual([
		['motive', 1, 1],
		['omission', 0, 2],
	]);
	expect(falseAlarms.map(({kind, wrong}) => [kind, wrong.length])).toEqual([
		['omission', 1],
		['motive', 0],
	]);
});
