/** The comments that keep a wording: the rule is silent there, and the document is what it was. */
import type {Nodes, Root} from 'mdast';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {gfmFromMarkdown} from 'mdast-util-gfm';
import {gfm} from 'micromark-extension-gfm';
import {describe, expect, test} from 'vitest';
import {TextDocument} from 'vscode-languageserver-textdocument';
import type {Finding} from '../../source/lint/finding.ts';
import {createLinter} from '../../source/lint/linter.ts';
import {keepEdits} from '../../source/lsp/keep.ts';

const linter = createLinter();
const blame = 'Marcus deleted the wrong volume.';

function findingIn(text: string): Finding {
	const [finding] = linter.lint(text, {format: 'document'});
	if (finding === undefined) throw new Error('Nothing was found');
	return finding;
}

/** The text with the wording kept; undefined where that is not offered. */
function kept(text: string): string | undefined {
	const document = TextDocument.create('untitled:a', 'markdown', 1, text);
	const edits = keepEdits(findingIn(text), document);
	return edits && TextDocument.applyEdits(document, edits);
}

/** The document without its comments and without where what stands. */
function structure(text: string): Root {
	const root = fromMarkdown(text.replaceAll('\r\n', '\n'), {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]});
	return bare(root) as Root;
}

function bare(node: Nodes): object {
	const {position: _position, ...rest} = node;
	if (!('children' in rest)) return 'value' in rest ? {...rest, value: rest.value.trim()} : rest;
	const children = rest.children.filter(({type}) => type !== 'html').map(bare);
	return {...rest, children: children.filter((child) => !('value' in child) || child.value !== '')};
}

const documents: readonly (readonly [what: string, text: string])[] = [
	['a paragraph', `# A\n\nBefore.\n\n${blame}\n\nAfter.\n`],
	['a paragraph of several lines', `First\nline. ${blame}\nLast line.\n\nAfter.\n`],
	['the last line, without a break', `Before.\n\n${blame}`],
	['a paragraph between headings', `# A\n${blame}\n# B\nAfter.\n`],
	['an item', `- One\n- ${blame}\n- Three\n`],
	['an item of several lines', `* One\n* Then\n  ${blame}\n  And so on.\n* Three\n`],
	['a numbered item', `1. One\n\n12. ${blame}\n13. Three\n`],
	['an item in an item', `- One\n  - ${blame}\n  - Two\n- Three\n`],
	['a paragraph in an item', `- One\n\n  ${blame}\n\n  More.\n- Two\n`],
	['a task', `## Action items\n\n- [ ] ${blame}\n- [x] Done\n`],
	['a cell', `| who | what |\n|---|---|\n| nobody | ${blame} |\n| somebody | else |\n`],
	['the first cell', `| what | who |\n|---|---|\n|${blame}| x |\n`],
];

describe.each([
	['\\n', (text: string) => text],
	['\\r\\n', (text: string) => text.replaceAll('\n', '\r\n')],
])('in a document whose lines end with %s', (_name, ended) => {
	test.each(documents)('a wording in %s is kept and its document is the same', (_what, text) => {
		const before = ended(text);
		const after = kept(before) ?? '';
		expect(after).toContain('<!-- retro-lint-disable');
		expect(linter.lint(after, {format: 'document'})).toEqual([]);
		expect(structure(after)).toEqual(structure(before));
		expect(after.replaceAll('\r\n', '').includes('\n')).toBe(!before.includes('\r\n') && before.includes('\n'));
	});
});

test('the rule alone is silent, and in this block alone', () => {
	const text = kept(`${blame} It was obviously empty.\n\n${blame}\n`) ?? '';
	const found = linter.lint(text, {format: 'document'});
	expect(found.map(({category}) => category)).toEqual(['hindsight', 'blame']);
});

test.each([
	['in a cell that begins its line', `what | who\n---|---\n${blame} | x\n`],
	['in a heading that names a zone', '## Timeline (times in PDT)\n\nThe deploy failed.\n'],
])('a wording %s has to be kept by hand', (_where, text) => {
	expect(kept(text)).toBeUndefined();
});

test("a team's word with a long name is kept by its category", () => {
	const words = 'the person who was on call on that day and who did not look at it at all';
	const team = createLinter({rules: [{words: [words], message: 'Too long'}]});
	const text = `It was ${words}.`;
	const document = TextDocument.create('untitled:a', 'markdown', 1, text);
	const finding = team.lint(text).find(({rule}) => rule.startsWith('team.'));
	const after = TextDocument.applyEdits(document, (finding && keepEdits(finding, document)) ?? []);
	expect(after).toContain('disable judgement');
	expect(team.lint(after, {format: 'document'}).filter(({rule}) => rule.startsWith('team.'))).toEqual([]);
});
