/** Every retro out of one store, and into another. */
import {mkdir, readdir, readFile, stat, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeEach, describe, expect, test} from 'vitest';
import {type Shell, shell} from './fixture.ts';

let sh: Shell;
let ids: string[];
beforeEach(async () => {
	sh = await shell();
	ids = [await sh.create('Checkout latency'), await sh.create('Disk full'), await sh.create('Old one')];
	await sh.run(['archive', ids[2] ?? '']);
});

const at = (...names: string[]) => join(sh.directory, ...names);

async function backedUp(): Promise<void> {
	expect((await sh.run(['export', '--all', 'backup'])).status).toBe(0);
}

async function listedIn(store: string, ...flags: string[]): Promise<string[]> {
	const {out} = await sh.run(['list', '--json', '--store', store, ...flags]);
	return (JSON.parse(out) as {retros: {id: string}[]}).retros.map(({id}) => id).sort();
}

describe('retro export --all', () => {
	test('writes every retro, the archived ones too, and says what there is', async () => {
		const {err, status} = await sh.run(['export', '--all', 'backup']);
		expect(status).toBe(0);
		expect(err).toContain('Wrote 3 retros, 1 from the archive, and incident-retro-backup.json into “backup”.');
		expect((await readdir(at('backup'), {recursive: true})).sort()).toEqual(
			[
				`${ids[0]}.json`,
				`${ids[1]}.json`,
				'archive',
				join('archive', `${ids[2]}.json`),
				'incident-retro-backup.json',
			].sort(),
		);
		const manifest = JSON.parse(await readFile(at('backup', 'incident-retro-backup.json'), 'utf8')) as object;
		expect(manifest).toMatchObject({
			schemaVersion: 1,
			madeAt: '2026-11-20T10:30:00Z',
			retros: expect.arrayContaining([
				{id: ids[2], title: 'Old one', file: `archive/${ids[2]}.json`, archived: true},
			]) as unknown,
		});
	});

	test.runIf(process.platform !== 'win32')('writes for nobody else to read', async () => {
		await backedUp();
		expect((await stat(at('backup'))).mode & 0o077).toBe(0);
		expect((await stat(at('backup', `${ids[0]}.json`))).mode & 0o077).toBe(0);
	});

	test('leaves a directory alone in which something lies, unless it is forced to', async () => {
		await mkdir(at('backup'));
		await writeFile(at('backup', 'mine.txt'), 'mine');
		expect(await sh.run(['export', '--all', 'backup'])).toMatchObject({
			status: 1,
			err: expect.stringContaining('is not empty') as string,
		});
		expect(await readdir(at('backup'))).toEqual(['mine.txt']);
		expect((await sh.run(['export', '--all', 'backup', '--force'])).status).toBe(0);
		expect(await readFile(at('backup', 'mine.txt'), 'utf8')).toBe('mine');
	});

	test.each([
		['the directory', async () => symlink(at('elsewhere'), at('backup'))],
		[
			'a file in it',
			async () => {
				await mkdir(at('backup'));
				await symlink(at('elsewhere', 'secret'), at('backup', `${ids[0]}.json`));
			},
		],
		[
			'the archive in it',
			async () => {
				await mkdir(at('backup'));
				await symlink(at('elsewhere'), at('backup', 'archive'));
			},
		],
	])('follows no link that was planted as %s', async (_where, plant) => {
		await mkdir(at('elsewhere'));
		await writeFile(at('elsewhere', 'secret'), 'secret');
		await plant();
		expect((await sh.run(['export', '--all', 'backup', '--force'])).status).toBe(1);
		expect(await readdir(at('elsewhere'))).toEqual(['secret']);
		expect(await readFile(at('elsewhere', 'secret'), 'utf8')).toBe('secret');
	});

	test('takes what cannot be read along byte for byte, and says so', async () => {
		await writeFile(at('.retros', `${ids[1]}.json`), '{"half');
		const {err, status} = await sh.run(['export', '--all', 'backup']);
		expect(status).toBe(1);
		expect(err).toContain(`Not readable, and copied as it is: “unreadable/${ids[1]}.json”`);
		expect(await readFile(at('backup', 'unreadable', `${ids[1]}.json`), 'utf8')).toBe('{"half');
	});

	test.each([[['latest']], [['--output', 'x.md']], [['--format', 'md']]])('with %j is wrong use', async (more) => {
		expect(await sh.run(['export', '--all', 'backup', ...more])).toMatchObject({status: 2});
	});
});

