/** Into the trash and back, into the archive and back. */
import {readdir, readFile, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeEach, describe, expect, test} from 'vitest';
import {type Shell, shell} from './fixture.ts';

let sh: Shell;
let id: string;
beforeEach(async () => {
	sh = await shell();
	id = await sh.create('Checkout latency', '--severity', 'sev2');
});

function inStore(...names: string[]): string {
	return join(sh.directory, '.retros', ...names);
}

async function listed(...flags: string[]): Promise<string[]> {
	const {out} = await sh.run(['list', '--json', ...flags]);
	return (JSON.parse(out) as {retros: {id: string}[]}).retros.map((retro) => retro.id);
}

describe('retro delete', () => {
	test('asks, and does nothing without a yes', async () => {
		const {err, status} = await sh.run(['delete', id], {terminal: true, answer: '\n'});
		expect(status).toBe(0);
		expect(err).toContain(`Delete ${id} (Checkout latency)? [y/N] Nothing was changed.`);
		expect(await listed()).toEqual([id]);
		await sh.run(['delete', id], {terminal: true, answer: 'y\n'});
		expect(await listed()).toEqual([]);
	});

	test('without a terminal wants --yes', async () => {
		expect(await sh.run(['delete', id])).toMatchObject({status: 2, err: expect.stringContaining('--yes') as string});
		expect(await listed()).toEqual([id]);
	});

	test('moves the retro to the trash, from where it comes back as it was', async () => {
		const before = await readFile(inStore(`${id}.json`), 'utf8');
		const {err, status} = await sh.run(['delete', id, '--yes']);
		expect(status).toBe(0);
		expect(err).toBe(`Deleted ${id}.\nTo bring it back: retro delete --restore ${id}\n`);
		expect((await readdir(inStore())).filter((name) => name.includes(id))).toEqual([]);
		expect((await sh.run(['delete', '--list'])).out).toMatch(
			/^RETRO +DELETED +TITLE\n\S+ {2}2026-11-20 10:30 UTC {2}Checkout latency\n$/,
		);
		expect((await sh.run(['delete', '--restore', id.slice(0, -2)])).err).toBe(`Brought back ${id}.\n`);
		expect(await readFile(inStore(`${id}.json`), 'utf8')).toBe(before);
		expect((await sh.run(['delete', '--list'])).err).toBe('The trash is empty.\n');
	});

	test('keeps the copy where nobody else can read it, and outside the team’s directory', async () => {
		const {out} = await sh.run(['delete', id, '--yes', '--json']);
		const {deleted} = JSON.parse(out) as {deleted: {file: string; title: string}[]};
		const file = deleted[0]?.file ?? '';
		expect(file.startsWith(join(sh.directory, 'state'))).toBe(true);
		expect((await stat(file)).mode & 0o077).toBe(0);
	});

	test('--restore never takes the place of another', async () => {
		await sh.run(['delete', id, '--yes']);
		const {out} = await sh.run(['delete', '--list', '--json']);
		const [copy] = (JSON.parse(out) as {deleted: {file: string}[]}).deleted;
		const text = await readFile(copy?.file ?? '', 'utf8');
		await writeFile(inStore(`${id}.json`), text.replace('Checkout latency', 'Another'));
		expect(await sh.run(['delete', '--restore'])).toMatchObject({
			status: 1,
			err: expect.stringContaining(`There is a retro ${id} already`) as string,
		});
		expect((await sh.record(id)).title).toBe('Another');
		expect((await sh.run(['delete', '--list'])).out).toContain('Checkout latency');
	});

	test('of an id that was deleted twice brings the last one back first', async () => {
		await sh.run(['delete', id, '--yes']);
		await sh.run(['delete', '--restore']);
		await sh.run(['set', id, 'title', 'Second']);
		await sh.run(['delete', id, '--yes'], {now: '2026-11-20T11:00:00Z'});
		await sh.run(['delete', '--restore', id]);
		expect((await sh.record(id)).title).toBe('Second');
	});

	test('takes a file that cannot be read to the trash byte for byte, and back', async () => {
		const broken = '{"half": "a rec';
		await writeFile(inStore(`${id}.json`), broken);
		expect((await sh.run(['delete', id, '--yes'])).status).toBe(0);
		expect((await sh.run(['delete', '--list'])).out).toContain('(unreadable)');
		await sh.run(['delete', '--restore', id]);
		expect(await readFile(inStore(`${id}.json`), 'utf8')).toBe(broken);
	});

	test('leaves the versions, so that those of a retro that comes back go on', async () => {
		await sh.run(['set', id, 'title', 'Slow'], {now: '2026-11-20T12:00:00Z'});
		await sh.run(['delete', id, '--yes'], {now: '2026-11-20T13:00:00Z'});
		await sh.run(['delete', '--restore'], {now: '2026-11-20T13:00:00Z'});
		expect((await sh.run(['history', id], {now: '2026-11-20T13:00:00Z'})).out.trim().split('\n')).toHaveLength(3);
	});

	test('--for-good leaves neither a copy nor a version', async () => {
		await sh.run(['set', id, 'title', 'Slow']);
		await sh.run(['delete', id, '--yes']);
		expect((await sh.run(['delete', id, '--for-good', '--yes'])).err).toBe(`Deleted ${id} for good.\n`);
		expect((await sh.run(['delete', '--list'])).err).toBe('The trash is empty.\n');
		const left = await readdir(join(sh.directory, 'state'), {recursive: true});
		expect(left.filter((name) => name.includes(id))).toEqual([]);
	});

	test.each([
		[['delete'], 'needs a RETRO', 2],
		[['delete', 'nothing', '--yes'], 'There is no retro', 2],
		[['delete', '--restore'], 'The trash is empty', 1],
		[['delete', '--restore', 'nothing'], 'in the trash', 2],
	])('%j says what is wrong', async (argv, message, status) => {
		expect(await sh.run(argv)).toMatchObject({status, err: expect.stringContaining(message) as string});
	});
});

