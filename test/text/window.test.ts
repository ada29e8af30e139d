import fc from 'fast-check';
import {expect, test} from 'vitest';
import {windowAround} from '../../source/text/window.ts';

test('a window stays where it is while the row is in view', () => {
	expect(windowAround(100, 10, 15, 10)).toBe(10);
	expect(windowAround(100, 10, 19, 10)).toBe(10);
});

test('a window moves just as far as the row needs', () => {
	expect(windowAround(100, 10, 20, 10)).toBe(11);
	expect(windowAround(100, 10, 9, 10)).toBe(9);
});

test('a window does not show emptiness below the last row while there are rows above', () => {
	expect(windowAround(12, 10, 11, 8)).toBe(2);
	expect(windowAround(3, 10, 2, 1)).toBe(0);
});

test('a list without rows and a window without height begin at 0', () => {
	expect(windowAround(0, 10, 0, 4)).toBe(0);
	expect(windowAround(5, 0, 0, 0)).toBe(0);
});

test('the row is always in view and the window always in the list', () => {
	fc.assert(
		fc.property(
			fc.integer({min: 1, max: 50}),
			fc.integer({min: 1, max: 20}),
			fc.nat(),
			fc.nat(60),
			(total, height, at, offset) => {
				const index = at % total;
				const first = windowAround(total, height, index, offset);
				expect(first).toBeGreaterThanOrEqual(0);
				expect(first).toBeLessThanOrEqual(index);
				expect(first + height).toBeGreaterThan(index);
				expect(first).toBeLessThanOrEqual(Math.max(0, total - height));
			},
		),
	);
});
