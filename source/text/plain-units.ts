/**
 * The UTF-16 units whose drawing needs no Unicode machinery: each is a grapheme of its own beside any other
 * of them, of a known width. Nearly all text is made of them, and so `Intl.Segmenter` (10 ms to begin with)
 * and the expression for emoji (20 ms) are built for the rest alone.
 */

/** Terminal cells of the unit when it is plain; `notPlain` otherwise. */
export function cellsOfUnit(unit: number): number {
	return cellsByUnit[unit] ?? notPlain;
}

export const notPlain = 3;

/**
 * Whether a grapheme boundary at the offset follows from the two units beside it, by UAX #29: plain units
 * break from each other, and a plain unit breaks from anything but a prepended mark (GB9b) and CR (GB3).
 * False says only that the segmenter has to be asked.
 */
export function isSureBoundary(text: string, offset: number): boolean {
	if (offset <= 0 || offset >= text.length) return true;
	if (cellsOfUnit(text.charCodeAt(offset)) === notPlain) return false;
	const before = text.charCodeAt(offset - 1);
	return cellsOfUnit(before) !== notPlain || !mayHoldOn(before);
}

/** First and last unit, cells. */
const ranges: readonly (readonly [number, number, number])[] = [
	[0x00, 0x0c, 0], // controls without CR, which joins LF
	[0x0e, 0x1f, 0],
	[0x20, 0x7e, 1],
	[0x7f, 0x9f, 0],
	[0xa0, 0xac, 1], // Latin, without the soft hyphen
	[0xae, 0x2ff, 1],
	[0x370, 0x482, 1], // Greek, Cyrillic without its combining marks
	[0x48a, 0x52f, 1],
	[0x1e00, 0x1fff, 1], // Latin additional, Greek extended
	[0x2010, 0x2027, 1], // dashes, quotation marks, ellipsis
	[0x2030, 0x205e, 1],
	[0x20a0, 0x20bf, 1], // currencies
	[0x2190, 0x21ff, 1], // arrows
	[0x2500, 0x25fc, 1], // box drawing, blocks, shapes
	[0x3001, 0x3029, 2], // CJK punctuation, without tone marks
	[0x3041, 0x3096, 2], // kana, without the combining voicing marks
	[0x309b, 0x30ff, 2],
	[0x3400, 0x9fff, 2], // ideographs
	[0xac00, 0xd7a3, 2], // Hangul syllables
	[0xff01, 0xff60, 2], // fullwidth forms
];

const cellsByUnit = new Uint8Array(0x10000).fill(notPlain);
for (const [first, last, cells] of ranges) cellsByUnit.fill(cells, first, last + 1);

/** CR, the prepended marks of the basic plane, and surrogates, behind which there are more of them. */
function mayHoldOn(unit: number): boolean {
	return (
		unit === 0x0d ||
		(unit >= 0x600 && unit <= 0x605) ||
		[0x6dd, 0x70f, 0x890, 0x891, 0x8e2, 0xd4e].includes(unit) ||
		(unit >= 0xd800 && unit <= 0xdfff)
	);
}