describe('retro import of such a directory', () => {
	test('takes all in where nothing is, to the entry', async () => {
		await backedUp();
		const {err, status} = await sh.run(['import', 'backup', '--store', 'copy']);
		expect(status).toBe(0);
		expect(err).toBe('Took in 3 retros, 1 of them into the archive.\n');
		expect(await listedIn('copy')).toEqual(await listedIn('.retros'));
		expect(await listedIn('copy', '--archived')).toEqual([ids[2]]);
		for (const id of ids) {
			const [here, there] = await Promise.all(
				['.retros', 'copy'].map(async (store) => (await sh.run(['export', id, '--json', '--store', store])).out),
			);
			expect(there).toBe(here);
		}
	});

	test('takes nothing in that is there already', async () => {
		await backedUp();
		const {err} = await sh.run(['import', 'backup']);
		expect(err).toBe('Took in 0 retros.\nAlready here with the same content: 3 retros.\n');
	});

	test('keeps both where the content differs, once', async () => {
		await backedUp();
		await sh.run(['set', ids[0] ?? '', 'title', 'Changed since']);
		const {out} = await sh.run(['import', 'backup', '--json']);
		const {retros} = JSON.parse(out) as {retros: {id: string; outcome: string; as: string}[]};
		const renamed = retros.find(({id}) => id === ids[0]);
		expect(renamed?.outcome).toBe('renamed');
		expect((await sh.record(ids[0])).title).toBe('Changed since');
		expect((await sh.record(renamed?.as)).title).toBe('Checkout latency');
		expect((await sh.run(['import', 'backup'])).err).toBe(
			'Took in 0 retros.\nAlready here with the same content: 3 retros.\n',
		);
	});

	test('--dry-run changes nothing', async () => {
		await backedUp();
		await sh.run(['set', ids[0] ?? '', 'title', 'Changed since']);
		const {err} = await sh.run(['import', 'backup', '--dry-run']);
		expect(err).toContain('this one would get a new id');
		expect(await listedIn('.retros')).toHaveLength(2);
		expect((await sh.run(['import', 'backup', '--dry-run', '--store', 'copy'])).err).toContain(
			'Would take in 3 retros',
		);
		expect(await readdir(sh.directory)).not.toContain('copy');
	});

	test('leaves out what is broken, and takes the rest in', async () => {
		await backedUp();
		await writeFile(at('backup', `${ids[0]}.json`), '{"half');
		const {err, status} = await sh.run(['import', 'backup', '--store', 'copy']);
		expect(status).toBe(1);
		expect(err).toContain(`Left out “${ids[0]}.json”: It is no retro`);
		expect(await listedIn('copy')).toEqual([ids[1]]);
	});

	test('knows a directory of retros without a manifest', async () => {
		const {err} = await sh.run(['import', '.retros', '--store', 'copy']);
		expect(err).toBe('Took in 3 retros, 1 of them into the archive.\n');
	});

	test('follows no link and no name that leads out of it', async () => {
		await backedUp();
		await writeFile(at('secret.json'), await readFile(at('backup', `${ids[0]}.json`), 'utf8'));
		const path = at('backup', 'incident-retro-backup.json');
		const manifest = await readFile(path, 'utf8');
		await writeFile(path, manifest.replace(`"${ids[0]}.json"`, '"../secret.json"'));
		expect(await sh.run(['import', 'backup', '--store', 'copy'])).toMatchObject({status: 1});
		await writeFile(path, manifest.replace(`"${ids[0]}.json"`, '"link.json"'));
		await symlink(at('secret.json'), at('backup', 'link.json'));
		expect((await sh.run(['import', 'backup', '--store', 'copy'])).err).toContain('Left out “link.json”');
		expect(await listedIn('copy')).toEqual([ids[1]]);
	});

	test('leaves other directories to those who know them', async () => {
		await mkdir(at('export'));
		await writeFile(at('export', 'users.json'), '[{"id": "U1", "profile": {}}]');
		expect((await sh.run(['import', 'export'])).err).toContain('is a directory');
	});
});