describe('retro archive', () => {
	test('takes a retro out of the list and leaves it to be read', async () => {
		const {err} = await sh.run(['archive', id]);
		expect(err).toBe(`Archived ${id}.\nTo bring it back: retro archive --restore ${id}\n`);
		expect(await listed()).toEqual([]);
		expect(await listed('--archived')).toEqual([id]);
		expect((await sh.run(['show', id])).out).toContain('Checkout latency');
		expect(await readdir(inStore('archive'))).toEqual([`${id}.json`]);
	});

	test('is named where nothing else is left to show', async () => {
		await sh.run(['archive', id]);
		const named = 'All retros are in the archive: "retro list --archived" shows them.\n';
		expect(await sh.run(['list'])).toMatchObject({status: 0, err: named});
		expect(await sh.run(['stats'])).toMatchObject({status: 0, err: named});
		expect(await sh.run(['show', 'latest'])).toMatchObject({
			status: 2,
			err: expect.stringContaining('All retros are in the archive') as string,
		});
	});

	test('leaves the record as it is, to the byte, there and back', async () => {
		const before = await readFile(inStore(`${id}.json`), 'utf8');
		await sh.run(['archive', id]);
		expect(await readFile(inStore('archive', `${id}.json`), 'utf8')).toBe(before);
		expect((await sh.run(['archive', '--restore', id])).err).toBe(`${id} is back among the others.\n`);
		expect(await readFile(inStore(`${id}.json`), 'utf8')).toBe(before);
		expect(await listed('--archived')).toEqual([]);
	});

	test('lets nobody change what is in it, and says how to', async () => {
		await sh.run(['archive', id]);
		expect(await sh.run(['set', id, 'title', 'Other'])).toMatchObject({
			status: 1,
			err: expect.stringContaining(`retro archive --restore ${id}`) as string,
		});
	});

	test('gives what is in it to the trash as well', async () => {
		await sh.run(['archive', id]);
		await sh.run(['delete', id, '--yes']);
		expect(await listed('--archived')).toEqual([]);
		await sh.run(['delete', '--restore']);
		expect(await listed()).toEqual([id]);
	});

	test.each([
		[['archive', 'nothing'], 'There is no retro', 2],
		[['archive', '--restore', 'nothing'], 'There is no retro', 2],
	])('%j says what is wrong', async (argv, message, status) => {
		expect(await sh.run(argv)).toMatchObject({status, err: expect.stringContaining(message) as string});
	});

	test('twice says that it is there already', async () => {
		await sh.run(['archive', id]);
		expect(await sh.run(['archive', id])).toMatchObject({
			status: 1,
			err: expect.stringContaining('in the archive already') as string,
		});
		expect((await sh.run(['list', '--archived', '--query', 'nothing'])).err).toBe('No retro is like that.\n');
	});
});
