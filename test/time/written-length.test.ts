import {describe, expect, test} from 'vitest';
import {agrees, type WrittenLength, writtenLengths} from '../../source/time/written-length.ts';

const minute = 60_000;

function only(text: string): WrittenLength {
	const [length, ...others] = writtenLengths(text);
	expect(others).toEqual([]);
	if (length === undefined) throw new Error(`No length is read in "${text}".`);
	return length;
}

test.each<[text: string, minutes: number]>([
	['down for 47 minutes.', 47],
	['1h 52m', 112],
	['1h50m', 110],
	['1h05', 0],
	['5 hours 26 minutes', 326],
	['12 hours and 5 minutes', 725],
	['1 day, 2 hours', 1560],
	['a 47-minute outage', 47],
	['an hour', 60],
	['an hour and a half', 90],
	['half an hour', 30],
	['forty-five minutes', 45],
	['1.5 hours', 90],
	['2 weeks', 20_160],
])('"%s" is %d minutes', (text, minutes) => {
	expect(writtenLengths(text).map(({length}) => length / minute)).toEqual(minutes === 0 ? [] : [minutes]);
});

test.each([
	'1-1.5 hours',
	'2 to 3 hours',
	'2–3 hours',
	'a few hours',
	'several minutes',
	'5xx errors',
	'v1.2d',
	'p95 10ms',
	'5m3',
	'10:05',
	'node-5 hours',
])('"%s" is no length', (text) => {
	expect(writtenLengths(text)).toEqual([]);
});

test('the words that say how exactly it is meant belong to it', () => {
	const text = 'It was down for about an hour on Sunday.';
	const {start, end, hedge} = only(text);
	expect([text.slice(start, end), hedge]).toEqual(['about an hour', 'about']);
});

describe('a length agrees with what was measured', () => {
	test.each<[text: string, minutes: number, yes: boolean]>([
		['47 minutes', 47, true],
		['47 minutes', 48, true],
		['47 minutes', 52, false],
		['45 minutes', 47, true],
		['50 minutes', 52, true],
		['50 minutes', 59, false],
		['an hour', 75, true],
		['an hour', 112, false],
		['an hour and a half', 100, true],
		['an hour and a half', 52, false],
		['about 50 minutes', 59, true],
		['nearly an hour', 52, true],
		['about an hour', 140, false],
		['1h 52m', 112, true],
		['1h 52m', 118, false],
		['over an hour', 112, true],
		['over an hour', 20, false],
		['3+ hours', 300, true],
		['less than 10 minutes', 4, true],
		['less than 10 minutes', 52, false],
		['up to 30 minutes', 52, true],
		['17 hours', 1042, true],
		['2 days', 1500, false],
	])('%s, and it was %d minutes: %s', (text, minutes, yes) => {
		expect(agrees(only(text), minutes * minute)).toBe(yes);
	});
});
