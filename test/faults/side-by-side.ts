/** Tries that wait more than they compute, several at a time. */

/** Runs the work once for each of the numbers from 0 to `tries` - 1, so many of them at a time. Rejects with the first error. */
export async function sideBySide(
	tries: number,
	atATime: number,
	work: (round: number) => Promise<void>,
): Promise<void> {
	let next = 0;
	const lane = async (): Promise<void> => {
		while (next < tries) await work(next++);
	};
	await Promise.all(Array.from({length: Math.min(atATime, tries)}, lane));
}
