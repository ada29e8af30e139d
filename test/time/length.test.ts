import fc from 'fast-check';
import {expect, test} from 'vitest';
import {readLength} from '../../source/time/length.ts';

const minute = 60_000;

test.each([
	['-3m', -3 * minute],
	['+1h30m', 90 * minute],
	['1h 30m', 90 * minute],
	['90s', 90_000],
	['−3m', -3 * minute],
	['- 3 min', -3 * minute],
	['5', 5 * minute],
	['-2d', -2 * 24 * 60 * minute],
	['0m', 0],
])('"%s" is a length', (typed, length) => {
	expect(readLength(typed)).toEqual({kind: 'length', length});
});

test.each(['', '-', 'soon', '3 parsecs', '-3m and more', '10:05', '=', 'now', '--3m', '1'.repeat(30)])(
	'"%s" is none, and what one looks like is said',
	(typed) => {
		const reading = readLength(typed);
		expect(reading.kind).toBe('refused');
		expect(reading.kind === 'refused' && reading.message).not.toBe('');
	},
);

test('any text is read or refused', () => {
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), (typed) => {
			const reading = readLength(typed);
			if (reading.kind === 'length') expect(Number.isSafeInteger(reading.length / 1000)).toBe(true);
		}),
	);
});
