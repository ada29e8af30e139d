import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {inSlices} from '../../source/ui/in-slices.ts';

/** Work of so many steps of a millisecond each, and how far it has come. */
function workOf(steps: number): {work: Iterator<undefined, string>; done: () => number} {
	let done = 0;
	function* stepping(): Generator<undefined, string> {
		for (; done < steps; done++) {
			vi.advanceTimersByTime(1);
			yield;
		}
		return 'all';
	}
	return {work: stepping(), done: () => done};
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('others have their turn between slices of a few milliseconds', () => {
	const {work, done} = workOf(100);
	const results: string[] = [];
	inSlices(work, (result) => void results.push(result));
	const first = done();
	expect(first).toBeLessThanOrEqual(8);
	expect(results).toEqual([]);
	vi.runOnlyPendingTimers();
	expect(done() - first).toBeGreaterThan(0);
	vi.runAllTimers();
	expect(results).toEqual(['all']);
});

test('work that is ended hands over nothing', () => {
	const {work, done} = workOf(100);
	const results: string[] = [];
	const stop = inSlices(work, (result) => void results.push(result));
	const before = done();
	stop();
	vi.runAllTimers();
	expect(done()).toBe(before);
	expect(results).toEqual([]);
});
