/** The items that can stay where they are when a list is put into another order. */

/**
 * The longest run of items whose ranks rise, others left out: moving all but these is the fewest moves
 * that put a list into this order. Takes n log n steps.
 *
 * @param rankOf each item's place in the old order; no two are the same
 */
export function risingRun<Item>(items: readonly Item[], rankOf: (item: Item) => number): ReadonlySet<Item> {
	/** By length, the last item of the run of that length that ends lowest. */
	const ends: Item[] = [];
	const before = new Map<Item, Item | undefined>();
	for (const item of items) {
		const length = runsBelow(ends, rankOf, rankOf(item));
		before.set(item, ends[length - 1]);
		ends[length] = item;
	}
	const run = new Set<Item>();
	for (let item = ends.at(-1); item !== undefined; item = before.get(item)) run.add(item);
	return run;
}

/** How many of the runs end below the rank, found by halving. */
function runsBelow<Item>(ends: readonly Item[], rankOf: (item: Item) => number, rank: number): number {
	let [low, high] = [0, ends.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (rankOf(ends[middle] as Item) < rank) low = middle + 1;
		else high = middle;
	}
	return low;
}
