/** Reads what a terminal shows, as spans of cells that look alike. */
import xterm from '@xterm/headless';

/**
 * @typedef {object} Look
 * @property {number | string | undefined} color 0 to 255 of the palette, `#rrggbb`, or the terminal's own
 * @property {number | string | undefined} background the same
 * @property {boolean} bold
 * @property {boolean} dim
 * @property {boolean} underline
 *
 * @typedef {{column: number, width: number, text: string, look: Look}} Span places and widths in cells
 *
 * @typedef {object} Screen
 * @property {number} columns
 * @property {Span[][]} rows from top to bottom; blank cells without a look of their own are left out
 * @property {{column: number, row: number} | undefined} cursor where it is shown
 */

/**
 * @param {string} output all that a program has written to a terminal of this size
 * @param {{columns: number, rows: number}} size
 * @returns {Promise<Screen>}
 */
export async function readScreen(output, {columns, rows}) {
	const emulator = new xterm.Terminal({cols: columns, rows, allowProposedApi: true});
	await new Promise((resolve) => emulator.write(output, () => resolve(undefined)));
	const {active} = emulator.buffer;
	const lines = Array.from({length: rows}, (_, row) => active.getLine(active.baseY + row));
	const isCursorShown = output.lastIndexOf('\u001B[?25h') > output.lastIndexOf('\u001B[?25l');
	return {
		columns,
		rows: lines.map((line) => (line ? spansOf(line, columns) : [])),
		cursor: isCursorShown ? {column: active.cursorX, row: active.cursorY} : undefined,
	};
}

/**
 * @param {import('@xterm/headless').IBufferLine} line
 * @param {number} columns
 * @returns {Span[]}
 */
function spansOf(line, columns) {
	/** @type {Span[]} */
	const spans = [];
	for (let column = 0; column < columns; column++) {
		const cell = line.getCell(column);
		if (!cell || cell.getWidth() === 0) {
			continue;
		}
		const look = lookOf(cell);
		const text = cell.getChars() || ' ';
		const last = spans.at(-1);
		const continues = last && last.column + last.width === column && isSame(last.look, look);
		if (continues) {
			last.text += text;
			last.width += cell.getWidth();
		} else {
			spans.push({column, width: cell.getWidth(), text, look});
		}
	}
	return spans.filter(({text, look}) => text.trim() !== '' || look.background !== undefined || look.underline);
}

/**
 * @param {import('@xterm/headless').IBufferCell} cell
 * @returns {Look}
 */
function lookOf(cell) {
	const color = cell.isFgDefault() ? undefined : cell.isFgRGB() ? hex(cell.getFgColor()) : cell.getFgColor();
	const background = cell.isBgDefault() ? undefined : cell.isBgRGB() ? hex(cell.getBgColor()) : cell.getBgColor();
	const isInverse = cell.isInverse() !== 0;
	return {
		color: isInverse ? (background ?? 'background') : color,
		background: isInverse ? (color ?? 'foreground') : background,
		bold: cell.isBold() !== 0,
		dim: cell.isDim() !== 0,
		underline: cell.isUnderline() !== 0,
	};
}

/**
 * @param {Look} one
 * @param {Look} other
 */
function isSame(one, other) {
	return JSON.stringify(one) === JSON.stringify(other);
}

/** @param {number} color 24 bits */
function hex(color) {
	return `#${color.toString(16).padStart(6, '0')}`;
}
