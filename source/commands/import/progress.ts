/** How far a long import is, as a bar on the last line of a terminal. */
import type {Output} from '../context.ts';

/** Shorter imports say nothing of themselves. */
const quietMs = 1000;
const betweenMs = 100;
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
	if (output.isTTY !== true || env.TERM === 'dumb') return {read: () => undefined, clear: () => undefined};
	let next = clock() + quietMs;
	let sum = 0;
	let isDrawn = false;
	return {
		read(bytes) {
			sum += bytes;
			const now = clock();
			if (now < next) return;
			next = now + betweenMs;
			isDrawn = true;
			output.write(`\r${barOf(sum, total)}\u001B[K`);
		},
		clear() {
			if (isDrawn) output.write('\r\u001B[K');
			isDrawn = false;
		},
	};
}

function barOf(sum: number, total: number | undefined): string {
	const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
	if (total === undefined || total === 0) return `${megabytes(sum)} MB read`;
	const share = Math.min(1, sum / total);
	const done = Math.round(share * barCells);
	return `[${'#'.repeat(done)}${' '.repeat(barCells - done)}] ${megabytes(sum)} of ${megabytes(total)} MB`;
}
