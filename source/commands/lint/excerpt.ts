/** A sentence with a part of it marked by a line of carets, as a compiler does. */
import type {Span} from '../../lint/finding.ts';
import {cleanLine} from '../../text/clean.ts';
import {columnsOf, offsetOf} from '../../text/columns.ts';
import {wrap} from '../../text/wrapping.ts';

/** A sentence of more rows is cut, around what is marked in it. */
const mostRows = 3;

/** UTF-16 units of a cell, emoji of a whole family included: what lies further away is not looked at. */
const mostUnits = 16;

const ellipsis = '…';

/**
 * Pairs of rows: the words, harmless for the terminal, and the marks below them, empty where the row has none.
 * @param sentence what is shown; it holds the span
 * @param span what is marked in it
 * @param width cells of a row
 */
export function excerptOf(text: string, sentence: Span, span: Span, width: number): [words: string, marks: string][] {
	const reach = width * mostRows * mostUnits;
	const before = shown(text.slice(Math.max(sentence.start, span.start - reach), span.start)).trimStart();
	const marked = shown(text.slice(span.start, Math.min(span.end, span.start + reach)));
	const after = shown(text.slice(span.end, Math.min(sentence.end, span.end + reach))).trimEnd();
	// Rows end between words, so that less may fit than the cells of the rows add up to.
	let cells = width * mostRows;
	let {words, start, end} = cut(before, marked, after, cells);
	// The last cell of a row is left to the caret where text is typed, and there is none here.
	for (let rows = wrap(words, width + 1); ; rows = wrap(words, width + 1)) {
		if (rows.length <= mostRows || cells <= width) {
			return rows.slice(0, mostRows).map((row) => marks(words, row, {start, end}));
		}
		cells -= Math.ceil(width / 8);
		({words, start, end} = cut(before, marked, after, cells));
	}
}

/** A row and the carets below it. */
function marks(words: string, row: Span, span: Span): [words: string, marks: string] {
	const shownRow = words.slice(row.start, row.end).trimEnd();
	const from = Math.max(span.start, row.start);
	const to = Math.min(span.end, row.start + shownRow.length);
	if (from >= to) return [shownRow, ''];
	const indent = columnsOf(words.slice(row.start, from));
	return [shownRow, `${' '.repeat(indent)}${'^'.repeat(Math.max(1, columnsOf(words.slice(from, to))))}`];
}

/** As one line, with a space for each stretch of white space. */
function shown(text: string): string {
	return cleanLine(text.replace(/\s+/g, ' '));
}

/** The three parts as one text of at most so many cells; what is left out on either side shows an ellipsis. */
function cut(before: string, marked: string, after: string, cells: number): {words: string} & Span {
	const room = cells - columnsOf(marked);
	if (room <= 0) {
		const words = (before === '' ? '' : ellipsis) + marked.slice(0, offsetOf(marked, cells - 2)) + ellipsis;
		return {words, start: before === '' ? 0 : 1, end: words.length};
	}
	const wanted = columnsOf(before);
	const roomBefore = Math.min(wanted, Math.max(Math.floor(room / 2), room - columnsOf(after)));
	const head = roomBefore < wanted ? tail(before, roomBefore) : before;
	const roomAfter = room - columnsOf(head);
	const rest = columnsOf(after) > roomAfter ? begin(after, roomAfter) : after;
	return {words: head + marked + rest, start: head.length, end: head.length + marked.length};
}

/** The last words that fit, behind an ellipsis. */
function tail(text: string, cells: number): string {
	const rest = text.slice(offsetOf(text, columnsOf(text) - Math.max(0, cells - 2)));
	return `${ellipsis} ${rest.slice(rest.indexOf(' ') + 1)}`;
}

/** The first words that fit, before an ellipsis. */
function begin(text: string, cells: number): string {
	const rest = text.slice(0, offsetOf(text, Math.max(0, cells - 2)));
	const lastSpace = rest.lastIndexOf(' ');
	return `${lastSpace < 0 ? rest : rest.slice(0, lastSpace)} ${ellipsis}`;
}
