/** The one place where two versions of a text differ, and where a caret goes when one replaces the other. */

/**
 * The range of `before` whose replacement makes `after`, without what both begin with and end with: where
 * it starts, what goes and what comes. Offsets in UTF-16 units. Texts that are equal have two empty strings.
 */
export function difference(before: string, after: string): {start: number; removed: string; inserted: string} {
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
	let tail = 0;
	const most = shorter - start;
	while (tail < most && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail))
		tail++;
	return {start, removed: before.slice(start, before.length - tail), inserted: after.slice(start, after.length - tail)};
}

/** The offset of the same place in the text after the change; inside what was replaced, as near as it can be. */
export function carried(
	offset: number,
	{start, removed, inserted}: {start: number; removed: string; inserted: string},
): number {
	if (offset <= start) return offset;
	if (offset >= start + removed.length) return offset + inserted.length - removed.length;
	return Math.min(offset, start + inserted.length);
}
