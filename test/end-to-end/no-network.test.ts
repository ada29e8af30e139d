/** The app keeps to this machine: no command and no screen reaches for the network. */
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {table} from '../../source/commands/table.ts';
import {enter, newHome, saved} from './app.ts';

const preload = join(import.meta.dirname, 'network-trap.cjs');
const retro = join(import.meta.dirname, '../../dist/retro.js');

function trapIn(directory: string) {
	const file = join(directory, 'network');
	return {
		env: {NODE_OPTIONS: `--require ${preload}`, NETWORK_TRAP: file},
		sprung: () => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []),
	};
}

test('the trap catches who does', () => {
	const {directory} = newHome();
	const trap = trapIn(directory);
	const env = {...process.env, ...trap.env};
	spawnSync(process.execPath, ['-e', 'fetch("http://localhost/")'], {env});
	spawnSync(process.execPath, ['-e', 'require("http").get("http://localhost/").on("error", () => {})'], {env});
	expect(trap.sprung()).toEqual(['fetch', expect.stringMatching(/connect|lookup/)]);
});

test('no command does', () => {
	const home = newHome();
	const trap = trapIn(home.directory);
	const id = home.run('new', '--no-open', 'Checkout slow').trim();
	writeFileSync(
		join(home.directory, 'doc.md'),
		'# Post-Mortem\n\nSee https://example.com/x.png ![x](https://example.com/x.png)\n',
	);
	const own: Readonly<Record<string, readonly string[]>> = {
		new: ['--no-open', 'Another'],
		set: [id, 'title', 'See https://example.com'],
		add: [id, 'action', 'prevent: Look at https://example.com @ops 2026-12-01'],
		log: [id, '1005 https://example.slack.com/archives/C1/p1700000000123456'],
		import: ['doc.md'],
		lint: ['doc.md'],
		completion: ['bash'],
		lsp: ['--stdio'],
	};
	for (const {name} of table) {
		spawnSync(process.execPath, [retro, name, ...(own[name] ?? [id])], {
			cwd: home.directory,
			env: {PATH: process.env.PATH, HOME: home.directory, RETRO_STORE: join(home.directory, 'store'), ...trap.env},
			input: '',
			timeout: 20_000,
		});
	}
	expect(trap.sprung()).toEqual([]);
});

test('no screen does', async () => {
	const home = newHome();
	const trap = trapIn(home.directory);
	const app = home.start(['new'], {env: trap.env});
	await app.waitFor('What was it, how severe');
	await enter(app, 'See https://example.com/x');
	await app.press('alt+4');
	await enter(app, '1005 see https://example.com/y');
	for (const step of ['alt+5', 'alt+6', 'alt+7', 'alt+8']) await app.press(step);
	await app.waitFor(saved);
	await app.press('ctrl+c');
	expect((await app.exit).status).toBe(0);
	expect(trap.sprung()).toEqual([]);
});
