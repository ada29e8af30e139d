/** Draws a terminal's screen as an SVG picture, the same bytes for the same screen. */
import {isLine, linePath} from './box-lines.mjs';

/** Size of a cell and the space around the screen, in pixels. */
const cell = {width: 8.5, height: 19};
const margin = 16;

/** A terminal with a background of its own, so that it reads the same on a light and on a dark page. */
const colors = {foreground: '#e6e6e6', background: '#1b1d21', border: '#6b7078', dimmed: '#a0a5ad'};

/** The 16 colours of the palette, black to bright white. */
const palette = [
	...['#1b1d21', '#ef7c84', '#8fcf7a', '#e5c065', '#6fb3f2', '#d58af0', '#5fc4cf', '#e6e6e6'],
	...['#8a9099', '#ff949b', '#a9e496', '#ffd98a', '#93caff', '#e8a8ff', '#84dde6', '#ffffff'],
];

/**
 * @param {import('./cells.mjs').Screen} screen
 * @param {string} title what is to be seen, for those who do not see it
 * @returns {string}
 */
export function drawScreen({columns, rows, cursor}, title) {
	const width = columns * cell.width + 2 * margin;
	const height = rows.length * cell.height + 2 * margin;
	const spans = rows.flatMap((row, index) => row.map((span) => drawSpan(span, index)));
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
		`<title>${escaped(title)}</title>`,
		'<style>text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre}.bold{font-weight:bold}</style>',
		`<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8" fill="${colors.background}" stroke="${colors.border}"/>`,
		`<g transform="translate(${margin} ${margin})">`,
		...spans.map(({back}) => back),
		...(cursor ? [drawCursor(cursor)] : []),
		...spans.map(({front}) => front),
		'</g>',
		'</svg>',
		'',
	]
		.filter((line, index, all) => line !== '' || index === all.length - 1)
		.join('\n');
}

/**
 * @param {import('./cells.mjs').Span} span
 * @param {number} row
 * @returns {{back: string, front: string}} what lies under the cursor and what lies over it
 */
function drawSpan({column, width, text, look}, row) {
	const [x, y] = [column * cell.width, row * cell.height];
	const color = colorOf(look.color) ?? (look.dim ? colors.dimmed : colors.foreground);
	const background = colorOf(look.background);
	const pieces = piecesOf(text).map((piece) =>
		isLine(piece.text)
			? drawLine(piece.text, x + piece.column * cell.width, y, color)
			: drawText(piece, {x, y, color, look}),
	);
	const [from, until] = [round(x), round(x + width * cell.width)];
	const underline = `<path d="M${from} ${y + 17.5}H${until}" stroke="${color}"/>`;
	return {
		back: background
			? `<rect x="${from}" y="${y}" width="${round(until - from)}" height="${cell.height}" fill="${background}"/>`
			: '',
		front: [...pieces, ...(look.underline ? [underline] : [])].join('\n'),
	};
}

/**
 * Letters of a monospace font are all as wide as a cell; signs may come from another font and are put down one by one,
 * as is what follows a gap.
 *
 * @param {string} text
 * @returns {{column: number, text: string}[]} columns from the beginning of the text, in cells
 */
function piecesOf(text) {
	return [...text.matchAll(/[!-~¡-ÿ…]+(?: [!-~¡-ÿ…]+)*|([\u2500-\u257F])\1*|\S/gu)].map(({0: piece, index}) => ({
		column: index,
		text: piece,
	}));
}

/**
 * @param {{column: number, text: string}} piece
 * @param {{x: number, y: number, color: string, look: import('./cells.mjs').Look}} place
 * @returns {string}
 */
function drawText({column, text}, {x, y, color, look}) {
	const attributes = [
		`x="${round(x + column * cell.width)}" y="${y + 14}" fill="${color}"`,
		// Whatever font is found, the text takes up its cells and no more.
		text.length > 1 ? ` textLength="${round(text.length * cell.width)}" lengthAdjust="spacingAndGlyphs"` : '',
		look.bold ? ' class="bold"' : '',
	];
	return `<text ${attributes.join('')}>${escaped(text)}</text>`;
}

/**
 * @param {string} text box-drawing characters, all the same
 * @param {number} x
 * @param {number} y
 * @param {string} color
 * @returns {string}
 */
function drawLine(text, x, y, color) {
	const [sign = ''] = text;
	return `<path d="${linePath(sign, {x: round(x), y, width: cell.width, height: cell.height, count: text.length})}" stroke="${color}" fill="none"${sign === '┄' ? ' stroke-dasharray="3 3"' : ''}/>`;
}

/**
 * @param {{column: number, row: number}} cursor
 * @returns {string}
 */
function drawCursor({column, row}) {
	const [x, y] = [round(column * cell.width), row * cell.height];
	return `<rect x="${x}" y="${y + 1}" width="2" height="${cell.height - 3}" fill="${colors.foreground}"/>`;
}

/**
 * @param {number | string | undefined} color
 * @returns {string | undefined}
 */
function colorOf(color) {
	if (color === 'foreground' || color === 'background') {
		return colors[color];
	}
	return typeof color === 'number' ? (palette[color] ?? cubeColor(color)) : color;
}

/**
 * @param {number} index 16 to 255 of xterm's palette: a cube of 6 × 6 × 6, then 24 greys
 * @returns {string}
 */
function cubeColor(index) {
	if (index >= 232) {
		const grey = 8 + (index - 232) * 10;
		return `rgb(${grey},${grey},${grey})`;
	}
	const steps = [0, 95, 135, 175, 215, 255];
	const place = index - 16;
	return `rgb(${[Math.floor(place / 36), Math.floor(place / 6) % 6, place % 6].map((step) => steps[step]).join(',')})`;
}

/** @param {string} text */
function escaped(text) {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** @param {number} value */
function round(value) {
	return Math.round(value * 100) / 100;
}
