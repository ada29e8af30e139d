/**
 * The elements of a long array of JSON in pieces, each parsed by the platform: what is done with is let go of, which
 * takes half the time of all of them at once.
 */

/** In UTF-16 units. */
const pieceLength = 256 * 1024;
/** How often a piece is tried again, with one place more where an element may end, before the rest is parsed at once. */
const tries = 8;

/** Whether a text of JSON can be read so: an array of objects that is long and has its end. */
export function isLongArray(text: string): boolean {
	return text.length > 4 * pieceLength && /^\s*\[\s*\{/.test(text) && /\]\s*$/.test(text.slice(-64));
}

/**
 * The elements of an array of objects, in arrays. Where elements end is guessed by how the first one begins, and a
 * guess is right where what stands before it parses: the beginning of an array with a bracket behind it is an
 * array only where no element is cut. What was read up to a mistake stands.
 */
export function* arrayPieces(text: string): Generator<unknown[]> {
	const [opening = '', gap = ''] = /^\s*\[(\s*)(?=\{)/.exec(text) ?? [];
	const last = text.lastIndexOf(']');
	const end = gap.includes('\n') ? `${gap}}` : '}';
	for (let start = opening.length; start < last; ) {
		const piece = pieceFrom(text, start, last, `${end},${gap}{`, end.length);
		if (piece === undefined) return;
		yield piece.values;
		start = piece.next;
	}
}

function pieceFrom(
	text: string,
	start: number,
	last: number,
	between: string,
	endLength: number,
): {values: unknown[]; next: number} | undefined {
	let from = start + pieceLength;
	for (let attempt = 0; attempt < tries && from < last; attempt++) {
		const found = text.indexOf(between, from);
		if (found < 0) break;
		const values = elements(text.slice(start, found + endLength));
		if (values !== undefined) return {values, next: found + endLength + 1};
		from = found + 1;
	}
	const values = elements(text.slice(start, last));
	return values === undefined ? undefined : {values, next: last};
}

function elements(inner: string): unknown[] | undefined {
	try {
		return JSON.parse(`[${inner}]`) as unknown[];
	} catch {
		return undefined;
	}
}
