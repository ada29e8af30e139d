/**
 * A linear model over features, packed: the names of the features would take four times the room, and the distances
 * between their numbers mostly fit into two bytes.
 */
import type {Features} from './feature-hash.ts';

/** As it stands in the data. */
export type PackedModel = {
	/** What the sum begins with. */
	readonly bias: number;
	/** The size of the largest weight, which is 127 steps. */
	readonly largest: number;
	/** The numbers of the features in ascending order, each as its distance from the one before: LEB128, in base64. */
	readonly features: string;
	/** A weight for each feature: signed bytes, in base64. The square of the step counts, so that small ones are told apart. */
	readonly weights: string;
};

/** The sum of what speaks for it, as natural logarithm of the odds: 0 is even. */
export type LinearModel = (features: Features) => number;

/**
 * The sum is of the mean kind, so that long sentences are no surer of anything than short ones: it is divided by the
 * root of the number of features.
 */
export function scaleFor(features: number): number {
	return typicalRoot / Math.sqrt(features);
}

/** The root of the number of features of a short sentence. */
const typicalRoot = 10;

export function readLinearModel({bias, largest, features: numbers, weights}: PackedModel): LinearModel {
	const known = readNumbers(bytesOf(numbers));
	const steps = new Int8Array(bytesOf(weights));
	return (features) => {
		let sum = 0;
		for (const feature of features) {
			const step = steps[indexOf(known, feature)] ?? 0;
			sum += step * Math.abs(step);
		}
		return bias + (sum / mostSteps ** 2) * largest * scaleFor(features.size);
	};
}

const mostSteps = 127;

/** Packs weights by feature; what is less than half a step is left out. */
export function packLinearModel(bias: number, weightByFeature: ReadonlyMap<number, number>): PackedModel {
	const largest = [...weightByFeature.values()].reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
	const steps = [...weightByFeature]
		.map(([feature, weight]): [number, number] => [feature, stepsOf(weight, largest)])
		.filter(([, step]) => step !== 0)
		.toSorted(([a], [b]) => a - b);
	return {
		bias: Number(bias.toPrecision(4)),
		largest: Number(largest.toPrecision(4)),
		features: Buffer.from(gapsOf(steps.map(([feature]) => feature))).toString('base64'),
		weights: Buffer.from(Int8Array.from(steps, ([, step]) => step)).toString('base64'),
	};
}

function bytesOf(base64: string): Uint8Array {
	return new Uint8Array(Buffer.from(base64, 'base64'));
}

function stepsOf(weight: number, largest: number): number {
	return Math.sign(weight) * Math.round(mostSteps * Math.sqrt(Math.abs(weight) / largest));
}

/** Index of a feature in the sorted list, or -1. */
function indexOf(known: Uint32Array, feature: number): number {
	let low = 0;
	let high = known.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const there = known[middle] ?? 0;
		if (there === feature) return middle;
		if (there < feature) low = middle + 1;
		else high = middle - 1;
	}
	return -1;
}

function gapsOf(numbers: readonly number[]): number[] {
	const bytes: number[] = [];
	let before = 0;
	for (const number of numbers) {
		let gap = number - before;
		before = number;
		for (; gap > 0x7f; gap = Math.floor(gap / 0x80)) bytes.push((gap & 0x7f) | 0x80);
		bytes.push(gap);
	}
	return bytes;
}

function readNumbers(bytes: Uint8Array): Uint32Array {
	const numbers: number[] = [];
	let before = 0;
	let gap = 0;
	let factor = 1;
	for (const byte of bytes) {
		gap += (byte & 0x7f) * factor;
		factor *= 0x80;
		if (byte > 0x7f) continue;
		before += gap;
		numbers.push(before);
		gap = 0;
		factor = 1;
	}
	return Uint32Array.from(numbers);
}
