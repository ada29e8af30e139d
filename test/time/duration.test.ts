import {describe, expect, test} from 'vitest';
import {formatDuration, formatSpan} from '../../source/time/duration.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

describe('a length of time in a column', () => {
	test.each([
		[0, '0m'],
		[999, '0m'],
		[30 * second, '30s'],
		[42 * minute, '42m'],
		[90 * second, '1m 30s'],
		[hour, '1h'],
		[hour + 5 * minute, '1h 05m'],
		[hour + 5 * minute + 59 * second, '1h 05m'],
		[2 * day + 3 * hour + 59 * minute, '2d 3h'],
		[2 * day + 59 * minute, '2d'],
		[-5 * minute, '-5m'],
		[-500, '0m'],
	])('%i ms is %s', (length, written) => {
		expect(formatDuration(length)).toBe(written);
	});
});

describe('a length of time in the document', () => {
	test.each([
		[0, '0 minutes'],
		[second, '1 second'],
		[47 * minute, '47 minutes'],
		[90 * second, '1 minute 30 seconds'],
		[hour + 5 * minute, '1 hour 5 minutes'],
		[hour + 30 * second, '1 hour'],
		[day + 2 * hour + 5 * minute, '1 day 2 hours 5 minutes'],
	])('%i ms is %s', (length, written) => {
		expect(formatSpan(length)).toBe(written);
	});
});
