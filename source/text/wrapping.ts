/**
 * A text laid out in rows of a width, and the way between an offset in the text and a cell on the screen.
 *
 * The last cell of the width is the caret's: text fills the cells before it, so that the caret behind the
 * last letter of a row is still inside. Spaces at the end of a row hang: they take no part in wrapping, may
 * reach over the width (`drawnRow` cuts them), and the caret among them stays in the last cell.
 */
import {remembered} from './bounded-cache.ts';
import {columnsOf, offsetOf, walkGraphemes} from './columns.ts';
import {boundaryBefore} from './graphemes.ts';
import {hangs, mayBreakBetween} from './line-breaks.ts';

export type VisualRow = {
	/** UTF-16 offset of its first character. */
	readonly start: number;
	/** UTF-16 offset behind its last character, hanging spaces included, a line feed not. */
	readonly end: number;
	/** It ends at a line feed or at the text's end, not at a wrap. */
	readonly hard: boolean;
	/** The last column where the caret may stand: the width less one. */
	readonly edge: number;
};

/** Both count from 0; the column is in terminal cells and at most the row's `edge`. */
export type Position = {readonly row: number; readonly column: number};

/**
 * The rows of a text in `width` terminal cells: wrapped between words and beside wide characters, inside a
 * word where it is longer than a row, never inside a grapheme. An empty text is one row, a text that ends
 * in a line feed has an empty last row. A width below 2 counts as 2; a grapheme wider than a row has a row
 * of its own. Lines laid out before are remembered: after an edit only the touched line is laid out anew.
 */
export function wrap(text: string, width: number): VisualRow[] {
	const edge = Math.max(1, width - 1);
	const layOut = layoutFor(edge);
	const rows: VisualRow[] = [];
	let lineStart = 0;
	while (true) {
		const feed = text.indexOf('\n', lineStart);
		const lineEnd = feed < 0 ? text.length : feed;
		let start = lineStart;
		for (const length of layOut(text.slice(lineStart, lineEnd))) {
			const end = start + length;
			rows.push({start, end, hard: end === lineEnd, edge});
			start = end;
		}
		if (feed < 0) return rows;
		lineStart = feed + 1;
	}
}

/**
 * Where the caret is drawn. Between two rows of a wrapped line it is at the start of the later one.
 * @param rows what `wrap` gave for the text
 * @param caret UTF-16 offset, on a grapheme boundary
 */
export function caretPosition(rows: readonly VisualRow[], text: string, caret: number): Position {
	let first = 0;
	let last = rows.length - 1;
	while (first < last) {
		const middle = Math.ceil((first + last) / 2);
		if ((rows[middle]?.start ?? 0) <= caret) first = middle;
		else last = middle - 1;
	}
	const row = rows[first];
	if (row === undefined) return {row: 0, column: 0};
	return {row: first, column: Math.min(row.edge, columnsOf(text.slice(row.start, caret)))};
}

/**
 * The UTF-16 offset, on a grapheme boundary, that is drawn at the cell or else nearest before it on that
 * row; a row outside the text counts as the nearest in it.
 * @param rows what `wrap` gave for the text
 */
export function offsetAt(rows: readonly VisualRow[], text: string, row: number, column: number): number {
	const found = rows[Math.max(0, Math.min(row, rows.length - 1))];
	if (found === undefined) return 0;
	const offset = found.start + offsetOf(text.slice(found.start, found.end), Math.min(column, found.edge));
	// The end of a wrapped row is drawn as the start of the next one.
	return found.hard || offset < found.end ? offset : Math.max(found.start, boundaryBefore(text, offset));
}

/** The row as it is drawn: without the hanging spaces that reach over the width. */
export function drawnRow(text: string, {start, end, edge}: VisualRow): string {
	const row = text.slice(start, end);
	return /[ \u3000]$/.test(row) ? row.slice(0, offsetOf(row, edge + 1)) : row;
}

/** UTF-16 units of lines remembered for each width: several times the longest text of a retro. */
const budget = 100_000;

/** Windows are resized, and each field has its width; the oldest width is forgotten first. */
const widthsKept = 8;

const layouts = new Map<number, (line: string) => readonly number[]>();

function layoutFor(edge: number): (line: string) => readonly number[] {
	const known = layouts.get(edge);
	if (known !== undefined) return known;
	const [oldest] = layouts.keys();
	if (layouts.size >= widthsKept && oldest !== undefined) layouts.delete(oldest);
	const layout = remembered(budget, (line) => rowLengths(line, edge));
	layouts.set(edge, layout);
	return layout;
}

/** The lengths (UTF-16 units) of the rows of one line; they add up to the line's. An empty line has one of 0. */
function rowLengths(line: string, edge: number): number[] {
	const lengths: number[] = [];
	let rowStart = 0;
	let column = 0;
	// The last place in this row where it may be broken, and the column there; none while it is the row's start.
	let breakAt = 0;
	let breakColumn = 0;
	let empty = true;

	const breakRow = (at: number, columnThere: number): void => {
		lengths.push(at - rowStart);
		rowStart = at;
		column -= columnThere;
		breakAt = at;
		breakColumn = 0;
	};

	walkGraphemes(line, (start, end, cells) => {
		if (hangs(line, start, end)) {
			column += cells;
			// Spaces that begin a line indent it: breaking behind them would leave a row of nothing.
			if (!empty) {
				breakAt = end;
				breakColumn = column;
			}
			return true;
		}
		if (!empty && mayBreakBetween(line, start)) {
			breakAt = start;
			breakColumn = column;
		}
		if (column + cells > edge && breakAt > rowStart) breakRow(breakAt, breakColumn);
		if (column + cells > edge && start > rowStart) breakRow(start, column);
		column += cells;
		empty = false;
		return true;
	});
	lengths.push(line.length - rowStart);
	return lengths;
}
