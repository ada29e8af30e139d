/** Texts of all that people type and paste, for properties. */
import fc from 'fast-check';

/** Mostly one grapheme each, some of which join their neighbours. */
const piece = fc.oneof(
	{arbitrary: fc.constantFrom('a', 'b', 'Z', '0', '9', '.', ',', "'", '-', '_', '(', '@'), weight: 6},
	{arbitrary: fc.constantFrom(' ', ' ', '  ', '\n'), weight: 4},
	{arbitrary: fc.constantFrom('é', 'ß', 'д', 'Ω', '—', '’', '→', '│'), weight: 2},
	{arbitrary: fc.constantFrom('👨‍👩‍👧‍👦', '👍🏽', '🇫🇷', '🇩', '❤️', '1️⃣', '🎉', '⚠️', '✅'), weight: 2},
	{arbitrary: fc.constantFrom('漢', '字', '、', 'か', 'ー', '한', 'ｗ', '\u1112\u1161\u11ab'), weight: 2},
	{
		arbitrary: fc.constantFrom('\u0301', '\u200d', '\ufe0f', '\u20e3', '🏽', 'क्षि', 'ำ', 'ภาษา', '\u0600', 'שלום'),
		weight: 2,
	},
);

/** Clean prose of several lines. */
export const prose = fc.array(piece, {maxLength: 60}).map((pieces) => pieces.join(''));

/** Pieces of text as they are typed or pasted. */
export const typed = fc.oneof(
	piece,
	fc.array(piece, {maxLength: 6}).map((pieces) => pieces.join('')),
);

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** The graphemes of a whole text, asked of the segmenter alone. */
export function graphemes(text: string): string[] {
	return Array.from(segmenter.segment(text), ({segment}) => segment);
}

/** All UTF-16 offsets between graphemes, 0 and the length included. */
export function boundaries(text: string): number[] {
	let at = 0;
	return [0, ...graphemes(text).map((grapheme) => (at += grapheme.length))];
}
