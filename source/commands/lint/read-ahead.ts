/** Work on many things at a time, with what comes of it in their order. */

/**
 * Yields what the work on each item comes to, in the items' order. So many are under way at once, and no more are
 * begun before the first of them has been taken: that is what bounds the memory. Throws what the work on an item
 * throws, when its turn comes.
 */
export async function* inOrder<Item, Result>(
	items: readonly Item[],
	work: (item: Item) => Promise<Result>,
	atOnce: number,
): AsyncGenerator<Result> {
	const underWay: Promise<() => Result>[] = [];
	for (const item of items) {
		// Failures are kept until their turn: a promise that is rejected before anybody waits for it ends the process.
		underWay.push(
			work(item).then(
				(result) => () => result,
				(error: unknown) => () => {
					throw error;
				},
			),
		);
		const first = underWay.length < atOnce ? undefined : underWay.shift();
		if (first !== undefined) yield (await first)();
	}
	for (const last of underWay) yield (await last)();
}
