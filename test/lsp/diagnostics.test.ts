/** What an editor is told while somebody types, sent to it or asked for. */
import {describe, expect, test} from 'vitest';
import {
	type ClientCapabilities,
	type Diagnostic,
	DiagnosticSeverity,
	DidCloseTextDocumentNotification,
	DocumentDiagnosticRequest,
} from 'vscode-languageserver-protocol/node';
import {TextDocument} from 'vscode-languageserver-textdocument';
import {blameful, none, some, startEditor, uriIn, usual, workplace} from './editor.ts';

const rulesIn = (found: readonly Diagnostic[]) => found.map(({code}) => code);

describe('diagnostics', () => {
	test('say where, how grave, by which rule and why, of which version', async () => {
		const directory = await workplace();
		const editor = await startEditor({directory});
		const uri = uriIn(directory, 'a.md');
		editor.open(uri, blameful);
		const [blame, hindsight, ...others] = await editor.diagnostics(uri);
		expect(others).toEqual([]);
		expect(blame).toMatchObject({
			range: {start: {line: 2, character: 0}},
			severity: DiagnosticSeverity.Warning,
			source: 'retro',
			code: expect.stringMatching(/^blame\./),
			data: {category: 'blame', suggestions: expect.arrayContaining([expect.stringContaining('wrong volume')])},
		});
		expect(blame?.message).not.toBe('');
		expect(hindsight).toMatchObject({severity: DiagnosticSeverity.Information, code: 'hindsight.adverb'});
	});

	test('follow what is typed, and go with the document', async () => {
		const directory = await workplace();
		const editor = await startEditor({directory});
		const uri = uriIn(directory, 'a.md');
		editor.open(uri, blameful);
		await editor.diagnostics(uri, some);
		editor.change(uri, ['Marcus deleted', 'A script deleted'], ['obviously ', '']);
		expect(await editor.diagnostics(uri)).toEqual([]);
		editor.change(uri, ['A script deleted', 'Marcus deleted'], ['was empty', 'was obviously empty']);
		expect(await editor.diagnostics(uri)).toHaveLength(2);
		await editor.connection.sendNotification(DidCloseTextDocumentNotification.type, {textDocument: {uri}});
		editor.open(uri, 'The deploy failed.');
		await editor.diagnostics(uri, none);
		expect(editor.pushed.at(-2)).toEqual({uri, diagnostics: []});
	});

	test('have places in UTF-16 units, in lines that end with CRLF too', async () => {
		const directory = await workplace();
		const editor = await startEditor({directory});
		const uri = uriIn(directory, 'a.md');
		editor.open(uri, '# 😀\r\n\r\nWe 😀 saw: the cache was obviously empty.\r\n\r\nIt was\r\nobviously full.\r\n');
		const found = await editor.diagnostics(uri);
		const document = TextDocument.create(uri, '', 1, editor.text(uri));
		expect(found.map(({range}) => document.getText(range))).toEqual([
			expect.stringContaining('obviously'),
			expect.stringContaining('obviously'),
		]);
		expect(found.map(({range}) => range.start.line)).toEqual([2, 5]);
		editor.change(uri, ['obviously empty.\r\n', 'empty.\r\n']);
		expect((await editor.diagnostics(uri)).map(({range}) => range.start.line)).toEqual([5]);
	});

	test.each([
		['untitled:Untitled-1', 'markdown', true],
		['untitled:notes.md', 'plaintext', true],
		['file:///tmp/a%20b/c.markdown', '', true],
		['file:///tmp/x/a', 'gfm', true],
		['file:///tmp/x/a.mdx', 'mdx', false],
		['file:///tmp/x/a.txt', 'plaintext', false],
		['file:///tmp/x/COMMIT_EDITMSG', 'git-commit', false],
		['vscode-remote://host/%ff', 'markdown', true],
	])('of %s in the language “%s”: %s', async (uri, languageId, isJudged) => {
		const editor = await startEditor({directory: await workplace()});
		editor.open(uri, blameful, languageId);
		expect(await editor.actions(uri, 'Marcus')).toHaveLength(isJudged ? 3 : 0);
		if (isJudged) {
			await editor.diagnostics(uri, some);
		} else {
			editor.open('untitled:last', blameful);
			await editor.diagnostics('untitled:last', some);
			expect(editor.pushed.map((params) => params.uri)).not.toContain(uri);
		}
	});
});

