/** Logistic regression with few weights: FTRL-Proximal (McMahan et al. 2013), the same weights for the same examples. */

import {scaleFor} from '../../source/lint/wording/linear-model.ts';

export type Example = {readonly features: readonly number[]; readonly isPositive: boolean; readonly weight: number};

export type Weights = {readonly bias: number; readonly weights: ReadonlyMap<number, number>};

export type Settings = {
	/** How large the steps are. */
	readonly rate: number;
	/** The larger, the fewer weights. */
	readonly sparseness: number;
	/** The larger, the smaller the weights. */
	readonly smallness: number;
	readonly rounds: number;
	/** Features of fewer examples are left out. */
	readonly fewest: number;
};

type Numbered = {
	readonly ids: Int32Array;
	/** What each feature but the bias counts. */
	readonly scale: number;
	readonly target: number;
	readonly weight: number;
};

export function train(examples: readonly Example[], settings: Settings): Weights {
	const {rate, sparseness, smallness, rounds, fewest} = settings;
	const names = frequent(examples, fewest);
	const ids = new Map(names.map((name, id) => [name, id + 1]));
	const numbered = examples.map(
		({features, isPositive, weight}): Numbered => ({
			// The first of all is the bias, which every example has.
			ids: Int32Array.from([0, ...features.flatMap((name) => ids.get(name) ?? [])]),
			scale: scaleFor(features.length),
			target: isPositive ? 1 : 0,
			weight,
		}),
	);
	const z = new Float64Array(names.length + 1);
	const n = new Float64Array(names.length + 1);
	const weightOf = (id: number): number => {
		const pull = z[id] ?? 0;
		const least = id === 0 ? 0 : sparseness;
		if (Math.abs(pull) <= least) return 0;
		return -(pull - Math.sign(pull) * least) / ((1 + Math.sqrt(n[id] ?? 0)) / rate + smallness);
	};
	const learn = ({ids, scale, target, weight}: Numbered): void => {
		const weights = Float64Array.from(ids, weightOf);
		const sum = weights.reduce((total, value, at) => total + value * (at === 0 ? 1 : scale), 0);
		const gradient = (sigmoid(sum) - target) * weight;
		ids.forEach((id, at) => {
			const own = at === 0 ? gradient : gradient * scale;
			const before = n[id] ?? 0;
			const after = before + own * own;
			z[id] = (z[id] ?? 0) + own - ((Math.sqrt(after) - Math.sqrt(before)) / rate) * (weights[at] ?? 0);
			n[id] = after;
		});
	};
	for (let round = 1; round <= rounds; round++) {
		for (const index of shuffled(numbered.length, round)) {
			const example = numbered[index];
			if (example !== undefined) learn(example);
		}
	}
	const weights = names.map((name, index) => [name, weightOf(index + 1)] as const);
	return {bias: weightOf(0), weights: new Map(weights.filter(([, weight]) => weight !== 0))};
}

/** Between 0 and 1. */
export function probabilityOf({bias, weights}: Weights, features: readonly number[]): number {
	const sum = features.reduce((total, name) => total + (weights.get(name) ?? 0), 0);
	return sigmoid(bias + sum * scaleFor(features.length));
}

/** The features of enough examples in ascending order, so that the order of the examples decides nothing. */
function frequent(examples: readonly Example[], fewest: number): number[] {
	const counts = new Map<number, number>();
	for (const {features} of examples) for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1);
	return [...counts].flatMap(([name, count]) => (count >= fewest ? [name] : [])).sort((a, b) => a - b);
}

function sigmoid(value: number): number {
	return 1 / (1 + Math.exp(-value));
}

/** The numbers below `count` in an order that the seed decides: Fisher and Yates, by a linear congruential generator. */
export function shuffled(count: number, seed: number): number[] {
	const order = Array.from({length: count}, (_, index) => index);
	let state = Math.imul(seed, 0x9e3779b1) >>> 0;
	for (let last = count - 1; last > 0; last--) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		const other = Math.floor((state / 2 ** 32) * (last + 1));
		[order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
	}
	return order;
}
