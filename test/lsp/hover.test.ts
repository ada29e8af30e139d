/** What is said to somebody who points at a finding. */
import type {Nodes} from 'mdast';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {expect, test} from 'vitest';
import type {MarkupContent} from 'vscode-languageserver/node';
import {TextDocument} from 'vscode-languageserver-textdocument';
import {rules} from '../../source/lint/explain.ts';
import type {Finding} from '../../source/lint/finding.ts';
import {createLinter} from '../../source/lint/linter.ts';
import {hoverOf} from '../../source/lsp/hover.ts';

const text = 'Marcus obviously deleted the wrong volume.';
const document = TextDocument.create('untitled:a', 'markdown', 1, text);
const findings = createLinter().lint(text, {format: 'document'});

function said(found: readonly Finding[], character: number, markdown = true): MarkupContent | undefined {
	return hoverOf(document, found, {line: 0, character}, {markdown})?.contents as MarkupContent | undefined;
}

/** All words that the markdown shows. */
function shown(node: Nodes): string {
	if ('children' in node) return node.children.map(shown).join(node.type === 'paragraph' ? '' : '\n');
	return 'value' in node ? node.value : '';
}

test('why, how to put it and examples of the rule, in markdown', () => {
	const [finding] = findings;
	const rule = rules().find(({id}) => id === finding?.rule);
	const contents = said(findings, finding?.span.start ?? 0);
	expect(contents?.kind).toBe('markdown');
	const words = shown(fromMarkdown(contents?.value ?? ''));
	for (const part of [
		finding?.message,
		rule?.reframing,
		finding?.suggestions[0],
		rule?.examples[0],
		rule?.lookAlikes[0],
	]) {
		expect(words).toContain(part);
	}
	expect(words).toContain(finding?.rule);
});

test('without markup where the editor shows none', () => {
	const contents = said(findings, findings[0]?.span.start ?? 0, false);
	expect(contents?.kind).toBe('plaintext');
	expect(contents?.value).toContain(findings[0]?.message);
	expect(contents?.value).not.toContain('**');
});

test('nothing beside a finding', () => {
	expect(said([{...(findings[0] as Finding), span: {start: 0, end: 6}}], 7)).toBeUndefined();
});

test('of each of the findings in the place', () => {
	const [one] = findings;
	const other = {...(one as Finding), rule: 'team.volume', message: 'We say disk', suggestions: []};
	const value = said([one as Finding, other], one?.span.start ?? 0)?.value;
	expect(value).toContain('---');
	expect(value).toContain('We say disk');
});

test.each(['- <b>*no*</b> [x](y) `z` #1 | ~~a~~ & !', '1. first', '+ plus', '12) twelve', 'a\u001B[31m\nb'])(
	'a wording is shown as it is, whatever it holds: %j',
	(wording) => {
		const value = said([{...(findings[0] as Finding), rule: 'team.x', suggestions: [wording]}], 0)?.value ?? '';
		const lines = shown(fromMarkdown(value)).split('\n');
		expect(lines).toContain(wording.replace('\u001B[31m\n', ' '));
	},
);
