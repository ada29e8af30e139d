import fc from 'fast-check';
import type {PhrasingContent} from 'mdast';
import {describe, expect, test} from 'vitest';
import {readLine} from '../../source/export/read-markdown.ts';
import {type LinePlace, writeLine} from '../../source/export/write-markdown.ts';
import {hostileText} from './hostile.ts';
import {bare, readGfm, replaceText} from './reading.ts';

const lineStart: LinePlace = {
	before: '',
	after: '',
	inTable: false,
	inHeading: false,
	inEmphasis: false,
	marks: '',
	inLink: false,
};

function written(text: string, place: Partial<LinePlace> = {}): string {
	return writeLine(readLine(text), {...lineStart, ...place});
}

describe('ordinary text stays as it was typed', () => {
	test.each([
		'5_000 * 2',
		'snake_case_names and 1_000_000',
		'~5 min, (~10 min), ~/bin',
		'**Impact:** ~38% of requests',
		'a & b, R&D, AT&T',
		'rm *.log, **kwargs and self._private',
		'[DS-1](https://example.org/?a=1&b=2), ssh.go:200] and [open',
		'see [x] and [RFC 2119]',
		'latency < 5 ms, > 3 ms, <5 errors, a <- b -> c',
		'C:\\Users\\ops and \\server',
		'#123 and @infra-team fixed it',
		'-5 degrees, --force, +3',
		'10:05 deploy (v1.2.3): 100% done!',
		'costs $5 and $10',
		"it's \"quoted\" and 'quoted'",
		'a | b',
		'3.5 times; 2026-11-20 10:00 UTC',
		'key=value; a == b; `code_with_*`',
		'{{not a template}}',
		'5xx errors ^ caret, 50 %',
		'日本語のテキスト and 👩‍🚒',
		'[a link](https://example.org/a_b?c=1)',
		'a **bold** and a _slanted_ word, intra*word*emphasis, ~~struck~~',
	])('%s', (text) => {
		expect(written(text)).toBe(text);
	});
});

describe('what would mean something else is escaped', () => {
	test.each([
		['# x', '\\# x'],
		['- x', '\\- x'],
		['1. x', '1\\. x'],
		['> x', '\\> x'],
		['---', '\\---'],
		['```js', '\\`\\`\\`js'],
		['<!-- gone', '\\<!-- gone'],
		['<b>bold</b>', '\\<b>bold\\</b>'],
		['&amp;', '\\&amp;'],
		['ends with \\', 'ends with \\\\'],
		['open**', 'open\\*\\*'],
		['[fixed][fix-pr]', '\\[fixed\\][fix-pr]'],
		['a* b', 'a\\* b'],
		['a * b * c', 'a \\* b \\* c'],
		['[a]: https://example.org', '\\[a\\]: <https://example.org>'],
	])('%s', (text, expected) => {
		expect(written(text)).toBe(expected);
	});

	test('a mark of blocks is one at the start of a block only', () => {
		expect(written('> 100 users', {before: ' '})).toBe('> 100 users');
		expect(written('# x', {before: ' '})).toBe('# x');
	});

	test('a pipe is one in a table only, in code too', () => {
		expect(written('a | `b|c`', {before: ' ', after: ' ', inTable: true})).toBe('a \\| `b\\|c`');
	});

	test('a backslash before it does not let it end the cell', () => {
		const line = written('`a\\|b`', {before: ' ', after: ' ', inTable: true});
		expect(line).toBe('`a\\\\\\|b`');
	});

	test('a pipe in an address is written as the address has it', () => {
		const line = written('https://example.org/a|b', {before: ' ', after: ' ', inTable: true});
		expect(line).toBe('[https://example.org/a\\|b](https://example.org/a%7Cb)');
	});

	test('number signs at the end of a heading stay in it', () => {
		expect(written('The C #', {before: ' ', inHeading: true})).toBe('The C \\#');
	});
});

test('a bare address becomes a link that every reader sees', () => {
	expect(written('see https://example.org/a_b.')).toBe('see <https://example.org/a_b>.');
});

test('several lines become one, and control sequences go', () => {
	expect(written('a\r\nb\tc\n\n\u001b[31md')).toBe('a b c d');
});

const places: [string, (line: string) => string, Partial<LinePlace>][] = [
	['a paragraph', (line) => line, {}],
	['a list item', (line) => `* ${line}\n`, {}],
	['the middle of a line', (line) => `* before ${line} after`, {before: ' ', after: ' '}],
	['bold', (line) => `1. **${line}** after`, {before: '*', after: '*', inEmphasis: true, marks: '*'}],
	['a link', (line) => `* x [${line}](https://example.org/z)`, {before: '[', after: ']', inLink: true}],
	['before bold', (line) => `* ${line} -> **Root** _cause_`, {after: ' '}],
	['parentheses', (line) => `* x (${line})`, {before: '(', after: ')'}],
	['a heading', (line) => `# x ${line}\n`, {before: ' ', inHeading: true}],
	['a table', (line) => `| a | b |\n| - | - |\n| ${line} | c |\n`, {before: ' ', after: ' ', inTable: true}],
];

describe('any text reads back as the same', () => {
	test.each(places)('in %s', (_, surround, place) => {
		fc.assert(
			fc.property(hostileText, (text) => {
				const nodes = readLine(text);
				fc.pre(nodes.length > 0 && !(place.inTable && text.includes('|') && /[/@\\]|www/i.test(text)));
				const line = written(text, place);
				expect(line).not.toMatch(/[\n\r\t]/);
				expect(bare(readGfm(surround(line)))).toEqual(
					bare(
						replaceText(
							readGfm(surround('MIDDLE')),
							'MIDDLE',
							plain(nodes, [...(place.inEmphasis ? ['strong', 'emphasis'] : []), ...(place.inLink ? ['link'] : [])]),
						),
					),
				);
			}),
			{numRuns: 120},
		);
	});
});

/** Emphasis within emphasis says nothing, and may end it; a link within a link is none. */
function plain(nodes: readonly PhrasingContent[], types: readonly string[]): PhrasingContent[] {
	return nodes.flatMap((node) => {
		if (!('children' in node)) return [node];
		const children = plain(node.children, types);
		return types.includes(node.type) ? children : [{...node, children} as PhrasingContent];
	});
}
