/** A list that fills while a test waits for what is in it. */

/** `find` resolves to the first item that is meant, whether it is there already or comes. */
export function awaitedList<Item>() {
	const all: Item[] = [];
	const waiting = new Set<() => void>();
	return {
		all,
		add(item: Item) {
			all.push(item);
			for (const look of waiting) look();
		},
		find(isMeant: (item: Item, index: number) => boolean): Promise<Item> {
			return new Promise((resolve) => {
				const look = () => {
					const found = all.find(isMeant);
					if (found === undefined) return;
					waiting.delete(look);
					resolve(found);
				};
				waiting.add(look);
				look();
			});
		},
	};
}
