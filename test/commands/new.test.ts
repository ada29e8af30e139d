import {mkdir, readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {shell} from './fixture.ts';

test('new --no-open creates a retro, prints its id alone, and opens nothing', async () => {
	const sh = await shell();
	const {status, out, screens} = await sh.run(['new', 'Checkout latency', '--severity', 'SEV 2', '--no-open']);
	expect(status).toBe(0);
	expect(out).toBe('2026-11-20-checkout-latency-id1\n');
	expect(screens).toEqual([]);
	expect(await sh.record(out.trim())).toMatchObject({title: 'Checkout latency', severity: 'SEV2', status: 'draft'});
});

test('new in a terminal opens the walk with a retro that is not written before its first edit', async () => {
	const sh = await shell();
	const {status, out, screens} = await sh.run(['new'], {terminal: true});
	expect({status, out}).toEqual({status: 0, out: ''});
	expect(screens).toMatchObject([{kind: 'new', retro: {title: '', severity: null}}]);
	expect(await readdir(sh.directory)).toEqual([]);
});

test.each([[['Disk full']], [['--severity', 'SEV1']]])(
	'what was typed behind new is kept at once: %j',
	async (words) => {
		const sh = await shell();
		const {status, out, screens} = await sh.run(['new', ...words], {terminal: true});
		expect({status, out}).toEqual({status: 0, out: ''});
		expect(screens).toEqual([{kind: 'walk', id: (await sh.record()).id}]);
	},
);

test('escape sequences in a title are not kept', async () => {
	const sh = await shell();
	const id = await sh.create('\u001B]0;owned\u0007Disk \u001B[31mfull\nagain');
	expect((await sh.record(id)).title).toBe('Disk full again');
});

test('a retro keeps the name of its template and is shown with it', async () => {
	const sh = await shell();
	const id = await sh.create('Disk full', '--template', 'brief');
	const plain = await sh.run(['export', id]);
	const brief = await sh.run(['export', id, '--template', 'brief']);
	const guide = await sh.run(['export', id, '--template', 'guide']);
	expect(plain.out).toBe(brief.out);
	expect(plain.out).not.toBe(guide.out);
});

test.each([
	['nosuch', 'There is no template “nosuch”'],
	['../elsewhere.md', 'keeps the name of a template'],
])('new --template %s is refused and creates nothing', async (template, message) => {
	const sh = await shell();
	const {status, err} = await sh.run(['new', 'x', '--no-open', '--template', template]);
	expect(status).toBe(2);
	expect(err).toContain(message);
	expect(await readdir(sh.directory)).toEqual([]);
});

test('--json prints the id with a schema version', async () => {
	const sh = await shell();
	const {out} = await sh.run(['new', 'x', '--no-open', '--json']);
	expect(JSON.parse(out)).toEqual({schemaVersion: 1, id: '2026-11-20-x-id1'});
});

test('--store says where, before RETRO_STORE', async () => {
	const sh = await shell();
	const {out} = await sh.run(['new', 'x', '--no-open', '--store', 'elsewhere']);
	expect(await readdir(join(sh.directory, 'elsewhere'))).toEqual([`${out.trim()}.json`]);
});

test.each([
	['open', [], {kind: 'walk'}],
	['open', ['--step', 'root cause'], {kind: 'walk', step: 'root-cause'}],
	['open', ['latest', '--step', 'Timeline'], {kind: 'walk', step: 'timeline'}],
	['open', ['--live'], {kind: 'walk', isLive: true}],
])('%s %j in a terminal shows the walk', async (command, words, route) => {
	const sh = await shell();
	const id = await sh.create('One');
	const {status, screens} = await sh.run([command, ...words], {terminal: true});
	expect(status).toBe(0);
	expect(screens).toEqual([{...route, id}]);
});

test.each([
	[['open', '--step', 'timelin'], 'Did you mean timeline?'],
	[['open', 'nothing-like-it'], 'retro list'],
	[['open', '--live', '--step', 'impact'], 'Leave out one of them.'],
	[['new', '--live', '--no-open'], 'Leave out one of them.'],
	[['open', '2026'], '2026-11-20-one-id1'],
])('%j in a terminal ends with 2 and says what there is', async (argv, hint) => {
	const sh = await shell();
	await sh.create('One');
	await sh.create('Two');
	const {status, err, screens} = await sh.run(argv, {terminal: true});
	expect(status).toBe(2);
	expect(err).toContain(hint);
	expect(screens).toEqual([]);
});

test('a mistake in the settings is told before a screen takes the terminal', async () => {
	const sh = await shell();
	await mkdir(join(sh.directory, '.retros'));
	await writeFile(join(sh.directory, '.retros', 'config.json'), '{"lint": {"allow": "deploy"}}');
	const {status, err, screens} = await sh.run(['new'], {terminal: true});
	expect(status).toBe(1);
	expect(err).toContain('lint.allow');
	expect(screens).toEqual([]);
});

test('a live retro is there at once, even without a title, so that others can log into it', async () => {
	const sh = await shell();
	const {screens} = await sh.run(['new', '--live'], {terminal: true});
	expect(screens).toEqual([{kind: 'walk', id: '2026-11-20-id1', isLive: true}]);
	expect((await sh.run(['log', 'cache node drained'])).status).toBe(0);
	expect((await sh.record()).timeline).toMatchObject([{text: 'cache node drained'}]);
});
