/** What a measurement is, and the statistics over its runs. */

/** One row of the bench. A value is compared with its baseline from the same run; the rest is context. */
export type Measurement = {
	readonly name: string;
	readonly value: number;
	readonly unit: 'ms' | 'bytes' | 'MB' | 'rows';
	/** What `value` is divided by, when it is a ratio that is aimed at. */
	readonly baseline?: {readonly name: string; readonly value: number};
	/** The aim: the ratio at most where there is a baseline, else the value at most. */
	readonly target?: number;
};

export function median(values: readonly number[]): number {
	return quantile(values, 0.5);
}

/** The value below which the share (0 to 1) of the values lies, by the nearest rank; NaN for no values. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((one, other) => one - other);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/**
 * Runs the subjects in turn, round after round, so that a busy moment of the machine touches all of them.
 * @returns the values of each subject, in the order of the subjects
 */
export async function interleave(
	rounds: number,
	subjects: readonly (() => number | Promise<number>)[],
): Promise<number[][]> {
	const values = subjects.map((): number[] => []);
	for (let round = 0; round < rounds; round++) {
		for (const [index, subject] of subjects.entries()) {
			values[index]?.push(await subject());
		}
	}
	return values;
}
