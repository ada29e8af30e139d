import {beforeEach, expect, test} from 'vitest';
import {type Shell, shell} from './fixture.ts';

let sh: Shell;
let id: string;
beforeEach(async () => {
	sh = await shell();
	id = await sh.create('Checkout latency');
	await sh.run(['log', '-'], {stdin: '1000 alert fires\n1005 acked\n2:15am PST declared\n'});
});

const times = async (): Promise<string[]> => (await sh.record(id)).timeline.map(({at}) => at.slice(11, 16));

test('moves all entries, says each one, and keeps what was typed', async () => {
	const {status, out, err} = await sh.run(['shift', id, '-3m']);
	expect({status, out}).toEqual({status: 0, out: ''});
	expect(err.trim().split('\n')).toEqual([
		'2026-11-20 10:00 becomes 2026-11-20 09:57 UTC: alert fires',
		'2026-11-20 10:05 becomes 2026-11-20 10:02 UTC: acked',
		'2026-11-20 10:15 becomes 2026-11-20 10:12 UTC: declared',
	]);
	expect((await sh.record(id)).timeline[2]).toMatchObject({typed: '2:15am PST', shifted: -180});
});

test.each([
	[
		['--from', '10:05'],
		['10:00', '10:02', '10:12'],
	],
	[
		['--to', '10:05'],
		['09:57', '10:02', '10:15'],
	],
	[
		['--from', '2:05am PST', '--to', '10:10'],
		['10:00', '10:02', '10:15'],
	],
])('%j chooses', async (flags, expected) => {
	await sh.run(['shift', id, '-3m', ...flags]);
	expect(await times()).toEqual(expected);
});

test('entries can be named, and --json tells what moved', async () => {
	const [first, , last] = (await sh.record(id)).timeline;
	const {out} = await sh.run(['shift', id, '90s', '--entries', `${first?.id}, ${last?.id}`, '--json']);
	expect(JSON.parse(out)).toEqual({
		schemaVersion: 1,
		retro: id,
		by: 90,
		entries: [
			{id: first?.id, from: '2026-11-20T10:00:00Z', to: '2026-11-20T10:01:30Z', text: 'alert fires'},
			{id: last?.id, from: '2026-11-20T10:15:00Z', to: '2026-11-20T10:16:30Z', text: 'declared'},
		],
	});
	expect(await times()).toEqual(['10:01', '10:05', '10:16']);
});

test('--dry-run moves nothing and says so', async () => {
	const {err} = await sh.run(['shift', id, '+1h', '--dry-run']);
	expect(err).toContain('2026-11-20 10:00 would become 2026-11-20 11:00 UTC: alert fires');
	expect(await times()).toEqual(['10:00', '10:05', '10:15']);
});

test.each([
	[['soon'], 2, '-3m, +1h30m, 90s'],
	[['-3m', '--from', 'noon-ish'], 2, 'is no time'],
	[['-3m', '--entries', 'nobody'], 2, 'There is no entry'],
	[['-3m', '--from', '11:00'], 1, 'No entry lies there'],
	[['+9999999d'], 2, 'out of reach'],
])('%j is refused and changes nothing', async (words, status, said) => {
	const result = await sh.run(['shift', id, ...words]);
	expect(result.status).toBe(status);
	expect(result.err).toContain(said);
	expect(await times()).toEqual(['10:00', '10:05', '10:15']);
});
