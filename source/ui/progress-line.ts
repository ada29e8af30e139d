/** How far something long is, on the last line of a terminal. */

/** What is shorter says nothing of itself. */
const quietMs = 1000;
const betweenMs = 100;

/** Where the line is drawn, if it is a terminal. */
export type ProgressOutput = {write(text: string): unknown; readonly isTTY?: boolean};

export type ProgressLine = {
	/** Tells where it stands; asked for the words, and drawn, at most ten times a second. */
	draw(words: () => string): void;
	/** Takes the line away, so that something else can be written. */
	clear(): void;
};

/**
 * @param output the line is drawn where it is a terminal that can take a line back
 * @param clock milliseconds, from any start
 */
export function progressLine(output: ProgressOutput, clock: () => number, env: NodeJS.ProcessEnv): ProgressLine {
	if (output.isTTY !== true || env.TERM === 'dumb') return {draw: () => undefined, clear: () => undefined};
	let next = clock() + quietMs;
	let isDrawn = false;
	return {
		draw(words) {
			const now = clock();
			if (now < next) return;
			next = now + betweenMs;
			isDrawn = true;
			output.write(`\r${words()}\u001B[K`);
		},
		clear() {
			if (isDrawn) output.write('\r\u001B[K');
			isDrawn = false;
		},
	};
}
