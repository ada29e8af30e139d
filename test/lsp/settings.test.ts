/** A team's settings, read and read again. */
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {
	DiagnosticSeverity,
	DidChangeWatchedFilesNotification,
	FileChangeType,
	type RegistrationParams,
} from 'vscode-languageserver-protocol/node';
import {blameful, none, startEditor, uriIn, workplace} from './editor.ts';

describe('what the team has settled', () => {
	const settings = (lint: object) => JSON.stringify({lint});
	const teamWord = {words: ['war room'], message: 'We say incident channel', suggestions: ['incident channel']};

	test('holds for the documents below it: severities, allowed words, words of its own', async () => {
		const directory = await workplace();
		await mkdir(join(directory, 'team', '.retros'), {recursive: true});
		await mkdir(join(directory, 'team', 'docs'));
		await writeFile(
			join(directory, 'team', '.retros', 'config.json'),
			settings({severities: {blame: 'nudge'}, allow: ['obviously'], rules: [{...teamWord, severity: 'warning'}]}),
		);
		const editor = await startEditor({directory});
		const inside = uriIn(directory, 'team/docs/a.md');
		const outside = uriIn(directory, 'a.md');
		for (const uri of [inside, outside]) editor.open(uri, `${blameful}\nIn the war room.\n`);
		const [blame, team, ...others] = await editor.diagnostics(inside);
		expect(blame).toMatchObject({severity: DiagnosticSeverity.Information, data: {category: 'blame'}});
		expect(team).toMatchObject({
			code: 'team.war-room',
			severity: DiagnosticSeverity.Warning,
			message: teamWord.message,
			data: {suggestions: ['incident channel']},
		});
		expect(others).toEqual([]);
		const found = await editor.diagnostics(outside);
		expect(found.map(({severity}) => severity)).toEqual([DiagnosticSeverity.Warning, DiagnosticSeverity.Information]);
	});

	test('is read again when its file changes, where the editor watches', async () => {
		const directory = await workplace();
		const editor = await startEditor({directory});
		const {registrations} = (await editor.request('client/registerCapability')) as RegistrationParams;
		expect(registrations).toMatchObject([
			{
				method: 'workspace/didChangeWatchedFiles',
				registerOptions: {watchers: expect.arrayContaining([{globPattern: '**/.retrorc*'}])},
			},
		]);
		const uris = [uriIn(directory, 'a.md'), uriIn(directory, 'b.md'), 'untitled:c'];
		for (const uri of uris) editor.open(uri, blameful);
		for (const uri of uris) await editor.diagnostics(uri, (found) => found.length === 2);
		await writeFile(join(directory, '.retrorc.json'), settings({severities: {hindsight: 'off'}}));
		await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
			changes: [{uri: uriIn(directory, '.retrorc.json'), type: FileChangeType.Created}],
		});
		for (const uri of uris) await editor.diagnostics(uri, (found) => found.length === 1);
	});

	test('is read again when a document is saved or opened, where it does not', async () => {
		const directory = await workplace();
		const editor = await startEditor({directory, capabilities: {}});
		const [first, second] = [uriIn(directory, 'a.md'), uriIn(directory, 'b.md')];
		editor.open(first, blameful);
		await editor.diagnostics(first, (found) => found.length === 2);
		await writeFile(join(directory, '.retrorc.json'), settings({severities: {hindsight: 'off'}}));
		editor.save(first);
		await editor.diagnostics(first, (found) => found.length === 1);
		await writeFile(join(directory, '.retrorc.json'), settings({severities: {hindsight: 'off', blame: 'off'}}));
		editor.open(second, blameful);
		for (const uri of [first, second]) await editor.diagnostics(uri, none);
	});

	test('is told of once where it is broken, and holds again when it is mended', async () => {
		const directory = await workplace();
		const file = join(directory, '.retrorc.json');
		await writeFile(file, settings({severities: {blame: 'loud'}}));
		const editor = await startEditor({directory});
		const uris = [uriIn(directory, 'a.md'), uriIn(directory, 'sub/b.md')];
		for (const uri of uris) editor.open(uri, blameful);
		for (const uri of uris) expect(await editor.diagnostics(uri)).toHaveLength(2);
		editor.save(uris[0] ?? '');
		await writeFile(file, settings({severities: {blame: 'off'}}));
		editor.save(uris[0] ?? '');
		await editor.diagnostics(uris[0] ?? '', (found) => found.length === 1);
		expect(editor.shown).toEqual([expect.stringContaining(`${file}:1:32: lint.severities.blame should be`)]);
		await writeFile(file, '{"lint": ');
		editor.save(uris[0] ?? '');
		const [, second] = await editor.messages(2);
		expect(second).toContain(`${file}:1:10 is not valid JSON`);
		await editor.diagnostics(uris[0] ?? '', (found) => found.length === 2);
	});
});
