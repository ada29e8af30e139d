/** Where the caret goes. Offsets are UTF-16 and on grapheme boundaries. */
import {boundaryAfter, boundaryBefore} from './graphemes.ts';
import {wordEndAfter, wordStartBefore} from './words.ts';
import {caretPosition, offsetAt, wrap} from './wrapping.ts';

export type Movement =
	| 'move-left'
	| 'move-right'
	| 'move-word-left'
	| 'move-word-right'
	/** Start and end of the hard line, as in readline: what Ctrl+K deletes up to, however the text is wrapped. */
	| 'move-line-start'
	| 'move-line-end'
	| 'move-text-start'
	| 'move-text-end';

/** The offset that the movement leads to; the same one where there is nowhere to go. */
export function offsetAfter(movement: Movement, text: string, caret: number): number {
	switch (movement) {
		case 'move-left':
			return boundaryBefore(text, caret);
		case 'move-right':
			return boundaryAfter(text, caret);
		case 'move-word-left':
			return wordStartBefore(text, caret);
		case 'move-word-right':
			return wordEndAfter(text, caret);
		case 'move-line-start':
			return lineStart(text, caret);
		case 'move-line-end':
			return lineEnd(text, caret);
		case 'move-text-start':
			return 0;
		case 'move-text-end':
			return text.length;
	}
}

/**
 * The caret one row up or down, as near as the row allows to `goal`, the column in terminal cells where the
 * vertical movement began (null where this is its beginning), and that column; undefined where there is no row.
 * @param width of the text in terminal cells, as for `wrap`
 */
export function offsetInNextRow(
	text: string,
	caret: number,
	{by, goal, width}: {by: 1 | -1; goal: number | null; width: number},
): {caret: number; goal: number} | undefined {
	const rows = wrap(text, width);
	const {row, column} = caretPosition(rows, text, caret);
	const target = row + by;
	if (target < 0 || target >= rows.length) return undefined;
	const wanted = goal ?? column;
	return {caret: offsetAt(rows, text, target, wanted), goal: wanted};
}

/** The offset of the first character of the hard line that the offset lies in. */
export function lineStart(text: string, offset: number): number {
	return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset behind the last character of the hard line that the offset lies in. */
export function lineEnd(text: string, offset: number): number {
	const feed = text.indexOf('\n', offset);
	return feed < 0 ? text.length : feed;
}
