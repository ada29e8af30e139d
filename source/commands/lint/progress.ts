/** How far a long run is, on the last line of a terminal. */
import type {Output} from '../context.ts';

/** Shorter runs say nothing of themselves. */
const quietMs = 1000;
const betweenMs = 100;

export type Progress = {
	/** Tells that so many are done; the line is drawn at most ten times a second. */
	done(count: number): void;
	/** Takes the line away, so that something else can be written. */
	clear(): void;
};

/**
 * @param output the line is drawn where it is a terminal that can take a line back
 * @param total of files
 * @param clock milliseconds, from any start
 */
export function progressOn(output: Output, total: number, clock: () => number, env: NodeJS.ProcessEnv): Progress {
	if (output.isTTY !== true || env.TERM === 'dumb') return {done: () => undefined, clear: () => undefined};
	let next = clock() + quietMs;
	let isDrawn = false;
	return {
		done(count) {
			const now = clock();
			if (now < next) return;
			next = now + betweenMs;
			isDrawn = true;
			output.write(`\r${count} of ${total} files\u001B[K`);
		},
		clear() {
			if (isDrawn) output.write('\r\u001B[K');
			isDrawn = false;
		},
	};
}
