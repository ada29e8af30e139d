/**
 * Graphemes: what people take for one character (UAX #29, extended grapheme clusters). Looks at the
 * neighbourhood of an offset alone, so that the cost does not depend on the length of the text.
 */
import {isSureBoundary} from './plain-units.ts';

/** The end (UTF-16 offset) of the grapheme that starts at the offset; the text's length at its end. */
export function boundaryAfter(text: string, offset: number): number {
	if (isSureBoundary(text, offset + 1)) return Math.min(offset + 1, text.length);
	const end = sureBoundaryAfter(text, offset);
	const [first] = segmenter().segment(text.slice(offset, end));
	return offset + (first?.segment.length ?? 0);
}

/** The start (UTF-16 offset) of the grapheme that ends at the offset; 0 at the text's start. */
export function boundaryBefore(text: string, offset: number): number {
	if (isSureBoundary(text, offset - 1)) return Math.max(0, offset - 1);
	const start = sureBoundaryBefore(text, offset);
	const last = segmenter()
		.segment(text.slice(start, offset))
		.containing(offset - start - 1);
	return start + (last?.index ?? 0);
}

/** The offset itself where it lies between two graphemes, else the end of the grapheme it lies in; kept in the text. */
export function boundaryFrom(text: string, offset: number): number {
	if (isSureBoundary(text, offset)) return Math.max(0, Math.min(offset, text.length));
	const start = sureBoundaryBefore(text, offset);
	const around = segmenter()
		.segment(text.slice(start, sureBoundaryAfter(text, offset)))
		.containing(offset - start);
	if (around === undefined || start + around.index === offset) return offset;
	return start + around.index + around.segment.length;
}

/** The next offset after this one which is a boundary for sure: what lies between is segmented as one. */
export function sureBoundaryAfter(text: string, offset: number): number {
	let at = offset + 1;
	while (!isSureBoundary(text, at)) at++;
	return Math.min(at, text.length);
}

function sureBoundaryBefore(text: string, offset: number): number {
	let at = offset - 1;
	while (!isSureBoundary(text, at)) at--;
	return Math.max(0, at);
}

/**
 * The graphemes of a piece of text that starts and ends at boundaries, in order. It is segmented in short
 * parts, since each step of `Intl.Segmenter` costs time in proportion to the text it was given.
 */
export function graphemesOf(text: string): string[] {
	const graphemes: string[] = [];
	let at = 0;
	let size = partSize;
	while (at < text.length) {
		const end = at + size + (isLowSurrogate(text.charCodeAt(at + size)) ? 1 : 0);
		const part = Array.from(segmenter().segment(text.slice(at, end)), ({segment}) => segment);
		// The last one may go on in the next part. Where it is all there is, the part was too short to tell.
		if (end < text.length) part.pop();
		size = part.length === 0 ? size * 2 : partSize;
		for (const grapheme of part) at += grapheme.length;
		graphemes.push(...part);
	}
	return graphemes;
}

const partSize = 256;

function isLowSurrogate(unit: number): boolean {
	return unit >= 0xdc00 && unit <= 0xdfff;
}

let built: Intl.Segmenter | undefined;

/** Built when the first text asks for it: it costs 10 ms. */
function segmenter(): Intl.Segmenter {
	built ??= new Intl.Segmenter(undefined, {granularity: 'grapheme'});
	return built;
}
