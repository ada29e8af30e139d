/**
 * Width in terminal cells, as string-width measures it and so as Ink does. For clean text (see `clean.ts`):
 * escape sequences are not known here.
 */
import stringWidth from 'string-width';
import {remembered} from './bounded-cache.ts';
import {graphemesOf, sureBoundaryAfter} from './graphemes.ts';
import {cellsOfUnit, isSureBoundary, notPlain} from './plain-units.ts';

/** The cells that the text takes on one row. */
export function columnsOf(text: string): number {
	let columns = 0;
	walkGraphemes(text, (_start, _end, cells) => {
		columns += cells;
		return true;
	});
	return columns;
}

/**
 * The text cut to so many cells at most, between graphemes; what was cut shows the ellipsis as its last
 * cell. A width that has no room for the ellipsis gets as much of it as fits.
 */
export function truncate(text: string, columns: number, ellipsis = '…'): string {
	if (columnsOf(text) <= columns) return text;
	const room = columns - columnsOf(ellipsis);
	if (room < 0) return ellipsis.slice(0, offsetOf(ellipsis, columns));
	return text.slice(0, offsetOf(text, room)) + ellipsis;
}

/** The text with spaces after it up to so many cells; as it is where it is wider. */
export function padEnd(text: string, columns: number): string {
	return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/** The last grapheme boundary (UTF-16 offset) that lies no further than so many cells from the start. */
export function offsetOf(text: string, columns: number): number {
	let offset = 0;
	let used = 0;
	walkGraphemes(text, (_start, end, cells) => {
		used += cells;
		if (used > columns) return false;
		offset = end;
		return true;
	});
	return offset;
}

/**
 * Calls `visit` with the start, the end (UTF-16 offsets) and the cells of each grapheme in order, until it
 * returns false.
 */
export function walkGraphemes(text: string, visit: (start: number, end: number, cells: number) => boolean): void {
	let at = 0;
	while (at < text.length) {
		const cells = cellsOfUnit(text.charCodeAt(at));
		if (cells !== notPlain && isSureBoundary(text, at + 1)) {
			if (!visit(at, at + 1, cells)) return;
			at++;
			continue;
		}
		const end = sureBoundaryAfter(text, at);
		for (const grapheme of measured(text.slice(at, end))) {
			const start = at;
			at += grapheme.length;
			if (!visit(start, at, grapheme.cells)) return;
		}
	}
}

/** Graphemes of a stretch that is not plain, seldom more than a word: the same ones are met at each key. */
const measured = remembered(20_000, (text) =>
	graphemesOf(text).map((grapheme) => ({length: grapheme.length, cells: stringWidth(grapheme)})),
);
