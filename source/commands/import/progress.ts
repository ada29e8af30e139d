/** How far a long import is, as a bar on the last line of a terminal. */

import {progressLine} from '../../ui/progress-line.ts';
import type {Output} from '../context.ts';

const barCells = 24;

export type ImportProgress = {
	/** Tells that so many bytes are read; the line is drawn at most ten times a second. */
	read(bytes: number): void;
	/** Takes the line away. */
	clear(): void;
};

/**
 * @param total bytes, or undefined where that is not known
 * @param clock milliseconds, from any start
 */
export function importProgress(
	output: Output,
	total: number | undefined,
	clock: () => number,
	env: NodeJS.ProcessEnv,
): ImportProgress {
	const line = progressLine(output, clock, env);
	let sum = 0;
	return {
		read(bytes) {
			sum += bytes;
			line.draw(() => barOf(sum, total));
		},
		clear: line.clear,
	};
}

function barOf(sum: number, total: number | undefined): string {
	const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
	if (total === undefined || total === 0) return `${megabytes(sum)} MB read`;
	const share = Math.min(1, sum / total);
	const done = Math.round(share * barCells);
	return `[${'#'.repeat(done)}${' '.repeat(barCells - done)}] ${megabytes(sum)} of ${megabytes(total)} MB`;
}
