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
		['25:61 x', '25:61 is no time of day. Hours go to 23, minutes and seconds to 59'],
	])('%s: %s', (typed, said) => {
		expect(line(typed)).toBe(said);
	});

	test('a time that falls on the next day says so', () => {
		const late = {...bare, previous: at('2026-11-19T23:50:00Z')};
		expect(line('00:10 x', late)).toBe('= 2026-11-20 00:10 UTC · the next day');
	});

	test('a refusal that does not leave room for its hint stands alone', () => {
		expect(line('10:05 IST x')).toBe('IST may be UTC+5:30 (Kolkata), UTC+1 (Dublin) or UTC+2 (Jerusalem)');
	});

	test('a field that is a time is described the same way', () => {
		expect(describeReading(readMoment('10:05', bare), bare)).toBe('= 2026-11-20 10:05 UTC');
		expect(describeReading(readMoment('', bare), bare)).toBe('');
	});
});
