/** What an editor asks for: what can be done about a finding, and why it is one. */
import {describe, expect, test} from 'vitest';
import {HoverRequest} from 'vscode-languageserver-protocol/node';
import {blameful, some, startEditor, uriIn, usual, workplace} from './editor.ts';

describe('code actions', () => {
	test('offer the wordings, which mend what was found', async () => {
		const directory = await workplace();
		const editor = await startEditor({directory});
		const uri = uriIn(directory, 'a.md');
		editor.open(uri, 'Marcus deleted the wrong volume.\n');
		const [diagnostic] = await editor.diagnostics(uri, some);
		const actions = await editor.actions(uri, 'deleted');
		expect(actions.map(({title}) => title)).toEqual([
			...(diagnostic?.data.suggestions ?? []),
			`Keep it: disable ${diagnostic?.code} here`,
		]);
		expect(actions.map(({kind, diagnostics}) => ({kind, diagnostics}))).toEqual(
			actions.map(() => ({kind: 'quickfix', diagnostics: [diagnostic]})),
		);
		editor.apply(uri, actions[0]);
		expect(await editor.diagnostics(uri)).toEqual([]);
	});

	test('keep a wording, with comments around it', async () => {
		const directory = await workplace();
		const editor = await startEditor({directory});
		const uri = uriIn(directory, 'a.md');
		editor.open(uri, 'Before.\r\n\r\nMarcus deleted the wrong volume.\r\n');
		const action = (await editor.actions(uri, 'Marcus')).find(({title}) => title.startsWith('Keep it'));
		editor.apply(uri, action);
		expect(await editor.diagnostics(uri)).toEqual([]);
		expect(editor.text(uri)).toMatch(
			/^Before\.\r\n\r\n<!-- retro-lint-disable (\S+) -->\r\nMarcus .*\.\r\n<!-- retro-lint-enable \1 -->\r\n$/,
		);
	});

	test('are for what is asked for alone', async () => {
		const directory = await workplace();
		const editor = await startEditor({directory, capabilities: {textDocument: usual.textDocument ?? {}}});
		const uri = uriIn(directory, 'a.md');
		editor.open(uri, blameful);
		expect(await editor.actions(uri, 'Report')).toEqual([]);
		expect(await editor.actions(uri, 'Marcus', ['refactor'])).toEqual([]);
		const [action] = await editor.actions(uri, 'Marcus', ['quickfix']);
		expect(action?.edit).toMatchObject({changes: {[uri]: [{newText: action?.title}]}});
	});
});

test('hovering says why, how to put it, and shows examples', async () => {
	const directory = await workplace();
	const editor = await startEditor({directory});
	const uri = uriIn(directory, 'a.md');
	editor.open(uri, blameful);
	const hover = (line: number) =>
		editor.connection.sendRequest(HoverRequest.type, {textDocument: {uri}, position: {line, character: 15}});
	const found = await hover(4);
	expect(found?.range?.start.line).toBe(4);
	expect(found?.contents).toMatchObject({kind: 'markdown', value: expect.stringContaining('Leave the word out')});
	expect(await hover(0)).toBeNull();
});
