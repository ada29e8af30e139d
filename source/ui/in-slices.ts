/** Long work in slices, between which keys are read and frames are drawn. */

/** How long a slice of work takes at most, unless one step of it takes longer, in milliseconds. */
const slice = 6;

/** How long is left to others between two slices, in milliseconds. */
const rest = 2;

/**
 * Goes through the steps of a work, a slice at a time, and hands over what it comes to. The first slice begins at
 * once. Returns what ends the work early; nothing is handed over then.
 */
export function inSlices<Result>(work: Iterator<unknown, Result>, onDone: (result: Result) => void): () => void {
	let timer: NodeJS.Timeout | undefined;
	const goOn = (): void => {
		const until = performance.now() + slice;
		do {
			const step = work.next();
			if (step.done) {
				onDone(step.value);
				return;
			}
		} while (performance.now() < until);
		timer = setTimeout(goOn, rest);
	};
	goOn();
	return () => clearTimeout(timer);
}
