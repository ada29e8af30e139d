import {describe, expect, test} from 'vitest';
import {readEntry} from '../../source/time/entry.ts';
import {readMoment} from '../../source/time/moment.ts';
import {describeReading} from '../../source/time/reading.ts';
import {at, bare, evening} from './context.ts';

function line(typed: string, context = evening): string {
	return describeReading(readEntry(typed, context), context);
}

describe('the line under what is being typed', () => {
	test.each([
		['10:05 acked', '= 2026-11-20 10:05 UTC'],
		['1', ''],
		['5xx errors', ''],
		['2:51am pst x', '= 2026-11-20 10:51 UTC · PST is UTC-8'],
		['23:30 x', '= 2026-11-20 23:30 UTC · 30m in the future'],
		['09:20 x', "= 2026-11-20 09:20 UTC · 30m before the incident's start"],
		['2026-11-31 11:05:00 x', '2026-11-31 is no date: November 2026 has 30 days'],
		['25:61 x', '25:61 is no time of day. Hours go to 23, minutes and seconds to 59'],
	])('%s: %s', (typed, said) => {
		expect(line(typed)).toBe(said);
	});

	test('a time that falls on the next day says so', () => {
		const late = {...bare, previous: at('2026-11-19T23:50:00Z')};
		expect(line('00:10 x', late)).toBe('= 2026-11-20 00:10 UTC · the next day');
	});

	test('a time of several readings lists them with their numbers, as many as there is room for', () => {
		const said = (typed: string, columns: number): string =>
			describeReading(readEntry(typed, evening), evening, {columns, choose: 'Enter picks'});
		expect(said('10:05 AEST x', 120)).toBe(
			'AEST: 1 Brisbane 2026-11-21 00:05 UTC · 2 Sydney 2026-11-20 23:05 UTC · Enter picks',
		);
		expect(said('10:05 IST x', 76)).toBe(
			'IST: 1 Kolkata 04:35 · 2 Dublin 09:05 · 3 Jerusalem 08:05 UTC… · Enter picks',
		);
		expect(said('2026-11-01 1:30am ET x', 80)).toBe(
			'1:30am came twice: 1 UTC-4 05:30 UTC · 2 UTC-5 06:30 UTC · Enter picks',
		);
		expect(said('10:05 IST x', 20)).toBe('IST: 1 Kolkata 04:35 UTC… · Enter picks');
	});

	test('what the clocks showed on the day is told with the key that takes it', () => {
		const said = (columns: number): string =>
			describeReading(readEntry('2026-06-10 10:05 PST x', bare), bare, {columns, change: 'Alt+Z'});
		expect(said(120)).toBe(
			'= 2026-06-10 18:05 UTC · PST is UTC-8 · that day Los Angeles was on PDT, UTC-7: 17:05 UTC? · Alt+Z',
		);
		expect(said(80)).toBe('= 2026-06-10 18:05 UTC · Los Angeles was on PDT, UTC-7: 17:05 UTC? · Alt+Z');
	});

	test('a field that is a time is described the same way', () => {
		expect(describeReading(readMoment('10:05', bare), bare)).toBe('= 2026-11-20 10:05 UTC');
		expect(describeReading(readMoment('', bare), bare)).toBe('');
	});
});
