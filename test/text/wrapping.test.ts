import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {columnsOf} from '../../source/text/columns.ts';
import {caretPosition, drawnRow, offsetAt, wrap} from '../../source/text/wrapping.ts';
import {boundaries, graphemes, prose} from './texts.ts';

const width = fc.integer({min: 2, max: 30});

/** The rows as they are drawn, hanging spaces shown. */
function rowsOf(text: string, columns: number): string[] {
	return wrap(text, columns).map(({start, end}) => text.slice(start, end));
}

/** Where the caret is drawn in the text, wrapped to so many cells. */
function caretIn(text: string, columns: number, caret: number): string {
	const {row, column} = caretPosition(wrap(text, columns), text, caret);
	return `${row}:${column}`;
}

describe('a text in rows', () => {
	test.each([
		['is one row when it is empty', '', 10, ['']],
		['leaves the last cell to the caret', 'abcd efgh', 5, ['abcd ', 'efgh']],
		['wraps between words', 'the cache was cold', 10, ['the cache ', 'was cold']],
		['breaks a word that is longer than a row', 'abcdefghij', 5, ['abcd', 'efgh', 'ij']],
		['goes on behind a broken word', 'abcdef gh', 5, ['abcd', 'ef ', 'gh']],
		['begins a long word on a row of its own', 'ab abcdefgh', 5, ['ab ', 'abcd', 'efgh']],
		['hangs spaces at a wrap', 'abcd    efgh', 5, ['abcd    ', 'efgh']],
		['makes no row of spaces at its end', 'abcd      ', 5, ['abcd      ']],
		['keeps an indent with its word', '  abcdef', 6, ['  abc', 'def']],
		['has a row for each line feed', 'a\n\nb', 10, ['a', '', 'b']],
		['has an empty last row behind a line feed', 'a\n', 10, ['a', '']],
		['measures wide characters', '漢字漢字漢', 6, ['漢字', '漢字', '漢']],
		['may break beside wide characters', 'ab漢字', 5, ['ab漢', '字']],
		['puts no closing mark at the start of a row', '漢字。', 5, ['漢', '字。']],
		['puts no opening mark at the end of a row', 'a「漢」', 4, ['a', '「', '漢', '」']],
		['may break beside an emoji', 'done🎉🎉', 7, ['done🎉', '🎉']],
		['does not break at a no-break space', 'ab 12\u00a0%', 6, ['ab ', '12\u00a0%']],
		['does not break in a family', '👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 3, ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦']],
		['gives a row to what is wider than a row', '漢字', 2, ['漢', '字']],
	])('%s', (_what, text, columns, rows) => {
		expect(rowsOf(text, columns)).toEqual(rows);
	});

	test('gives the text back when its rows are put together', () => {
		fc.assert(
			fc.property(prose, width, (text, columns) => {
				const rows = wrap(text, columns);
				const together = rows.map(({start, end, hard}) => text.slice(start, end) + (hard ? '\n' : '')).join('');
				expect(together).toBe(`${text}\n`);
			}),
		);
	});

	test('has no row that reaches the last cell, hanging spaces apart, unless one grapheme does', () => {
		fc.assert(
			fc.property(prose, width, (text, columns) => {
				for (const row of rowsOf(text, columns)) {
					const drawn = row.replace(/[ \u3000]+$/, '');
					expect(columnsOf(drawn) < columns || graphemes(drawn).length === 1).toBe(true);
				}
			}),
		);
	});

	test('is drawn without the spaces that reach over the width', () => {
		const text = 'abcd    efgh ';
		expect(wrap(text, 5).map((row) => drawnRow(text, row))).toEqual(['abcd ', 'efgh ']);
	});

	test('is broken between graphemes alone', () => {
		fc.assert(
			fc.property(prose, width, (text, columns) => {
				expect(boundaries(text)).toEqual(expect.arrayContaining(wrap(text, columns).map(({start}) => start)));
			}),
		);
	});

	test('has no row of spaces behind a wrap', () => {
		fc.assert(
			fc.property(prose, width, (text, columns) => {
				const rows = wrap(text, columns);
				for (const [index, {start, end}] of rows.entries()) {
					if (rows[index - 1]?.hard === false) expect(graphemes(text.slice(start, end))[0]).not.toBe(' ');
				}
			}),
		);
	});

	test('does not depend on what was wrapped before', () => {
		fc.assert(
			fc.property(prose, width, (text, columns) => {
				const first = wrap(text, columns);
				for (const other of [3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) wrap(text, other);
				expect(wrap(text, columns)).toEqual(first);
			}),
		);
	});
});

describe('the caret', () => {
	test.each([
		['at the start of an empty text', '', 10, 0, '0:0'],
		['behind the last letter of a full row', 'abcd', 5, 4, '0:4'],
		['in the last cell while spaces are typed behind a full row', 'abcd   ', 5, 7, '0:4'],
		['at the start of the next row where a line is wrapped', 'abcd efgh', 5, 5, '1:0'],
		['behind the word when spaces hang behind it', 'abcd efgh', 5, 4, '0:4'],
		['on the empty row behind a line feed', 'a\n', 10, 2, '1:0'],
		['behind two cells of a wide character', '漢字', 10, 1, '0:2'],
		['behind a family', '👨‍👩‍👧‍👦!', 10, '👨‍👩‍👧‍👦'.length, '0:2'],
	])('is %s', (_what, text, columns, caret, position) => {
		expect(caretIn(text, columns, caret)).toBe(position);
	});

	test('is never drawn outside the width', () => {
		fc.assert(
			fc.property(prose, width, (text, columns) => {
				const rows = wrap(text, columns);
				for (const caret of boundaries(text)) {
					const {row, column} = caretPosition(rows, text, caret);
					expect(rows[row]?.start).toBeLessThanOrEqual(caret);
					expect(rows[row]?.end).toBeGreaterThanOrEqual(caret);
					expect(column).toBeLessThan(columns);
				}
			}),
		);
	});

	test('is drawn where it was when it comes back to its cell', () => {
		fc.assert(
			fc.property(prose, fc.integer({min: 8, max: 30}), (text, columns) => {
				const rows = wrap(text, columns);
				for (const caret of boundaries(text)) {
					const position = caretPosition(rows, text, caret);
					const back = offsetAt(rows, text, position.row, position.column);
					expect(caretPosition(rows, text, back)).toEqual(position);
				}
			}),
		);
	});

	test('comes back to its offset where each grapheme has cells of its own and none hangs', () => {
		const word = fc
			.array(fc.constantFrom('a', '漢', '🇫🇷', 'é', '\n'), {maxLength: 40})
			.map((pieces) => pieces.join(''));
		fc.assert(
			fc.property(word, fc.integer({min: 3, max: 20}), (text, columns) => {
				const rows = wrap(text, columns);
				for (const caret of boundaries(text)) {
					const {row, column} = caretPosition(rows, text, caret);
					expect(offsetAt(rows, text, row, column)).toBe(caret);
				}
			}),
		);
	});

	test('put on a cell stays on that row and in the text', () => {
		fc.assert(
			fc.property(prose, width, fc.integer({min: -2, max: 20}), fc.nat(40), (text, columns, row, column) => {
				const rows = wrap(text, columns);
				const offset = offsetAt(rows, text, row, column);
				expect(boundaries(text)).toContain(offset);
				expect(caretPosition(rows, text, offset).row).toBe(Math.max(0, Math.min(row, rows.length - 1)));
			}),
		);
	});
});
