import {expect, test} from 'vitest';
import {kept} from '../../source/importers/candidate.ts';
import type {Instant} from '../../source/time/instant.ts';
import {scoreOfRows} from './rows-score.ts';
import {trueTimes} from './true-times.ts';

const at = (time: string): Instant => `2026-11-20T${time}:00Z` as Instant;
const truth = [
	{at: '2026-11-20T10:05:00', words: 'alert fires', lacks: [], isNoise: false},
	{at: '****-**-**T10:07:00', words: 'on-call acked', lacks: ['zone' as const], isNoise: false},
];

test('a row at another instant is wrong, silently where nothing is said to be assumed', () => {
	const rows = [kept(at('11:05'), 'Alert fires'), kept(at('10:07'), 'on-call acked', {assumed: ['zone']})];
	expect(scoreOfRows(rows, truth)).toMatchObject({right: 1, wrong: 1, missed: 0, silentlyWrong: 1});
});

test('a right clock whose zone nobody told has to say so', () => {
	const rows = [kept(at('10:05'), 'alert fires'), kept(at('10:07'), 'on-call acked')];
	expect(scoreOfRows(rows, truth)).toMatchObject({right: 1, wrong: 1, silentlyWrong: 1});
});

test('a row of no time of the file is wrong, and a time without a row is missed', () => {
	const rows = [kept(at('10:05'), 'alert fires'), kept(at('10:06'), 'invented')];
	expect(scoreOfRows(rows, truth)).toMatchObject({right: 1, wrong: 1, missed: 1, silentlyWrong: 1});
});

test('times are found in a paste of a chat: the half of the day goes on, the day is open', () => {
	expect(trueTimes('slack-paste/a.txt', 'Ann\n  3:26 PM\nslow\n3:28\nstill\n')).toMatchObject([
		{at: '****-**-**T15:26:00', words: 'slow', lacks: ['date', 'zone']},
		{at: '****-**-**T15:28:00', words: 'still'},
	]);
});
