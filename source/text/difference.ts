/** The one place where two versions of a text differ, and where a caret goes when one replaces the other. */
import {diffIndices} from 'node-diff3';

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

/**
 * The offset of the same place in the text after the change; inside what was replaced, behind the same words, and where
 * those have gone as near as it can be.
 */
export function carried(
	offset: number,
	{start, removed, inserted}: {start: number; removed: string; inserted: string},
): number {
	if (offset <= start) return offset;
	if (offset >= start + removed.length) return offset + inserted.length - removed.length;
	return start + carriedByWords(offset - start, words(removed), words(inserted));
}

/** Several places changed at once: the words between them tell where each has gone. */
function carriedByWords(offset: number, before: readonly string[], after: readonly string[]): number {
	let moved = 0;
	for (const {buffer1: old, buffer2: fresh} of diffIndices([...before], [...after])) {
		const [from, to] = reach(before, old);
		const [freshFrom, freshTo] = reach(after, fresh);
		if (offset <= from) break;
		if (offset < to) return Math.min(freshFrom + offset - from, freshTo);
		moved = freshTo - to;
	}
	return offset + moved;
}

/** Where a run of words begins and ends, in UTF-16 units. */
function reach(words: readonly string[], [first, count]: [first: number, count: number]): [from: number, to: number] {
	const from = words.slice(0, first).join('').length;
	return [from, from + words.slice(first, first + count).join('').length];
}

function words(text: string): string[] {
	return text.match(/\s+|\S+/g) ?? [];
}
