import fc from 'fast-check';
import {expect, test} from 'vitest';
import {instantOf} from '../../source/time/instant.ts';

test('an instant is what the platform prints, without what is below a second', () => {
	const near = fc.integer({min: -62_135_596_800_000, max: 253_402_300_799_999});
	fc.assert(
		fc.property(near, fc.integer({min: 0, max: 172_800_000}), (start, step) => {
			for (const moment of [start, start + step, start - step, start + 0.75]) {
				const printed = new Date(moment);
				if (printed.getUTCFullYear() > 9999 || printed.getUTCFullYear() < 0) continue;
				expect(instantOf(moment)).toBe(`${printed.toISOString().slice(0, 19)}Z`);
			}
		}),
	);
});

test('what is no moment is none', () => {
	expect(() => instantOf(Number.NaN)).toThrow(RangeError);
	expect(() => instantOf(Number.POSITIVE_INFINITY)).toThrow(RangeError);
});
