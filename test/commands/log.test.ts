import {beforeEach, expect, test} from 'vitest';
import {type Shell, shell} from './fixture.ts';

let sh: Shell;
let id: string;
beforeEach(async () => {
	sh = await shell();
	id = await sh.create('Checkout latency');
});

async function entries(): Promise<(readonly [string, string])[]> {
	return (await sh.record(id)).timeline.map(({at, text}) => [at, text]);
}

test('one argument goes to the retro last worked on', async () => {
	const {status, out, err} = await sh.run(['log', '1005 on-call acked']);
	expect({status, out}).toEqual({status: 0, out: ''});
	expect(err).toContain('2026-11-20 10:05 UTC');
	expect(await entries()).toEqual([['2026-11-20T10:05:00Z', 'on-call acked']]);
});

test('an entry without a time is of now', async () => {
	await sh.run(['log', id, 'cache node drained'], {now: '2026-11-20T10:41:07Z'});
	expect(await entries()).toEqual([['2026-11-20T10:41:07Z', 'cache node drained']]);
});

test('relative times, also one that begins with a hyphen', async () => {
	await sh.run(['log', '1005 page']);
	await sh.run(['log', '+5 acked']);
	await sh.run(['log', '-5m status page updated']);
	await sh.run(['log', id, '-10m queue drained']);
	expect(await entries()).toEqual([
		['2026-11-20T10:05:00Z', 'page'],
		['2026-11-20T10:10:00Z', 'acked'],
		['2026-11-20T10:25:00Z', 'status page updated'],
		['2026-11-20T10:20:00Z', 'queue drained'],
	]);
});

test('what was typed in another zone is kept beside the time in UTC', async () => {
	const {err} = await sh.run(['log', '2:51am PST error budget page closes']);
	expect((await sh.record(id)).timeline).toMatchObject([{at: '2026-11-20T10:51:00Z', typed: '2:51am PST'}]);
	expect(err).toContain('PST is UTC-8');
});

test('numbers that are no time are text', async () => {
	await sh.run(['log', '5xx errors above 3 %']);
	expect(await entries()).toEqual([['2026-11-20T10:30:00Z', '5xx errors above 3 %']]);
});

test('- takes a line an entry, tells of each that is refused, and keeps the good ones', async () => {
	const stdin = '1000 page\n\n25:61 nonsense\r\n+5 acked\n10:20 IST hm\n1030 drained';
	const {status, err} = await sh.run(['log', id, '-'], {stdin});
	expect(status).toBe(1);
	expect(err).toContain('Line 3 is left out');
	expect(err).toContain('Line 5 is left out');
	expect(await entries()).toEqual([
		['2026-11-20T10:00:00Z', 'page'],
		['2026-11-20T10:05:00Z', 'acked'],
		['2026-11-20T10:30:00Z', 'drained'],
	]);
});

test('lines are there as soon as they arrive, wherever the pieces are cut', async () => {
	const seen: number[] = [];
	async function* pieces(): AsyncGenerator<Uint8Array> {
		yield Buffer.from('1000 pa');
		yield Buffer.from('ge\n1005 caf');
		seen.push((await entries()).length);
		yield Buffer.from([0xc3]);
		yield Buffer.from([0xa9, 0x0d]);
		yield Buffer.from('\n1010 end\n');
	}
	await sh.run(['log', '-'], {stdin: pieces()});
	expect(seen).toEqual([1]);
	expect((await entries()).map(([, text]) => text)).toEqual(['page', 'café', 'end']);
});

test('--json prints what was added', async () => {
	const {out} = await sh.run(['log', '1005 acked', '--json']);
	const {timeline} = await sh.record(id);
	expect(JSON.parse(out)).toEqual({
		schemaVersion: 1,
		retro: id,
		entries: [{id: timeline[0]?.id, at: '2026-11-20T10:05:00Z', text: 'acked'}],
	});
});

test('blameful wording is told, and does not fail', async () => {
	const {status, err} = await sh.run(['log', '1005 Bob should have checked the config']);
	expect(status).toBe(0);
	expect(err).toMatch(/warning:|nudge:/);
});

test.each([
	[['log', '25:61 x'], 2, '25:61'],
	[['log', '10:05 IST acked'], 2, 'IST'],
	[['log', '1005'], 2, 'no text'],
	[['log', ''], 2, 'empty'],
	[['log', 'latest'], 2, 'needs an ENTRY'],
	[['log', '2026-11-20-checkout-latency-id1'], 2, 'needs an ENTRY'],
	[['log', '1005', 'on-call', 'acked'], 2, 'in quotes'],
	[['log', '-'], 1, 'Standard input is empty'],
])('%j is refused, and adds nothing', async (argv, expected, message) => {
	const {status, err} = await sh.run(argv);
	expect(status).toBe(expected);
	expect(err).toContain(message);
	expect(await entries()).toEqual([]);
});

test('an entry that was logged before is told, and so is one long after the end', async () => {
	await sh.run(['set', id, 'impact.start', '2026-11-20 10:00']);
	await sh.run(['set', id, 'impact.end', '2026-11-20 10:47']);
	await sh.run(['log', id, '1005 on-call acked']);
	const twice = await sh.run(['log', id, '1006 On-call acked.']);
	expect(twice).toMatchObject({status: 0, out: ''});
	expect(twice.err).toContain('10:06 says the same as the entry at 10:05.');
	const late = await sh.run(['log', id, '2205 half of the pods go away']);
	expect(late.err).toContain('22:05 lies 11h 18m after the end of the impact.');
	const fine = await sh.run(['log', id, '1010 rolled back']);
	expect(fine.err.trim().split('\n')).toHaveLength(1);
});

test('a TODO in an entry is an action item as well, and said so', async () => {
	const {err} = await sh.run(['log', '1005 queue drained. TODO: detect: alert on its age @infra 2026-12-01']);
	expect(err).toContain('An action item as well: DETECT · @infra');
	const {timeline, actions} = await sh.record(id);
	expect(timeline).toHaveLength(1);
	expect(actions).toMatchObject([{kind: 'detect', text: 'alert on its age', owner: '@infra', due: '2026-12-01'}]);
});

test('each line of several may have its own', async () => {
	await sh.run(['log', '-'], {stdin: 'a TODO: cap the retries\nb TODO: shed load\n'});
	expect((await sh.record(id)).actions.map(({text}) => text)).toEqual(['cap the retries', 'shed load']);
});
