/** A store that cannot be had, records that cannot be read, no terminal at all. */
import {readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import type {Retro} from '../../source/retro/record.ts';
import {newHome, saved} from './app.ts';

describe.concurrent('a store that cannot be had', () => {
	test.each([
		['is a file', (directory: string) => join(directory, 'file')],
		['lies below a file', (directory: string) => join(directory, 'file', 'store')],
		['can never be made', () => '/proc/nowhere/store'],
	])('because it %s is told before a screen takes the terminal', async (_why, storeIn) => {
		const home = newHome();
		writeFileSync(join(home.directory, 'file'), 'not a directory');
		const env = {RETRO_STORE: storeIn(home.directory), NO_COLOR: '1'};
		for (const args of [['new', 'Checkout slow'], ['open']]) {
			const app = home.start(args, {env, cols: 200});
			expect((await app.exit).status).not.toBe(0);
			expect(app.written()).toMatch(/^retro: .+\r\n.+\r\n$/);
			expect(app.written()).not.toContain('\u001B');
		}
		expect(readFileSync(join(home.directory, 'file'), 'utf8')).toBe('not a directory');
	});

	test('when the first word is typed keeps it aside, says so, and gives it back', async () => {
		const home = newHome();
		const store = join(home.directory, 'store');
		writeFileSync(store, 'not a directory');
		const app = home.start(['new'], {cols: 200});
		await app.waitFor('What was it, how severe');
		await app.type('Checkout slow');
		await app.waitFor('NOT SAVED');
		await app.press('ctrl+s');
		await app.waitFor(/Not saved, trying on\. Cannot .*store/);
		expect(app.screen().at(-1)).not.toContain('saved');
		await app.press('ctrl+c');
		expect((await app.exit).status).toBe(1);
		const lastWords = app.screen().join('\n');
		expect(lastWords).toContain('bring it back with');
		const [, rescue = ''] = /bring it back with: retro import (\S+)/.exec(lastWords) ?? [];

		rmSync(store);
		home.run('import', rescue);
		rmSync(rescue);
		expect(home.record().title).toBe('Checkout slow');
	});

	test('for a while takes everything in when it is there again', async () => {
		const home = newHome();
		const [store, away] = [join(home.directory, 'store'), join(home.directory, 'away')];
		const app = home.start(['new']);
		await app.waitFor('What was it, how severe');
		await app.type('Checkout');
		await app.waitFor(/❯ Checkout$/m);
		await app.waitFor(saved);
		renameSync(store, away);
		writeFileSync(store, 'not a directory');
		await app.type(' slow');
		await app.waitFor('NOT SAVED');
		rmSync(store);
		renameSync(away, store);
		await app.waitFor(saved);
		await app.press('ctrl+c');
		expect((await app.exit).status).toBe(0);
		expect(home.record().title).toBe('Checkout slow');
	});
});

describe.concurrent('a record that cannot be read', () => {
	test('is told of in the list, left as it is, and keeps nobody from the others', async () => {
		const home = newHome();
		home.run('new', '--no-open', 'Checkout slow');
		const broken = join(home.directory, 'store', '2026-11-21-broken-k3x9.json');
		writeFileSync(broken, '{"title": "half');
		const app = home.start([], {cols: 120});
		await app.waitFor(/❯ .*Checkout slow/);
		await app.waitFor(/1 could not be read.*2026-11-21/);
		await app.press('enter');
		await app.waitFor('What was it, how severe');
		await app.press('escape');
		await app.waitFor('Filter');
		await app.press('escape');
		expect((await app.exit).status).toBe(0);
		expect(readFileSync(broken, 'utf8')).toBe('{"title": "half');
	});

	test('is not opened: what is wrong and what to do is told, in plain words', async () => {
		const home = newHome();
		home.run('new', '--no-open', 'Checkout slow');
		const broken = join(home.directory, 'store', '2026-11-21-broken-k3x9.json');
		writeFileSync(broken, '\0'.repeat(100));
		const app = home.start(['open', '2026-11-21'], {cols: 200, env: {NO_COLOR: '1'}});
		expect((await app.exit).status).toBe(1);
		expect(app.written()).toMatch(/^retro: .*2026-11-21-broken-k3x9\.json cannot be read.*\r\n.+\r\n$/);
	});

	test('while it is open is moved aside, told of, and what was typed is written in its place', async () => {
		const home = newHome();
		const id = home.run('new', '--no-open', 'Checkout').trim();
		const file = join(home.directory, 'store', `${id}.json`);
		const app = home.start(['open'], {cols: 200});
		await app.waitFor('❯ Checkout');
		writeFileSync(file, '{"title": "half');
		await app.type(' slow');
		const [, aside = ''] = await app
			.waitFor(/It lies in \S+\.$/m)
			.then(() => /It lies in (\S+)\.$/m.exec(app.screen().join('\n')) ?? []);
		await app.press('ctrl+c');
		await app.exit;
		expect((JSON.parse(readFileSync(file, 'utf8')) as Retro).title).toBe('Checkout slow');
		expect(readFileSync(aside, 'utf8')).toBe('{"title": "half');
	});
});

describe.concurrent('without a terminal', () => {
	test('the list of retros is printed in the place of the screen', async () => {
		const home = newHome();
		home.run('new', '--no-open', 'Checkout slow');
		const shell = home.shell('retro | cat; retro < /dev/null');
		expect((await shell.exit).status).toBe(0);
		expect(shell.written().match(/Checkout slow/g)).toHaveLength(2);
		expect(shell.written()).not.toContain('\u001B[?1049h');
	});

	test.each([
		['new', 'retro new --no-open'],
		['open', 'retro show'],
	])('%s ends with 2 and names what does the same', async (name, twin) => {
		const home = newHome();
		home.run('new', '--no-open', 'Checkout slow');
		const shell = home.shell(`retro ${name} | cat; retro ${name} < /dev/null`, {cols: 200});
		expect((await shell.exit).status).toBe(2);
		expect(shell.written().split(twin)).toHaveLength(3);
		expect(shell.written()).not.toContain('\u001B[?1049h');
	});
});
