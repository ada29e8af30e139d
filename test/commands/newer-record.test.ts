/** A record of a newer version: every command that reads takes it, every one that writes refuses it and says why. */
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeEach, expect, test} from 'vitest';
import {type Shell, shell} from './fixture.ts';

let sh: Shell;
let id: string;
let path: string;
let text: string;
beforeEach(async () => {
	sh = await shell();
	id = await sh.create('Checkout latency');
	path = join(sh.directory, '.retros', `${id}.json`);
	text = (await readFile(path, 'utf8')).replace(
		'"schemaVersion": 1',
		'"schemaVersion": 2, "needs": "0.9.2", "mood": 3',
	);
	await writeFile(path, text);
});

test.each([
	['show'],
	['export'],
	['export', '--json'],
	['list'],
	['list', '--json'],
	['check', '--json'],
	['stats', '--json'],
])('%s %s reads it', async (...words) => {
	const {status, out, err} = await sh.run(words);
	expect(status).toBeLessThan(2);
	expect(out).toContain(words[0] === 'stats' || words[0] === 'check' ? id : 'Checkout latency');
	if (words[0] !== 'stats') expect(err + out).toMatch(/newer version of incident-retro|"readOnly": true/);
	expect(err).not.toContain('cannot');
});

test('its JSON is the whole of it, with its own version', async () => {
	expect(JSON.parse((await sh.run(['export', '--json'])).out)).toMatchObject({schemaVersion: 2, mood: 3});
});

test.each([
	['set', 'latest', 'title', 'X'],
	['log', 'latest', '10:05 paged'],
	['add', 'latest', 'went-well', 'Paging'],
	['archive', 'latest'],
])('%s refuses it, names the version that can, and changes nothing', async (...words) => {
	const {status, err} = await sh.run(words);
	expect(status).toBe(1);
	expect(err).toContain('incident-retro 0.9.2 or later');
	expect(await readFile(path, 'utf8')).toBe(text);
});

test('open shows it', async () => {
	expect((await sh.run(['open', id], {terminal: true})).screens).toEqual([{kind: 'walk', id}]);
});

test('a backup takes it along byte for byte', async () => {
	expect((await sh.run(['export', '--all', 'copy'])).status).toBe(0);
	expect(await readFile(join(sh.directory, 'copy', `${id}.json`), 'utf8')).toBe(text);
});

test('the doctor notes it and is content', async () => {
	const {status, out} = await sh.run(['doctor', '--fix']);
	expect(status).toBe(0);
	expect(out).toContain('Written by a newer version');
	expect(await readFile(path, 'utf8')).toBe(text);
});
