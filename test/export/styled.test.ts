import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {renderDocument} from '../../source/export/document.ts';
import {layoutDocument, styledDocument} from '../../source/export/styled.ts';
import {columnsOf} from '../../source/text/columns.ts';
import {example, guide, hostileRetro} from './sample.ts';

function plain(markdown: string, columns: number): string {
	return styledDocument(markdown, {columns, colour: false});
}

describe('a document for the terminal', () => {
	test('wraps paragraphs and hangs lists under their marks', () => {
		expect(plain('# Title\n\none two three four\n\n* five six seven\n  * eight nine ten', 12)).toBe(
			'# Title\n\none two\nthree four\n\n* five six\n  seven\n  * eight\n    nine ten\n',
		);
	});

	test('numbers lists as the document does', () => {
		expect(plain('9. a\n10. b c', 5)).toBe('9. a\n10. b\n    c\n');
	});

	test('keeps the lines of code and marks quotes', () => {
		expect(plain('```sh\na  b\n  c\n```\n\n> said\n> so', 20)).toBe('  a  b\n    c\n\n> said so\n');
	});

	test('says that there is a chart instead of showing what mermaid reads', () => {
		expect(plain('```mermaid\ngantt\n```', 60)).toBe('(a chart, where mermaid is drawn)\n');
	});

	test('lines up tables that fit', () => {
		expect(plain('| a | bb |\n| - | - |\n| ccc | d |', 20)).toBe('a   | bb\nccc | d\n');
	});

	test('shows where a link leads unless its words say so', () => {
		expect(plain('[here](https://x.org/a) <https://x.org> <me@x.org>', 80)).toBe(
			'here (https://x.org/a) https://x.org me@x.org\n',
		);
	});

	test('breaks a word only where it is wider than the terminal, and measures wide characters', () => {
		expect(plain('abcdefgh ij', 4)).toBe('abcd\nefgh\nij\n');
		expect(plain('日本語のテ', 4)).toBe('日本\n語の\nテ\n');
	});

	test('shows tasks, rules and struck words', () => {
		expect(plain('* [x] done\n* [ ] ~~not~~\n\n---', 12)).toBe('* [x] done\n* [ ] not\n\n------------\n');
	});

	test('styles what means something', () => {
		expect(layoutDocument('## A **b**\n\n`c` _d_, **e**f', 20)).toEqual([
			[
				{text: '## ', style: 'mark'},
				{text: 'A b', style: 'heading'},
			],
			[],
			[
				{text: 'c', style: 'code'},
				{text: ' ', style: 'text'},
				{text: 'd', style: 'emphasis'},
				{text: ', ', style: 'text'},
				{text: 'e', style: 'strong'},
				{text: 'f', style: 'text'},
			],
		]);
	});

	test('is coloured only where that is wanted', () => {
		expect(styledDocument('**a** b', {columns: 20, colour: true})).toBe('\u001b[1ma\u001b[22m b\n');
		expect(plain('**a** b', 20)).toBe('a b\n');
	});

	test('carries no control character', () => {
		expect(plain('a\u001b[31mb `\u0007` &#27;', 40)).not.toMatch(/[^\P{Cc}\n]/u);
	});
});

test('no line is wider than the terminal, whatever was typed', () => {
	fc.assert(
		fc.property(hostileRetro, fc.integer({min: 20, max: 100}), (retro, columns) => {
			for (const line of plain(renderDocument(retro, guide), columns).split('\n')) {
				expect(columnsOf(line)).toBeLessThanOrEqual(columns);
				expect(line).not.toMatch(/\p{Cc}/u);
			}
		}),
		{numRuns: 20},
	);
});

test('the worked example has all its lines at 80 columns', () => {
	const shown = plain(renderDocument(example, guide), 80);
	expect(shown).toContain('\n* [10:15 UTC] Incident declared. SEV 2.\n');
	expect(shown).toContain('\n  * Alerts fired immediately, four minutes after the release.\n');
	expect(shown).toContain('a tool\n   to mirror production traffic to staging. -> Root Cause\n');
});
