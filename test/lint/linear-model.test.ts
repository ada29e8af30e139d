import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {featureOf} from '../../source/lint/wording/feature-hash.ts';
import {packLinearModel, readLinearModel, scaleFor} from '../../source/lint/wording/linear-model.ts';

const names = fc.uniqueArray(fc.nat(2 ** 28 - 1), {minLength: 1, maxLength: 40});
const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((name) => featureOf(name)) as [
	number,
	number,
	number,
	number,
	number,
];

describe('a packed model', () => {
	test('gives what the weights give, but for the rounding', () => {
		const weighted = names.chain((all) =>
			fc.tuple(fc.constant(all), fc.array(fc.double({min: -3, max: 3, noNaN: true}), {minLength: 40, maxLength: 40})),
		);
		fc.assert(
			fc.property(weighted, ([all, weights]) => {
				const byName = new Map(all.map((name, index) => [name, weights[index] ?? 0]));
				const model = readLinearModel(packLinearModel(0.5, byName));
				for (const [name, weight] of byName) {
					const odds = (model(new Set([name])) - 0.5) / scaleFor(1);
					expect(Math.abs(odds - weight)).toBeLessThanOrEqual(0.05 + Math.abs(weight) * 0.02);
				}
			}),
		);
	});

	test('knows nothing of features that it has not learnt', () => {
		const model = readLinearModel(packLinearModel(-1, new Map([[a, 2]])));
		expect(model(new Set([b, c]))).toBe(-1);
	});

	test('adds up what it knows, the less surely the longer the sentence is', () => {
		const model = readLinearModel(
			packLinearModel(
				0,
				new Map([
					[a, 2],
					[b, 2],
				]),
			),
		);
		expect(model(new Set([a, b]))).toBeGreaterThan(model(new Set([a, c])));
		expect(model(new Set([a]))).toBeGreaterThan(model(new Set([a, c, d, e])));
	});

	test('may be empty', () => {
		expect(readLinearModel(packLinearModel(0.25, new Map()))(new Set([a]))).toBe(0.25);
	});
});

test('a feature is the same however its name is cut', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), fc.string(), (one, two, three) => {
			expect(featureOf(one, two, three)).toBe(featureOf(one + two + three));
		}),
	);
});
