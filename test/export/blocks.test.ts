import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readBlocks} from '../../source/export/read-markdown.ts';
import {writeBlocks} from '../../source/export/write-markdown.ts';
import {hostileText} from './hostile.ts';
import {bare, readGfm} from './reading.ts';

function written(text: string, below = 2): string {
	return writeBlocks(readBlocks(text, below));
}

test('prose, lists, tables and code stay live', () => {
	const text = [
		'One paragraph\nof two lines.',
		'* a\n* b_c\n  * d',
		'1. x\n2. y',
		'> said so',
		'```sh\nrm *.log # all\n```',
		'| a | b   |\n| - | --- |\n| 1 | x_y |',
		'And:',
		'* [ ] to do\n* [x] **done**',
	].join('\n\n');
	expect(written(text)).toBe(text);
});

describe('headings', () => {
	test('come below ours, without a level left out', () => {
		expect(written('# A\n\n### B\n\n# C')).toBe('### A\n\n#### B\n\n### C');
		expect(written('#### A\n\n## B')).toBe('### A\n\n### B');
	});

	test('underlined ones become one line', () => {
		expect(written('two\nlines\n===')).toBe('### two lines');
	});

	test('never go deeper than six', () => {
		expect(written('# A\n\n## B\n\n### C', 5)).toBe('###### A\n\n###### B\n\n###### C');
	});
});

describe('what reaches over the rest of a document does not', () => {
	test('a fence that is left open ends with the field', () => {
		expect(written('```\nopen')).toBe('```text\nopen\n```');
	});

	test('a link by reference becomes a link of its own', () => {
		expect(written('see [it][1] and ![that][1]\n\n[1]: https://example.org')).toBe(
			'see [it](https://example.org) and ![that](https://example.org)',
		);
	});

	test('a definition that nothing refers to is shown', () => {
		expect(written('[10:05]: restarted')).toBe('\\[10:05\\]: restarted');
	});

	test('HTML, comments, character references and footnotes are text', () => {
		expect(written('<details>\n\n<!-- open')).toBe('\\<details>\n\n\\<!-- open');
		expect(written('&lt;&nbsp;')).toBe('\\&lt;\\&nbsp;');
		expect(written('[^1]\n\n[^1]: note')).toBe('[^1]\n\n\\[^1\\]: note');
	});
});

test('lists that were told apart by their marks become one', () => {
	expect(written('- a\n\n* b')).toBe('* a\n* b');
});

test('any text reads back as the blocks it was, and as nothing that is global', () => {
	fc.assert(
		fc.property(fc.array(hostileText, {minLength: 1, maxLength: 3}), (texts) => {
			const nodes = readBlocks(texts.join('\n'), 2);
			const tree = readGfm(`${writeBlocks(nodes)}\n`);
			expect(bare(tree)).toEqual(bare({type: 'root', children: nodes}));
			expect(JSON.stringify(tree)).not.toMatch(/"type":"(?:html|definition|footnote\w+)"/);
		}),
		{numRuns: 150},
	);
});
