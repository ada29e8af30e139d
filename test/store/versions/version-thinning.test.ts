import {describe, expect, test} from 'vitest';
import {mostBytes, mostVersions, superfluous} from '../../../source/store/versions/version-thinning.ts';
import {instantOf, millisecondsOf} from '../../../source/time/instant.ts';

const now = instantOf(Date.UTC(2026, 10, 20, 12));
const hour = 3_600_000;

/** Versions so many hours ago, oldest first, numbered from 1. */
function versions(hoursAgo: readonly number[], size = 1000) {
	return hoursAgo.map((hours, index) => ({number: index + 1, at: instantOf(millisecondsOf(now) - hours * hour), size}));
}

describe('versions', () => {
	test('of the last day all stay', () => {
		expect(superfluous(versions([23, 22, 21.9, 3, 2, 1, 0]), now)).toEqual([]);
	});

	test('of a day before that only its last stays', () => {
		// 60, 58 and 55 hours ago are the 18th; 40 and 37 the 18th and 19th.
		expect(superfluous(versions([60, 58, 55, 35, 30, 1]), now)).toEqual([1, 2, 4]);
	});

	test('are no more than fifty: those that follow closest on another go, the newest and the first last', () => {
		const daily = Array.from({length: 20}, (_, index) => (40 - index) * 24);
		const busy = Array.from({length: 40}, (_, index) => 20 - index / 10);
		const all = versions([...daily, ...busy]);
		const gone = superfluous(all, now);
		expect(all.length - gone.length).toBe(mostVersions);
		expect(gone.every((number) => number > 20 && number <= 50)).toBe(true);
	});

	test('take no more than their space: the oldest go, the two newest never', () => {
		expect(superfluous(versions([5, 4, 3, 2, 1], mostBytes / 3), now)).toEqual([1, 2]);
		expect(superfluous(versions([5, 4, 3], mostBytes * 2), now)).toEqual([1]);
	});
});
