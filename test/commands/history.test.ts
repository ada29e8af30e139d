/** Looking at the versions of a retro, and taking one back. */
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeEach, describe, expect, test} from 'vitest';
import {append, setField} from '../../source/retro/edit.ts';
import {newRetro} from '../../source/retro/new-retro.ts';
import {openKeptStore} from '../../source/store/kept-store.ts';
import type {KeptStore} from '../../source/store/versions/kept-versions.ts';
import type {Instant} from '../../source/time/instant.ts';
import {type Shell, shell} from './fixture.ts';

let sh: Shell;
let id: string;
beforeEach(async () => {
	sh = await shell();
	id = '2026-11-20-checkout-latency-k3x9';
	const at = (time: string): Instant => `2026-11-20T${time}:00Z` as Instant;
	await script('new', at('10:30'), (store) =>
		store.create(newRetro({id, now: at('10:30'), title: 'Checkout latency'})),
	);
	await script('set', at('12:00'), summary('Checkout was down. It came back.'));
	await script('log', at('15:00'), (store) =>
		store.update(id, (retro) => append(retro, 'timeline', {id: 'a', at: at('10:05'), text: 'on-call acked'})),
	);
	await script('set', at('18:00'), summary('Checkout was slow. It came back.'));
});

/** What a command does to the store of the shell. */
async function script(by: string, now: Instant, work: (store: KeptStore) => Promise<unknown>): Promise<void> {
	const {directory} = sh;
	const store = openKeptStore(
		{directory: join(directory, '.retros'), kind: 'repository'},
		{
			...{now: () => now, randomId: () => 'x', temporaryDirectory: directory},
			...{env: {XDG_STATE_HOME: join(directory, 'state')}, home: directory, platform: 'linux', by},
		},
	);
	await work(store);
	await store.settle();
}

function summary(text: string): (store: KeptStore) => Promise<unknown> {
	return (store) => store.update(id, (retro) => setField(retro, 'summary', text));
}

const evening = {now: '2026-11-20T19:00:00Z'};

describe('retro history', () => {
	test('prints the versions, the newest first', async () => {
		const {out, status} = await sh.run(['history', id], evening);
		expect(status).toBe(0);
		expect(out.split('\n')).toEqual([
			'VERSION  WHEN                  TOOK  BY   CHANGED',
			'4        2026-11-20 18:00 UTC        set  Summary',
			'3        2026-11-20 15:00 UTC        log  Timeline +1',
			'2        2026-11-20 12:00 UTC        set  Summary',
			'1        2026-11-20 10:30 UTC        new  the first that was kept',
			'',
		]);
	});

	test('prints JSON for scripts', async () => {
		const {out} = await sh.run(['history', 'latest', '--json', '--limit', '1'], evening);
		expect(JSON.parse(out)).toMatchObject({
			schemaVersion: 1,
			retro: id,
			directory: expect.stringContaining('history'),
			versions: [{version: 4, at: '2026-11-20T18:00:00Z', by: ['set'], changed: 'Summary', current: true}],
		});
	});

	test('of a retro that is not there ends with 2', async () => {
		expect(await sh.run(['history', 'nothing'])).toMatchObject({status: 2});
	});
});

describe('retro diff', () => {
	test('says what changed last, sentence and words', async () => {
		const {out, err} = await sh.run(['diff', id], evening);
		expect(err).toBe('From version 3 (2026-11-20 15:00 UTC) to version 4 (2026-11-20 18:00 UTC):\n');
		expect(out).toBe('Summary: ~ 1 sentence changed\n  Checkout was [-down.-]{+slow.+} It came back.\n');
	});

	test('says what changed since a version', async () => {
		const {out} = await sh.run(['diff', id, '2'], evening);
		expect(out.split('\n').slice(2)).toEqual(['Timeline: + 10:05 on-call acked', '']);
	});

	test('says what changed from one version to another', async () => {
		expect((await sh.run(['diff', id, '3', '2'], evening)).out).toBe('Timeline: - 10:05 on-call acked\n');
		expect((await sh.run(['diff', id, '2', '2'], evening)).err).toContain('Nothing changed.');
	});

	test('prints JSON for scripts', async () => {
		const {out} = await sh.run(['diff', id, '2', '3', '--json'], evening);
		expect(JSON.parse(out)).toEqual({
			schemaVersion: 1,
			retro: id,
			from: 2,
			to: 3,
			differences: [{part: 'Timeline', kind: 'added', note: null, words: [{kind: 'new', text: '10:05 on-call acked'}]}],
		});
	});

	test('of the first version has nothing to hold it against', async () => {
		const only = await sh.create('Alone');
		const {err, status} = await sh.run(['diff', only]);
		expect(status).toBe(0);
		expect(err).toContain('one version only');
	});

	test.each([
		['99', 'There is no version 99', 1],
		['yesterday', 'A version is a number', 2],
	])('of version %s ends with what is wrong', async (typed, message, status) => {
		expect(await sh.run(['diff', id, typed], evening)).toMatchObject({
			status,
			err: expect.stringContaining(message) as string,
		});
	});

	test('lets no control characters of a record reach the terminal', async () => {
		const json = (await sh.run(['export', id, '--format', 'json'])).out;
		const file = join(sh.directory, '.retros', `${id}.json`);
		await writeFile(file, json.replace('was slow', 'was \\u001b[2Jslow'));
		const {out} = await sh.run(['diff', id], evening);
		expect(out).toContain('slow');
		expect(out).not.toContain('\u001B');
	});
});

describe('retro restore', () => {
	test('takes a version back, and says how to undo that', async () => {
		const {err, status} = await sh.run(['restore', id, '2'], evening);
		expect(status).toBe(0);
		expect(err).toContain('Took back version 2 (2026-11-20 12:00 UTC): Summary, Timeline -1');
		expect(err).toContain(`To undo that: retro restore ${id} 4`);
		expect(await sh.record(id)).toMatchObject({summary: 'Checkout was down. It came back.', timeline: []});
	});

	test('is a version of its own, and is undone by the one before it', async () => {
		await sh.run(['restore', id, '2'], evening);
		expect((await sh.run(['history', id], evening)).out.split('\n')[1]).toContain('restore  Summary, Timeline -1');
		await sh.run(['restore', id, '4'], evening);
		expect(await sh.record(id)).toMatchObject({
			summary: 'Checkout was slow. It came back.',
			timeline: [{text: 'on-call acked'}],
		});
	});

	test('keeps what is there in no version yet', async () => {
		const file = join(sh.directory, '.retros', `${id}.json`);
		await writeFile(file, (await readFile(file, 'utf8')).replace('was slow', 'was not there'));
		const {err} = await sh.run(['restore', id, '2'], evening);
		expect(err).toContain(`To undo that: retro restore ${id} 5`);
		await sh.run(['restore', id, '5'], evening);
		expect((await sh.record(id)).summary).toBe('Checkout was not there. It came back.');
	});

	test('of what is there already changes nothing', async () => {
		const before = (await sh.record(id)).updatedAt;
		const {err, status} = await sh.run(['restore', id, '4'], evening);
		expect(status).toBe(0);
		expect(err).toContain('Nothing was changed');
		expect((await sh.record(id)).updatedAt).toBe(before);
	});
});
