/** The server as a process: how it begins and ends, and what it survives. */
import {describe, expect, test} from 'vitest';
import {DidChangeTextDocumentNotification, ExitNotification} from 'vscode-languageserver-protocol/node';
import {blameful, some, startEditor, uriIn, workplace} from './editor.ts';

describe('the life of the server', () => {
	test.each([[[]], [['--stdio']]])('ends with 0 after shutdown and exit, called with %j', async (argv) => {
		const editor = await startEditor({directory: await workplace(), argv});
		expect(editor.answer.serverInfo?.name).toBe('retro');
		expect(editor.answer.capabilities).toMatchObject({
			positionEncoding: 'utf-16',
			textDocumentSync: {openClose: true, change: 2},
		});
		expect(await editor.leave()).toEqual({status: 0, signal: null, err: ''});
	});

	test('ends with 1 on an exit without a shutdown', async () => {
		const editor = await startEditor({directory: await workplace()});
		await editor.connection.sendNotification(ExitNotification.type);
		expect((await editor.ended).status).toBe(1);
	});

	test('ends when the editor closes the pipe', async () => {
		const editor = await startEditor({directory: await workplace()});
		editor.open(uriIn('/none', 'a.md'), blameful);
		editor.server.stdin.end();
		expect((await editor.ended).status).toBe(1);
	});

	test('ends when the editor dies, though the pipe stays open', async () => {
		const other = await startEditor({directory: await workplace()});
		const editor = await startEditor({directory: await workplace(), processId: other.server.pid ?? 0});
		other.server.kill('SIGKILL');
		await other.ended;
		expect((await editor.ended).status).toBe(1);
	});
});

describe('what is out of the ordinary', () => {
	test('a document of 1 MB is judged, and typing in it is answered', async () => {
		const directory = await workplace();
		const editor = await startEditor({directory});
		const uri = uriIn(directory, 'large.md');
		const paragraph = (_: unknown, index: number) => `Paragraph ${index}: the deploy of host ${index} failed.\n\n`;
		editor.open(uri, `${Array.from({length: 24_000}, paragraph).join('')}The cache was obviously empty.`);
		expect(editor.text(uri).length).toBeGreaterThan(1_000_000);
		const [found] = await editor.diagnostics(uri, some);
		editor.change(uri, ['Paragraph 0:', 'Paragraph 0:\n\n']);
		const [moved, ...others] = await editor.diagnostics(uri, some);
		expect(others).toEqual([]);
		expect(moved?.range.start.line).toBe((found?.range.start.line ?? 0) + 2);
	});

	test('thousands of changes in a burst are judged a few times, and at last as they are', async () => {
		const directory = await workplace();
		const editor = await startEditor({directory});
		const uri = uriIn(directory, 'a.md');
		editor.open(uri, 'The cache was empty.\n');
		await editor.diagnostics(uri);
		const before = editor.pushed.length;
		for (let count = 0; count < 3000; count++) editor.change(uri, ['\n', ' Once more.\n']);
		editor.change(uri, ['was empty', 'was obviously empty']);
		expect(await editor.diagnostics(uri, some)).toHaveLength(1);
		expect(editor.pushed.length - before).toBeLessThan(100);
	});

	test.each([
		['a message that is no JSON', '{"json": '],
		['a message that is no request', 'null'],
		['a header without a length', undefined],
		['an unknown method', '{"jsonrpc":"2.0","id":"x","method":"retro/unheard"}'],
		['a request without what it needs', '{"jsonrpc":"2.0","id":"x","method":"textDocument/codeAction"}'],
	])('%s is survived', async (_what, body) => {
		const directory = await workplace();
		const editor = await startEditor({directory});
		editor.server.stdin.write(body === undefined ? 'X: y\r\n\r\n' : `Content-Length: ${body.length}\r\n\r\n${body}`);
		const uri = uriIn(directory, 'a.md');
		editor.open(uri, blameful);
		await editor.diagnostics(uri, some);
		expect((await editor.leave()).status).toBe(0);
	});

	test('a change to a document that is not open is passed over', async () => {
		const directory = await workplace();
		const editor = await startEditor({directory});
		await editor.connection.sendNotification(DidChangeTextDocumentNotification.type, {
			textDocument: {uri: uriIn(directory, 'never.md'), version: 3},
			contentChanges: [{text: 'Marcus deleted the wrong volume.'}],
		});
		const uri = uriIn(directory, 'a.md');
		editor.open(uri, blameful);
		await editor.diagnostics(uri, some);
	});
});
