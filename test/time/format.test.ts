import {describe, expect, test} from 'vitest';
import {formatClock, formatMinute, formatOffset, printMoment, printOffset} from '../../source/time/format.ts';
import type {Instant} from '../../source/time/instant.ts';

const onTheMinute = '2026-11-20T10:05:00Z' as Instant;
const betweenMinutes = '2026-11-20T10:05:30Z' as Instant;

describe('writing an instant', () => {
	test('a full minute is written without seconds', () => {
		expect(formatClock(onTheMinute)).toBe('10:05');
		expect(formatMinute(onTheMinute)).toBe('2026-11-20 10:05');
	});

	test('seconds are written where there are some', () => {
		expect(formatClock(betweenMinutes)).toBe('10:05:30');
		expect(formatMinute(betweenMinutes)).toBe('2026-11-20 10:05:30');
	});

	test('what is put into a field says that it is UTC', () => {
		expect(printMoment(onTheMinute)).toBe('2026-11-20 10:05 UTC');
	});
});

describe('writing a distance from UTC', () => {
	test.each([
		[-420, 'UTC-7', '-07:00'],
		[330, 'UTC+5:30', '+05:30'],
		[0, 'UTC+0', '+00:00'],
		[-210, 'UTC-3:30', '-03:30'],
	])('%i minutes', (minutes, inWords, asTyped) => {
		expect(formatOffset(minutes)).toBe(inWords);
		expect(printOffset(minutes)).toBe(asTyped);
	});
});
