import fc from 'fast-check';
import type {Nodes} from 'mdast';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {gfmFromMarkdown} from 'mdast-util-gfm';
import {gfm} from 'micromark-extension-gfm';
import {describe, expect, test} from 'vitest';
import {blocksOf, isPassage, passagesOf} from '../../source/lint/markdown/passages.ts';
import {sentencesOf} from '../../source/lint/markdown/sentences.ts';

/** The words of prose by a full markdown parser: text that is in no code, heading, quote, table header or HTML. */
function wordsByParser(text: string): string[] {
	const words: string[] = [];
	const walk = (node: Nodes): void => {
		if (['code', 'inlineCode', 'html', 'heading', 'blockquote', 'definition'].includes(node.type)) return;
		if (node.type === 'text') words.push(...(node.value.match(/[a-z]+/g) ?? []));
		if (!('children' in node)) return;
		const children = node.type === 'table' ? node.children.slice(1) : node.children;
		for (const child of children) walk(child);
	};
	walk(fromMarkdown(text, {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]}));
	return words;
}

function wordsByUs(text: string): string[] {
	return passagesOf(text, 'document').flatMap(({masked}) => masked.match(/[a-z]+/g) ?? []);
}

describe('prose is found where a full parser finds it', () => {
	test.each([
		['paragraphs', 'one two\nthree\n\nfour'],
		['headings', '# head\n\none\n\n## head\ntwo\n\nhead\n----\n\nthree\n\nhead\n===\nfour'],
		['fences', 'one\n\n```sh\ncode\n```\n\ntwo\n\n~~~\ncode\n```\n~~~\nthree'],
		['a fence that is not closed', 'one\n\n```\ncode\n\ncode'],
		['indented code', 'one\n\n    code\n\ntwo'],
		['lists', '- one\n- two\n  three\n\n  four\n\n1. five\n2) six\n\n   seven'],
		['nested lists', '- one\n  - two\n    - three\n\n      four\n- five'],
		['a fence in a list', '- one\n\n  ```\n  code\n  ```\n- two'],
		['tasks', '- [ ] one\n- [x] two'],
		['block quotes', '> quoted\nquoted\n\none\n\n> quoted\n> > quoted\n\ntwo'],
		['tables', '| head | head |\n|------|:----:|\n| one | two `code` |\n| three | |\n\nfour'],
		['a table without outer bars', 'head | head\n--- | ---\none | two\n\nthree'],
		['HTML blocks', '<div>\nhtml\n</div>\n\none\n\n<!-- html\n\nhtml -->\n\ntwo'],
		['inline HTML', 'one <b>two</b> <!-- html --> three <br/> four'],
		['code spans', 'one `code` two ``code ` code`` three'],
		['a backtick alone', 'one ` two'],
		['links', '[one](https://a.example/path) two [three][ref] four\n\n[ref]: https://b.example/path'],
		['brackets that are no link', 'one [two] three (four)'],
		['emphasis', '*one* **two** __three__ ~~four~~ five_six'],
		['escapes', '\\*one\\* \\`two\\` \\# three'],
		['rules', 'one\n\n---\n\ntwo\n\n***\n\nthree'],
		['line endings of Windows', 'one\r\ntwo\r\n\r\n- three\r\n- four\r\n'],
	])('%s', (_, text) => {
		expect(wordsByUs(text)).toEqual(wordsByParser(text));
	});

	test('in any mix of paragraphs, lists, headings, fences and code', () => {
		const word = fc.stringMatching(/^[a-z]{2,6}$/);
		const words = fc.array(word, {minLength: 1, maxLength: 4}).map((all) => all.join(' '));
		const block = fc.oneof(
			words,
			words.map((text) => `# ${text}`),
			words.map((text) => `> ${text}`),
			words.map((text) => `- ${text}\n- ${text}`),
			words.map((text) => `1. ${text}`),
			words.map((text) => `\`\`\`\n${text}\n\`\`\``),
			fc.tuple(words, words).map(([a, b]) => `${a} \`${b}\` **${a}**`),
			fc.tuple(words, words).map(([a, b]) => `| ${a} |\n|---|\n| ${b} |`),
		);
		fc.assert(
			fc.property(fc.array(block, {maxLength: 6}), (blocks) => {
				const text = blocks.join('\n\n');
				expect(wordsByUs(text)).toEqual(wordsByParser(text));
			}),
		);
	});
});

test('front matter is no prose in a document, and a rule in a field', () => {
	const text = '---\ntitle: one\n---\n\ntwo';
	expect(wordsByUs(text)).toEqual(['two']);
});

test('what a picture shows is prose, where it lies is not', () => {
	expect(wordsByUs('one ![two three](path/four.png) five')).toEqual(['one', 'two', 'three', 'five']);
});

test('a passage is as long as what it masks', () => {
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), (text) => {
			for (const {start, masked} of passagesOf(text, 'document')) {
				expect(start + masked.length).toBeLessThanOrEqual(text.length);
			}
		}),
	);
});

test('a passage stands at its offset, also where lines end as on Windows', () => {
	const text = 'one\r\ntwo\r\n\r\n- three\r\n  four\r\n';
	for (const {start, masked} of passagesOf(text, 'document')) {
		for (const {0: word, index} of masked.matchAll(/[a-z]+/g)) {
			expect(text.slice(start + index, start + index + word.length)).toBe(word);
		}
	}
});

test('headings and the heads of tables are titles, at their offsets', () => {
	const text = '# one\n\ntwo\n\nthree\n---\n\n```\n# code\n```\n\n| four | five |\n|---|---|\n| six | seven |\n';
	const titles = blocksOf(text, 'document').filter((block) => !isPassage(block));
	expect(titles.map(({kind, start, headings}) => [kind, text.slice(start).trim().split(/\s/)[0], headings])).toEqual([
		['heading', 'one', ['one']],
		['heading', 'three', ['one', 'three']],
		['header', 'four', ['one', 'three']],
		['header', 'five', ['one', 'three']],
	]);
});

describe('sentences', () => {
	test.each([
		['It broke. It was mended.', ['It broke.', 'It was mended.']],
		['Ana, e.g. the lead, left. Then it broke.', ['Ana, e.g. the lead, left.', 'Then it broke.']],
		['Version 4.12 was fine. 5.0 was not.', ['Version 4.12 was fine.', '5.0 was not.']],
		['Why? Because! Oh…', ['Why?', 'Because!', 'Oh…']],
		['Dr. Who came.', ['Dr. Who came.']],
		['**It broke.** Then not.', ['**It broke.**', 'Then not.']],
		['It broke (badly.) Then not.', ['It broke (badly.)', 'Then not.']],
	])('%s', (text, sentences) => {
		const [passage] = passagesOf(text, 'line');
		const found = sentencesOf(passage?.masked ?? '', text).map(({start, end}) => text.slice(start, end));
		expect(found).toEqual(sentences);
	});
});
