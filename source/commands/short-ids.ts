/** Beginnings of ids that are enough to name each retro, for where whole ids leave no room. */

/** A date is the least that says something. */
const shortest = '2026-11-20'.length;

/** For each id a beginning that no other id has, up to the end of a word. An id that begins another one stays whole. */
export function shortIds(ids: readonly string[]): ReadonlyMap<string, string> {
	const sorted = ids.toSorted();
	return new Map(
		sorted.map((id, index) => {
			const shared = Math.max(sharedLength(id, sorted[index - 1]), sharedLength(id, sorted[index + 1]));
			const end = id.indexOf('-', Math.max(shared + 1, shortest));
			return [id, end < 0 ? id : id.slice(0, end)];
		}),
	);
}

function sharedLength(id: string, other: string | undefined): number {
	let length = 0;
	while (other !== undefined && length < id.length && id[length] === other[length]) length += 1;
	return length;
}
