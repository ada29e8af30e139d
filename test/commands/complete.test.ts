import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {type Shell, shell} from './fixture.ts';

let sh: Shell;
let printed: string[];
beforeEach(async () => {
	sh = await shell();
	printed = [];
	// The library prints by itself.
	vi.spyOn(console, 'log').mockImplementation((line: string) => printed.push(...line.split('\n')));
});
afterEach(() => {
	vi.restoreAllMocks();
});

/** The values offered for the last word. */
async function complete(...words: readonly string[]): Promise<string[]> {
	printed = [];
	const {status, err} = await sh.run(['complete', '--', ...words]);
	expect({status, err}).toEqual({status: 0, err: ''});
	expect(printed.at(-1)).toMatch(/^:\d+$/);
	return printed.slice(0, -1).map((line) => line.split('\t')[0] ?? '');
}

test('commands by their beginning, never the hidden ones', async () => {
	expect(await complete('ex')).toEqual(['export']);
	expect(await complete('comp')).toEqual(['completion']);
	expect(await complete('ls')).toEqual(['lsp']);
	expect(await complete('')).toContain('new');
});

test('the flags of the command, and those of all', async () => {
	expect(await complete('list', '--s')).toEqual(['--severity', '--status', '--since', '--store']);
	expect(await complete('new', '--no')).toEqual(['--no-open', '--no-color']);
	expect(await complete('--st')).toEqual(['--store']);
	expect(await complete('lsp', '--st')).toEqual(['--stdio', '--store']);
	expect(await complete('export', '-')).toContain('-o');
});

test('the choices of a flag and of an argument', async () => {
	expect(await complete('list', '--severity', 'SEV')).toEqual(['SEV1', 'SEV2', 'SEV3']);
	expect(await complete('open', 'latest', '--step', 'ti')).toEqual(['timeline']);
	expect(await complete('completion', '')).toEqual(['bash', 'zsh', 'fish']);
	expect(await complete('add', 'latest', 'went')).toEqual(['went-well', 'went-wrong']);
	expect(await complete('set', 'latest', 'impact.')).toHaveLength(5);
	expect(await complete('help', 'li')).toEqual(['list', 'lint']);
});

test('the ids of retros with their titles', async () => {
	const id = await sh.create('Checkout latency');
	expect(await complete('show', '')).toEqual(['latest', id]);
	expect(printed).toContain(`${id}\tCheckout latency`);
});

test('templates and files', async () => {
	await mkdir(join(sh.directory, 'docs'));
	await writeFile(join(sh.directory, 'docs', 'one.md'), '');
	await writeFile(join(sh.directory, 'guides.md'), '');
	expect(await complete('export', '--template', 'gu')).toEqual(['guide', 'guides.md']);
	expect(await complete('lint', 'do')).toEqual(['docs/one.md']);
	expect(await complete('lint', 'a.md', 'gu')).toEqual(['guides.md']);
	expect(await complete('list', '--store', '')).toEqual(['docs/']);
});

test('nothing, and no complaint, where the store cannot be read', async () => {
	await writeFile(join(sh.directory, 'file'), '');
	expect(await complete('--store', 'file', 'show', 'x')).toEqual([]);
});

test.each(['bash', 'zsh', 'fish'])('the script for %s asks retro complete', async (name) => {
	expect((await sh.run(['completion', name])).status).toBe(0);
	expect(printed.join('\n')).toContain('retro complete --');
});
