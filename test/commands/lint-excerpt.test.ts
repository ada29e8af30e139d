import fc from 'fast-check';
import {expect, test} from 'vitest';
import {excerptOf} from '../../source/commands/lint/excerpt.ts';
import {columnsOf} from '../../source/text/columns.ts';

/** The rows for a text in which the marked words stand in braces. */
function excerpt(marked: string, width: number): string[] {
	const start = marked.indexOf('{');
	const end = marked.indexOf('}') - 1;
	const text = marked.replace(/[{}]/g, '');
	return excerptOf(text, {start: 0, end: text.length}, {start, end}, width).flatMap(([words, marks]) =>
		marks === '' ? [words] : [words, marks],
	);
}

test('marks words by the cells that they take', () => {
	expect(excerpt('The 日本 😀 {deploy 失敗} was late.', 60)).toEqual([
		'The 日本 😀 deploy 失敗 was late.',
		'            ^^^^^^^^^^^',
	]);
});

test('marks each row that the words reach into', () => {
	expect(excerpt('It was late. {Bob broke the build} again.', 20)).toEqual([
		'It was late. Bob',
		'             ^^^',
		'broke the build',
		'^^^^^^^^^^^^^^^',
		'again.',
	]);
});

test('takes line breaks and indents of the source for spaces', () => {
	expect(excerpt('It was\r\n   late. {Bob\n\tbroke} it.', 40)).toEqual([
		'It was late. Bob broke it.',
		'             ^^^^^^^^^',
	]);
});

test('cuts a long sentence on both sides, between words, around the marked ones', () => {
	const around = 'one two three four five six seven eight nine ten '.repeat(3);
	const rows = excerpt(`${around}{Bob} ${around.trim()}`, 20);
	const words = rows.filter((row) => !row.includes('^'));
	expect(words).toHaveLength(3);
	expect(words[0]).toMatch(/^… \w+ /);
	expect(words.at(-1)).toMatch(/\w …$/);
	expect(rows[rows.findIndex((row) => row.includes('^')) - 1]).toContain('Bob');
});

test('cuts at the end of the marked words where they alone are too long', () => {
	const rows = excerpt(`Then {${'very '.repeat(30)}late} it was.`, 20);
	expect(rows).toHaveLength(6);
	expect(rows[0]).toMatch(/^…very very/);
	expect(rows.at(-2)).toMatch(/…$/);
});

test('shows no control characters, and marks what is left of the words', () => {
	expect(excerpt('A {b\u001B[31mc\u0007\u009B} d.', 40)).toEqual(['A bc d.', '  ^^']);
});

test('whatever the text, at most three rows that fit, with marks below words', () => {
	const bit = fc.constantFrom('a', 'word ', ' ', '日本', '😀', 'é', '\u0301', '\n', '\t', '\u001B[2J', 'x'.repeat(30));
	const part = fc.array(bit, {maxLength: 60}).map((bits) => bits.join(''));
	fc.assert(
		fc.property(part, part, part, fc.integer({min: 18, max: 90}), (before, marked, after, width) => {
			const text = `${before}A${marked}B${after}`;
			const span = {start: before.length, end: before.length + marked.length + 2};
			const rows = excerptOf(text, {start: 0, end: text.length}, span, width);
			expect(rows.length).toBeLessThanOrEqual(3);
			expect(rows.some(([, marks]) => marks.includes('^'))).toBe(true);
			for (const [words, marks] of rows) {
				expect(columnsOf(words)).toBeLessThanOrEqual(width);
				expect(marks.length).toBeLessThanOrEqual(columnsOf(words));
				expect(words).not.toMatch(/[\u0000-\u001F\u007F-\u009F]/);
			}
		}),
		{numRuns: 300},
	);
});