describe('the word that is being typed', () => {
	test('is judged when the typing goes on elsewhere', async () => {
		const directory = await workplace();
		const editor = await startEditor({directory});
		const uri = uriIn(directory, 'a.md');
		editor.open(uri, 'The cache was * empty. And then');
		await editor.diagnostics(uri);
		editor.change(uri, ['*', 'obviously']);
		expect(await editor.diagnostics(uri)).toEqual([]);
		editor.change(uri, ['then', 'then i']);
		expect(rulesIn(await editor.diagnostics(uri))).toEqual(['hindsight.adverb']);
	});

	test('is not judged before, but when the document is saved', async () => {
		const directory = await workplace();
		const editor = await startEditor({directory});
		const uri = uriIn(directory, 'a.md');
		editor.open(uri, 'The cache was * empty.');
		await editor.diagnostics(uri);
		editor.change(uri, ['*', 'obviously']);
		expect(await editor.diagnostics(uri)).toEqual([]);
		editor.save(uri);
		expect(rulesIn(await editor.diagnostics(uri, some))).toEqual(['hindsight.adverb']);
	});

	test('is judged when nobody types any more', async () => {
		const directory = await workplace();
		const editor = await startEditor({directory});
		const uri = uriIn(directory, 'a.md');
		editor.open(uri, 'The cache was * empty.');
		await editor.diagnostics(uri);
		editor.change(uri, ['*', 'obviously']);
		expect(await editor.diagnostics(uri)).toEqual([]);
		expect(await editor.diagnostics(uri, some)).toHaveLength(1);
	});
});

describe('an editor that asks for diagnostics', () => {
	const pulling: ClientCapabilities = {
		textDocument: {...usual.textDocument, diagnostic: {}},
		workspace: {...usual.workspace, diagnostics: {refreshSupport: true}},
	};

	test('gets them so and not pushed too, and is told when to ask again', async () => {
		const directory = await workplace();
		const editor = await startEditor({directory, capabilities: pulling});
		expect(editor.answer.capabilities.diagnosticProvider).toMatchObject({interFileDependencies: false});
		const uri = uriIn(directory, 'a.md');
		const ask = (previousResultId?: string) =>
			editor.connection.sendRequest(DocumentDiagnosticRequest.type, {
				textDocument: {uri},
				...(previousResultId !== undefined && {previousResultId}),
			});
		editor.open(uri, 'Marcus deleted the wrong volume. The cache was * empty.');
		const first = await ask();
		expect(first).toMatchObject({kind: 'full', items: [{source: 'retro', data: {category: 'blame'}}]});
		expect(await ask(first.resultId)).toEqual({kind: 'unchanged', resultId: first.resultId});

		editor.change(uri, ['*', 'obviously']);
		const second = await ask(first.resultId);
		expect(second).toMatchObject({kind: 'full', items: [{data: {category: 'blame'}}]});
		await editor.request('workspace/diagnostic/refresh');
		expect(await ask(second.resultId)).toMatchObject({
			kind: 'full',
			items: [{data: {category: 'blame'}}, {code: 'hindsight.adverb'}],
		});
		expect(editor.pushed).toEqual([]);
	});

	test('gets none of a document that is not open or no markdown', async () => {
		const editor = await startEditor({directory: await workplace(), capabilities: pulling});
		editor.open('file:///tmp/a.txt', blameful, 'plaintext');
		for (const uri of ['file:///tmp/a.txt', 'file:///tmp/b.md']) {
			const report = await editor.connection.sendRequest(DocumentDiagnosticRequest.type, {textDocument: {uri}});
			expect(report).toEqual({kind: 'full', items: []});
		}
	});

	test('has them pushed when it cannot be told to ask again', async () => {
		const directory = await workplace();
		const editor = await startEditor({directory, capabilities: {...pulling, workspace: {}}});
		expect(editor.answer.capabilities.diagnosticProvider).toBeUndefined();
		editor.open(uriIn(directory, 'a.md'), blameful);
		await editor.diagnostics(uriIn(directory, 'a.md'), some);
	});
});
