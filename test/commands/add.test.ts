import {beforeEach, expect, test} from 'vitest';
import {type Shell, shell} from './fixture.ts';

let sh: Shell;
let id: string;
beforeEach(async () => {
	sh = await shell();
	id = await sh.create('Checkout latency');
});

test('each why is asked out of the one before it', async () => {
	await sh.run(['add', id, 'why', 'Why did it crash? Because the CPU spiked']);
	await sh.run(['add', id, 'why', 'a heavy query was run on every request']);
	const [first, second] = (await sh.record(id)).whys;
	expect(first).toMatchObject({
		question: 'Why did it crash?',
		answer: 'the CPU spiked',
		parent: null,
		rootCause: false,
	});
	expect(second).toMatchObject({question: 'Why is it that the CPU spiked?', parent: first?.id});
});

test('--root-cause marks a why, --under branches, and "none" begins anew', async () => {
	await sh.run(['add', id, 'why', 'the CPU spiked']);
	const [first] = (await sh.record(id)).whys;
	await sh.run(['add', id, 'why', 'a heavy query was run']);
	await sh.run(['add', id, 'why', 'the limit was low', '--under', first?.id ?? '', '--root-cause']);
	await sh.run(['add', id, 'why', 'no alert fired', '--under', 'none']);
	const whys = (await sh.record(id)).whys;
	expect(whys.map(({parent}) => parent)).toEqual([null, first?.id, first?.id, null]);
	expect(whys.map(({rootCause}) => rootCause)).toEqual([false, false, true, false]);
});

test.each([
	['factor', (record: Awaited<ReturnType<Shell['record']>>) => record.contributingFactors],
	['went-well', (record: Awaited<ReturnType<Shell['record']>>) => record.lessons.wentWell],
	['Went Wrong', (record: Awaited<ReturnType<Shell['record']>>) => record.lessons.wentWrong],
	['lucky', (record: Awaited<ReturnType<Shell['record']>>) => record.lessons.gotLucky],
])('%s adds a text at the end of its list', async (list, listOf) => {
	await sh.run(['add', id, list, 'Alerts fired at once']);
	await sh.run(['add', id, list, '-'], {stdin: 'The rollback\nwas fast\n'});
	expect(listOf(await sh.record(id)).map(({text}) => text)).toEqual(['Alerts fired at once', 'The rollback was fast']);
});

test('an action item is read from one line, and what was understood is told', async () => {
	const {err} = await sh.run(['add', id, 'action', 'p: Add a canary @infra +2w']);
	expect((await sh.record(id)).actions).toMatchObject([
		{kind: 'prevent', text: 'Add a canary', owner: '@infra', due: '2026-12-04', status: 'open'},
	]);
	expect(err).toContain('Friday 2026-12-04');
});

test('--json prints the id of what was added', async () => {
	const {out} = await sh.run(['add', id, 'lucky', 'It was a Sunday', '--json']);
	const [note] = (await sh.record(id)).lessons.gotLucky;
	expect(JSON.parse(out)).toEqual({schemaVersion: 1, retro: id, id: note?.id});
});

test.each([
	[['luck', 'x'], 'LIST cannot be “luck”', 'Did you mean lucky?'],
	[['lucky', ''], 'The lucky to add is empty', ''],
	[['why', 'Why did it crash?'], 'There is no answer', 'Because'],
	[['why', 'x', '--under', 'zz'], 'There is no why “zz”', ''],
	[['lucky', 'x', '--root-cause'], '--root-cause and --under are for a why', ''],
	[['action', 'Add a canary @infra'], 'what kind of action', 'prevent:'],
	[['action', 'prevent: @infra 2026-12-01'], 'what to do', ''],
	[['action', 'prevent: Add a canary @infra 2026-13-45'], '2026-13-45', '+2w'],
])('add %j is refused, and adds nothing', async (words, message, hint) => {
	const before = await sh.record(id);
	const {status, err} = await sh.run(['add', id, ...words]);
	expect(status).toBe(2);
	expect(err).toContain(message);
	expect(err).toContain(hint);
	expect(await sh.record(id)).toEqual(before);
});
