import fc from 'fast-check';
import {expect, test} from 'vitest';
import {densityOf} from '../../source/retro/density.ts';
import {columnAt} from '../../source/retro/time-scale.ts';
import {instantOf} from '../../source/time/instant.ts';

const start = Date.UTC(2026, 10, 20, 10);
const minute = 60_000;
const hour = {from: start, to: start + 60 * minute};

function entriesAt(...minutes: readonly number[]) {
	return minutes.map((after) => ({at: instantOf(start + after * minute)}));
}

test('a burst stands out, and a silence is empty', () => {
	const burst = Array.from({length: 9}, () => 35);
	expect(densityOf(entriesAt(0, ...burst, 60), hour, 6).levels).toEqual([1, 0, 0, 4, 0, 1]);
});

test('a few entries do not look like a burst', () => {
	expect(densityOf(entriesAt(0, 20, 20, 60), hour, 6).levels).toEqual([1, 0, 2, 0, 0, 1]);
});

test('what lies outside is counted and not drawn', () => {
	const {levels, before, after} = densityOf(entriesAt(-5, 30, 61, 900), hour, 6);
	expect(levels).toEqual([0, 0, 0, 1, 0, 0]);
	expect({before, after}).toEqual({before: 1, after: 2});
});

const minutes = fc.integer({min: -30, max: 90});
const columns = fc.integer({min: 40, max: 200});

test('a column is empty exactly where there is no entry, and fuller where there are more', () => {
	fc.assert(
		fc.property(fc.array(minutes), columns, (times, width) => {
			const {levels, before, after} = densityOf(entriesAt(...times), hour, width);
			const counts = Array.from(
				{length: width},
				(_, column) => times.filter((time) => columnAt(hour, width, start + time * minute) === column).length,
			);
			expect(levels).toHaveLength(width);
			expect(counts.reduce((sum, count) => sum + count, before + after)).toBe(times.length);
			counts.forEach((count, column) => {
				expect((levels[column] ?? 0) === 0).toBe(count === 0);
				counts.forEach((other, at) => {
					if (count > other) expect(levels[column]).toBeGreaterThanOrEqual(levels[at] ?? 0);
				});
			});
		}),
		{numRuns: 40},
	);
});

test('time goes from left to right', () => {
	fc.assert(
		fc.property(minutes, minutes, columns, (one, other, width) => {
			fc.pre(one <= other);
			const column = (time: number): number => columnAt(hour, width, start + time * minute);
			expect(column(one)).toBeLessThanOrEqual(column(other));
		}),
	);
});
