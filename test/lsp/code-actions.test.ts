/** What is offered for findings; what the server makes of it is tested with a client. */
import {describe, expect, test} from 'vitest';
import type {CodeAction, CodeActionContext} from 'vscode-languageserver/node';
import {TextDocument} from 'vscode-languageserver-textdocument';
import type {Finding} from '../../source/lint/finding.ts';
import {codeActions} from '../../source/lsp/code-actions.ts';
import {diagnosticOf} from '../../source/lsp/diagnostic.ts';

const text = 'At 10:05 PDT it began.\nAt 10:10 PDT it ended.\nIt was obviously over.\n';
const document = TextDocument.create('untitled:a', 'markdown', 7, text);

function found(words: string, more: Partial<Finding>): Finding {
	return {
		rule: 'non-utc.zone',
		category: 'non-utc',
		severity: 'warning',
		span: spanOf(words),
		evidence: spanOf(words),
		message: 'Say it in UTC',
		suggestions: [],
		...more,
	};
}

function spanOf(words: string) {
	const start = text.indexOf(words);
	return {start, end: start + words.length};
}

const began = found('10:05 PDT', {suggestions: ['17:05 UTC'], fix: [{span: spanOf('10:05 PDT'), text: '17:05 UTC'}]});
const ended = found('10:10 PDT', {
	fix: [
		{span: spanOf('10:10'), text: '17:10'},
		{span: {start: text.lastIndexOf('PDT'), end: text.lastIndexOf('PDT') + 3}, text: 'UTC'},
	],
});
const over = found('obviously over', {rule: 'hindsight.adverb', suggestions: ['over', 'past']});
const all = [began, ended, over];

function offered(findings: readonly Finding[], words: string, context: Partial<CodeActionContext> = {}) {
	const {start, end} = spanOf(words);
	const range = {start: document.positionAt(start), end: document.positionAt(end)};
	return codeActions(document, findings, {range, context: {diagnostics: [], ...context}}, {versionedEdits: false});
}

function done({edit}: CodeAction): string {
	return TextDocument.applyEdits(document, edit?.changes?.['untitled:a'] ?? []);
}

describe('a wording', () => {
	test('that needs nobody to look is preferred, and is what is put in', () => {
		const [first] = offered(all, '10:05');
		expect(first).toMatchObject({title: '17:05 UTC', kind: 'quickfix', isPreferred: true});
		expect(first && done(first)).toBe(text.replace('10:05 PDT', '17:05 UTC'));
	});

	test('may be made of several replacements', () => {
		const [first] = offered(all, '10:10');
		expect(first?.title).toBe('17:10, UTC');
		expect(first && done(first)).toBe(text.replace('10:10 PDT', '17:10 UTC'));
	});

	test('that somebody has to choose is not preferred', () => {
		const actions = offered(all, 'obviously');
		expect(actions.map(({title}) => title)).toEqual(['over', 'past', 'Keep it: disable hindsight.adverb here']);
		expect(actions.filter(({isPreferred}) => isPreferred)).toEqual([]);
		expect(actions[1] && done(actions[1])).toBe(text.replace('obviously over', 'past'));
	});

	test('is cut between words where it is long, and put in whole', () => {
		const wording = `${'the deploy reached every host '.repeat(4)}\u001B[31m`;
		const [first] = offered([{...over, suggestions: [wording]}], 'obviously');
		expect(first?.title.length).toBeLessThanOrEqual(72);
		expect(first?.title).toMatch(/^(?:the deploy reached every host )+.*\w …$/);
		expect(first && done(first)).toContain(wording);
	});

	test('is offered at its end too, and for the diagnostics that the editor names', () => {
		const at = document.positionAt(over.span.end);
		const context = {diagnostics: []};
		const params = {range: {start: at, end: at}, context};
		expect(codeActions(document, all, params, {versionedEdits: false})).toHaveLength(3);
		const named = offered(all, 'It was', {diagnostics: [diagnosticOf(over, document)]});
		expect(named.map(({title}) => title)).toContain('past');
		expect(offered(all, 'It was')).toEqual([]);
		expect(offered(all, 'It was', {diagnostics: [{...diagnosticOf(over, document), source: 'other'}]})).toEqual([]);
	});
});

describe('all safe replacements', () => {
	test.each([[['source']], [['source.fixAll']], [['source.fixAll.retro']], [['']]])(
		'are made by one action when %j is asked for, wherever the caret is',
		(only) => {
			const [action, ...others] = offered(all, 'It was', {only});
			expect(others).toEqual([]);
			expect(action?.kind).toBe('source.fixAll.retro');
			expect(action && done(action)).toBe(text.replace('10:05 PDT', '17:05 UTC').replace('10:10 PDT', '17:10 UTC'));
		},
	);

	test('are offered beside the wordings where one of them is', () => {
		const kinds = (words: string) => new Set(offered(all, words).map(({kind}) => kind));
		expect(kinds('10:05')).toContain('source.fixAll.retro');
		expect(kinds('obviously')).not.toContain('source.fixAll.retro');
	});

	test('are not offered where there are none, or others are asked for', () => {
		expect(offered([over], 'obviously', {only: ['source.fixAll']})).toEqual([]);
		expect(offered(all, '10:05', {only: ['source.fixAll.eslint']})).toEqual([]);
		expect(offered(all, '10:05', {only: ['source.organizeImports']})).toEqual([]);
	});

	test('of two that overlap, the first is made', () => {
		const wider = found('05 PDT it', {fix: [{span: spanOf('05 PDT it'), text: 'x'}]});
		const [action] = offered([began, wider], 'It was', {only: ['source.fixAll']});
		expect(action && done(action)).toBe(text.replace('10:05 PDT', '17:05 UTC'));
	});
});

test('an edit names the version of its document where the editor takes that', () => {
	const {start, end} = diagnosticOf(over, document).range;
	const params = {range: {start, end}, context: {diagnostics: []}};
	const [action] = codeActions(document, all, params, {versionedEdits: true});
	expect(action?.edit).toMatchObject({documentChanges: [{textDocument: {uri: 'untitled:a', version: 7}}]});
});
