import {readdir, stat, truncate, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeEach, describe, expect, test} from 'vitest';
import {stateDirectory} from '../../../source/store/state-location.ts';
import {type Versions, versionsIn} from '../../../source/store/versions/versions.ts';
import type {Instant} from '../../../source/time/instant.ts';
import {created, id, later, sample, temporaryDirectory} from '../fixture.ts';

let directory: string;
let versions: Versions;
beforeEach(async () => {
	directory = await temporaryDirectory();
	versions = versionsIn(join(directory, 'state'), directory, () => later);
});

function write(digest: string, number?: number): Promise<number> {
	const head = {began: created, at: later, by: ['open'], changed: 'Title', digest};
	return versions.write(id, head, {retro: sample({title: digest}), steps: []}, number);
}

async function pathOf(number: number): Promise<string> {
	return join(await versions.directoryOf(id), `${String(number).padStart(6, '0')}.version`);
}

describe('versions', () => {
	test('are numbered as they come, and hold the whole record', async () => {
		await write('one');
		await write('two');
		expect((await versions.list(id)).map(({number, digest}) => [number, digest])).toEqual([
			[1, 'one'],
			[2, 'two'],
		]);
		expect((await versions.load(id, 2))?.retro).toEqual(sample({title: 'two'}));
		expect(await versions.load(id, 3)).toBeUndefined();
	});

	test('get numbers of their own when they are written at the same time', async () => {
		const numbers = await Promise.all(['a', 'b', 'c', 'd'].map((digest) => write(digest)));
		expect(numbers.sort()).toEqual([1, 2, 3, 4]);
		expect(await versions.list(id)).toHaveLength(4);
	});

	test('are replaced under their number', async () => {
		await write('one');
		await write('two', 1);
		expect((await versions.list(id)).map(({number, digest}) => [number, digest])).toEqual([[1, 'two']]);
	});

	test.runIf(process.platform !== 'win32')('are for nobody else to read', async () => {
		await write('one');
		expect((await stat(await pathOf(1))).mode & 0o777).toBe(0o600);
		expect((await stat(await versions.directoryOf(id))).mode & 0o777).toBe(0o700);
		expect((await stat(join(directory, 'state'))).mode & 0o777).toBe(0o700);
	});

	test('that are damaged are left out, and the others stay', async () => {
		await write('one');
		await write('two');
		await write('three');
		await truncate(await pathOf(2), 0);
		await writeFile(await pathOf(3), 'no version at all');
		expect((await versions.list(id)).map(({number}) => number)).toEqual([1]);
		await truncate(await pathOf(1), (await stat(await pathOf(1))).size - 10);
		expect(await versions.load(id, 1)).toBeUndefined();
		expect(await write('four')).toBe(4);
	});

	test('of one directory of retros are not those of another', async () => {
		await write('one');
		const other = versionsIn(join(directory, 'state'), join(directory, 'other'), () => later);
		expect(await other.list(id)).toEqual([]);
	});

	test('can be forgotten', async () => {
		await write('one');
		await versions.forget(id);
		expect(await versions.list(id)).toEqual([]);
		await versions.forget(id);
	});

	test('never lead out of their directory', async () => {
		await expect(versions.directoryOf('../../etc')).rejects.toThrow('not the id of a retro');
	});

	test('that were cut short while they were written are cleared away by and by', async () => {
		await write('one');
		const home = await versions.directoryOf(id);
		await writeFile(join(home, '.000002.version.0123456789ab.retro-tmp'), 'half');
		await writeFile(join(home, '000002.version'), '');
		const muchLater = versionsIn(join(directory, 'state'), directory, () => '2036-11-20T11:00:00Z' as Instant);
		await muchLater.write(
			id,
			{began: created, at: later, by: ['open'], changed: '', digest: 'x'},
			{retro: sample(), steps: []},
		);
		expect((await readdir(home)).filter((file) => !file.startsWith('000001'))).toEqual(['000003.version']);
	});
});

describe('the state directory', () => {
	const home = '/home/ada';

	test.each([
		['linux', {}, '/home/ada/.local/state/incident-retro'],
		['linux', {XDG_STATE_HOME: '/state'}, '/state/incident-retro'],
		['linux', {XDG_STATE_HOME: 'relative'}, '/home/ada/.local/state/incident-retro'],
		['darwin', {}, '/home/ada/Library/Application Support/incident-retro-state'],
		['win32', {LOCALAPPDATA: '/local'}, '/local/incident-retro-state'],
	] as const)('on %s with %j is %s', (platform, env, expected) => {
		expect(stateDirectory({platform, env, home})).toBe(expected);
	});
});
