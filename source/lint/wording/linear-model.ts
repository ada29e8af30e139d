/**
 * A linear model over named features, packed: its weights are found by the hash of a feature's name, since the names
 * themselves would take four times the room. Of two names with one hash the second shares the first's weight; among 268
 * million hashes that is rare enough, and the distances between them fit into two bytes.
 */

/** As it stands in the data. */
export type PackedModel = {
	/** What the sum begins with. */
	readonly bias: number;
	/** The size of the largest weight, which is 127 steps. */
	readonly largest: number;
	/** The hashes in ascending order, each as its distance from the one before: LEB128, in base64. */
	readonly hashes: string;
	/** A weight for each hash: signed bytes, in base64. The square of the step counts, so that small ones are told apart. */
	readonly weights: string;
};

/** The sum of what speaks for it, as natural logarithm of the odds: 0 is even. */
export type LinearModel = (features: ReadonlySet<string>) => number;

/**
 * The sum is of the mean kind, so that long sentences are no surer of anything than short ones: it is divided by the
 * root of the number of features.
 */
export function scaleFor(features: number): number {
	return typicalRoot / Math.sqrt(features);
}

/** The root of the number of features of a short sentence. */
const typicalRoot = 10;

export function readLinearModel({bias, largest, hashes, weights}: PackedModel): LinearModel {
	const known = readHashes(bytesOf(hashes));
	const steps = new Int8Array(bytesOf(weights));
	return (features) => {
		let sum = 0;
		for (const name of features) {
			const step = steps[indexOf(known, hashOf(name))] ?? 0;
			sum += step * Math.abs(step);
		}
		return bias + (sum / mostSteps ** 2) * largest * scaleFor(features.size);
	};
}

const mostSteps = 127;

/** Packs weights by name; what is less than half a step is left out. */
export function packLinearModel(bias: number, weightByName: ReadonlyMap<string, number>): PackedModel {
	const largest = [...weightByName.values()].reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
	const byHash = new Map<number, number>();
	for (const [name, weight] of weightByName) {
		const step = Math.sign(weight) * Math.round(mostSteps * Math.sqrt(Math.abs(weight) / largest));
		if (step !== 0) byHash.set(hashOf(name), step);
	}
	const sorted = [...byHash].toSorted(([a], [b]) => a - b);
	return {
		bias: Number(bias.toPrecision(4)),
		largest: Number(largest.toPrecision(4)),
		hashes: Buffer.from(gapsOf(sorted.map(([hash]) => hash))).toString('base64'),
		weights: Buffer.from(Int8Array.from(sorted, ([, step]) => step)).toString('base64'),
	};
}

/** The upper 28 of the 32 bits of FNV-1a over UTF-16 units: http://www.isthe.com/chongo/tech/comp/fnv/. */
function hashOf(name: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < name.length; index++) {
		hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
	}
	return hash >>> 4;
}

function bytesOf(base64: string): Uint8Array {
	return new Uint8Array(Buffer.from(base64, 'base64'));
}

/** Index of a hash in the sorted list, or -1. */
function indexOf(known: Uint32Array, hash: number): number {
	let low = 0;
	let high = known.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const there = known[middle] ?? 0;
		if (there === hash) return middle;
		if (there < hash) low = middle + 1;
		else high = middle - 1;
	}
	return -1;
}

function gapsOf(hashes: readonly number[]): number[] {
	const bytes: number[] = [];
	let before = 0;
	for (const hash of hashes) {
		let gap = hash - before;
		before = hash;
		for (; gap > 0x7f; gap = Math.floor(gap / 0x80)) bytes.push((gap & 0x7f) | 0x80);
		bytes.push(gap);
	}
	return bytes;
}

function readHashes(bytes: Uint8Array): Uint32Array {
	const hashes: number[] = [];
	let before = 0;
	let gap = 0;
	let factor = 1;
	for (const byte of bytes) {
		gap += (byte & 0x7f) * factor;
		factor *= 0x80;
		if (byte > 0x7f) continue;
		before += gap;
		hashes.push(before);
		gap = 0;
		factor = 1;
	}
	return Uint32Array.from(hashes);
}
