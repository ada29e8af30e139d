/** When to save: a moment after the last key, and not too long after the first. */

export type SaveTimer = {
	/** Something is to be saved. */
	touch(): void;
	/** Trying failed: try again, later each time. Does not keep the process from ending. */
	retry(): void;
	/** Nothing is to be saved any more, or it is being saved. */
	rest(): void;
	/** Saving works again: the next failure starts with a short wait. */
	succeed(): void;
};

export type SaveTiming = {
	/** Milliseconds of quiet before a save. */
	readonly delay: number;
	/** Milliseconds after which a save begins although keys go on coming. */
	readonly maximumWait: number;
};

const firstRetry = 500;
const longestRetry = 10_000;

/** @param save is called when it is time to */
export function saveTimer({delay, maximumWait}: SaveTiming, save: () => void): SaveTimer {
	let timer: NodeJS.Timeout | undefined;
	let firstTouch: number | undefined;
	let failures = 0;

	function rest(): void {
		clearTimeout(timer);
		timer = undefined;
		firstTouch = undefined;
	}

	function run(): void {
		rest();
		save();
	}

	return {
		rest,
		touch() {
			const now = performance.now();
			firstTouch ??= now;
			clearTimeout(timer);
			timer = setTimeout(run, Math.max(0, Math.min(delay, firstTouch + maximumWait - now)));
		},
		retry() {
			if (timer !== undefined) return;
			timer = setTimeout(run, Math.min(firstRetry * 2 ** failures, longestRetry)).unref();
			failures++;
		},
		succeed() {
			failures = 0;
		},
	};
}
