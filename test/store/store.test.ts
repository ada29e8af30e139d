import {existsSync} from 'node:fs';
import {chmod, mkdir, readFile, rm, stat, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {Problem} from '../../source/problem.ts';
import {append, setField} from '../../source/retro/edit.ts';
import {printRetro} from '../../source/store/record/layout.ts';
import {openStore} from '../../source/store/store.ts';
import type {Instant} from '../../source/time/instant.ts';
import {asOrdinaryUser, problemOf} from './failing.ts';
import {
	created,
	entry,
	id,
	later,
	names,
	pathOf,
	put,
	sample,
	storeIn,
	storeWith,
	temporaryDirectory,
	textOf,
} from './fixture.ts';

describe('a retro in the store', () => {
	test('is read as it was created', async () => {
		const store = await storeWith(sample());
		expect(await store.load(id)).toEqual(sample());
	});

	test('is not created over another of its id', async () => {
		const store = await storeWith(sample());
		const problem = await problemOf(store.create(sample({title: 'Another'})));
		expect(problem.message).toBe(`There is a retro ${id} already`);
		expect(await store.load(id)).toEqual(sample());
	});

	test('is changed on disk when an update resolves, with the time of the change', async () => {
		const store = await storeWith(sample());
		const updated = await store.update(id, (retro) => setField(retro, 'title', 'Slow checkout'));
		expect(updated).toMatchObject({title: 'Slow checkout', updatedAt: later});
		expect(await storeIn(store.directory).load(id)).toEqual(updated);
		expect(await names(store.directory)).toEqual([`${id}.json`]);
	});

	test('does not become older when the clock was set back', async () => {
		const store = await storeWith(sample({updatedAt: '2027-01-01T00:00:00Z' as Instant}));
		const updated = await store.update(id, (retro) => setField(retro, 'title', 'x'));
		expect(updated.updatedAt).toBe('2027-01-01T00:00:00Z');
	});

	test('is not written when an update has nothing to change', async () => {
		const store = await storeWith(sample());
		const before = await stat(pathOf(store));
		await store.update(id, () => undefined);
		expect((await stat(pathOf(store))).ino).toBe(before.ino);
	});

	test('keeps its unknown fields through an update', async () => {
		const store = await storeWith({...sample(), future: {a: 1}});
		await store.update(id, (retro) => setField(retro, 'title', 'x'));
		expect(await store.load(id)).toMatchObject({future: {a: 1}});
	});

	test('loses nothing when twenty updates come at once', async () => {
		const store = await storeWith(sample());
		const numbers = Array.from({length: 20}, (_, index) => `${index}`);
		await Promise.all(
			numbers.map((n) => store.update(id, (retro) => append(retro, 'timeline', entry(n, `Entry ${n}`)))),
		);
		const {timeline} = await store.load(id);
		expect(
			timeline
				.map((item) => Number(item.id))
				.sort((a, b) => a - b)
				.map(String),
		).toEqual(numbers);
	});
});

describe('the files', () => {
	test('are private outside a repository', async () => {
		const directory = join(await temporaryDirectory(), 'data', 'incident-retro');
		const store = storeIn(directory);
		await store.create(sample());
		expect(await modeOf(pathOf(store))).toBe(0o600);
		expect(await modeOf(directory)).toBe(0o700);
	});

	test('are as the umask has them in a repository', async () => {
		const directory = join(await temporaryDirectory(), '.retros');
		const store = openStore(directory, 'repository', {now: () => later, randomId: () => 'x', temporaryDirectory: '/'});
		await store.create(sample());
		const probe = join(directory, 'probe');
		await writeFile(probe, '');
		expect(await modeOf(pathOf(store))).toBe(await modeOf(probe));
	});

	test('keep their mode when they are written', async () => {
		const store = await storeWith(sample());
		await chmod(pathOf(store), 0o640);
		await store.update(id, (retro) => setField(retro, 'title', 'x'));
		expect(await modeOf(pathOf(store))).toBe(0o640);
	});

	test('that are symbolic links stay links, and the target is written', async () => {
		const store = await storeWith(sample());
		const target = join(await temporaryDirectory(), 'elsewhere.json');
		await writeFile(target, await textOf(store));
		await rm(pathOf(store));
		await symlink(target, pathOf(store));
		await store.update(id, (retro) => setField(retro, 'title', 'Slow checkout'));
		expect(JSON.parse(await readFile(target, 'utf8'))).toMatchObject({title: 'Slow checkout'});
		expect(await textOf(store)).toBe(await readFile(target, 'utf8'));
	});
});

describe('a reference', () => {
	async function three() {
		const store = await storeWith(sample());
		await store.create(sample({id: '2026-11-20-checkout', title: 'Checkout down'}));
		await store.create(sample({id: '2026-10-01-dns', title: 'DNS', updatedAt: later}));
		return store;
	}

	test.each([
		['an id', '2026-10-01-dns', '2026-10-01-dns'],
		['the beginning of an id', '2026-10', '2026-10-01-dns'],
		['an id that begins another', '2026-11-20-checkout', '2026-11-20-checkout'],
		['the word latest', 'latest', '2026-10-01-dns'],
	])('can be %s', async (_name, reference, found) => {
		expect(await (await three()).find(reference)).toBe(found);
	});

	test('that may be several names them with their titles', async () => {
		const problem = await problemOf((await three()).find('2026-11'));
		expect(problem.status).toBe(2);
		expect(problem.message).toContain('“2026-11”');
		expect(problem.hint).toContain('2026-11-20-checkout  Checkout down');
		expect(problem.hint).toContain(`${id}  Checkout latency`);
	});

	test.each(['2025', '', '..', '../x', '/etc/passwd', 'a\0b'])('%j that is none is wrong use', async (reference) => {
		expect(await problemOf((await three()).find(reference))).toMatchObject({status: 2});
	});

	test('to the latest in an empty store says how to start one', async () => {
		const problem = await problemOf(storeIn(join(await temporaryDirectory(), 'none')).find('latest'));
		expect(problem).toMatchObject({status: 2, message: 'There are no retros yet'});
	});
});

describe('an id from outside', () => {
	test.each(['../escape', '/tmp/escape', 'a/b', 'a\0b', '', '.', '..', 'x'.repeat(65), 'config', 'NUL', 'com1'])(
		'%j leads nowhere',
		async (bad) => {
			const store = storeIn(await temporaryDirectory());
			const tries = [
				store.load(bad),
				store.open(bad),
				store.update(bad, () => undefined),
				store.create(sample({id: bad})),
			];
			for (const problem of await Promise.all(tries.map(problemOf))) expect(problem.status).toBe(2);
		},
	);
});

test('an id that differs from another by capitals alone is refused: some disks do not tell them apart', async () => {
	const store = await storeWith(sample({id: 'checkout'}));
	const problem = await problemOf(store.create(sample({id: 'Checkout'})));
	expect(problem.message).toContain('There is a retro checkout already');
	expect(await names(store.directory)).toEqual(['checkout.json']);
});

describe('the list', () => {
	test('has the last worked on first', async () => {
		const store = await storeWith(sample());
		await store.create(sample({id: 'b', updatedAt: later}));
		const {retros, broken} = await store.list();
		expect(retros.map((retro) => retro.id)).toEqual(['b', id]);
		expect(retros[1]).toMatchObject({title: 'Checkout latency', severity: 'SEV2', updatedAt: created});
		expect(broken).toEqual([]);
	});

	test('is empty where there is no directory yet', async () => {
		expect(await storeIn('/nowhere/at/all').list()).toEqual({retros: [], broken: []});
	});

	test('names each file that cannot be read and shows the others', async () => {
		const store = await storeWith(sample());
		await writeFile(join(store.directory, 'cut.json'), '{"schemaVersion": 1,');
		await writeFile(join(store.directory, 'copy.json'), printRetro(sample()));
		await writeFile(join(store.directory, 'config.json'), '{}');
		await writeFile(join(store.directory, 'notes.txt'), 'x');
		await mkdir(join(store.directory, 'folder.json'));
		const {retros, broken} = await store.list();
		expect(retros).toHaveLength(1);
		expect(broken.map(({file}) => file)).toEqual(
			['copy', 'cut', 'folder'].map((name) => join(store.directory, `${name}.json`)),
		);
		expect(broken.map(({problem}) => problem.message)).toEqual([
			expect.stringContaining(`it holds the retro ${id}`),
			expect.stringContaining('it ends in the middle'),
			expect.stringContaining('it is a directory'),
		]);
	});
});

describe('a file that cannot be understood', () => {
	const whole = printRetro(sample());

	test.each<[string, string | Uint8Array, string]>([
		['truncated', whole.slice(0, 100), 'it ends in the middle'],
		['empty', '', 'it is empty'],
		['full of zero bytes', '\0'.repeat(300), 'zero bytes'],
		['not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), 'it is not UTF-8'],
		['with half a conflict in it', `<<<<<<< ours\n${whole}=======\n${whole}`, 'conflict markers'],
		[
			'of a newer version',
			whole.replace('"schemaVersion": 1', '"schemaVersion": 2'),
			'newer version (record version 2, this one reads 1)',
		],
		['under a wrong name', whole.replace(id, 'other'), 'it holds the retro other'],
	])('%s: is told of, and not one byte of it changes', async (_name, content, message) => {
		const store = await storeWith(sample());
		await put(store, content);
		const problems = [
			await problemOf(store.load(id)),
			await problemOf(store.open(id)),
			await problemOf(store.update(id, (retro) => setField(retro, 'title', 'x'))),
		];
		for (const problem of problems) expect(problem.message).toContain(message);
		await expect(store.create(sample())).rejects.toBeInstanceOf(Problem);
		expect(await readFile(pathOf(store))).toEqual(Buffer.from(content));
		expect(await names(store.directory)).toEqual([`${id}.json`]);
	});

	test('with a byte order mark is read', async () => {
		const store = await storeWith(sample());
		await put(store, `\uFEFF${whole}`);
		expect(await store.load(id)).toEqual(sample());
	});
});

describe('a place that refuses', () => {
	test('a directory that is a file', async () => {
		const path = join(await temporaryDirectory(), 'file');
		await writeFile(path, 'mine');
		const store = storeIn(path);
		const tries = [store.list(), store.create(sample()), store.load(id), store.find('latest')];
		for (const problem of await Promise.all(tries.map(problemOf))) expect(problem.message).toContain(path);
		expect(await readFile(path, 'utf8')).toBe('mine');
	});

	test.runIf(existsSync('/proc/self'))('a directory that can never be made', async () => {
		const problem = storeIn('/proc/nowhere/retros').create(sample());
		await expect(problem).rejects.toThrow('/proc/nowhere/retros');
	});

	test('a directory that may not be written', async () => {
		const store = await storeWith(sample());
		await chmod(store.directory, 0o555);
		await asOrdinaryUser(async () => {
			const problem = await problemOf(store.update(id, (retro) => setField(retro, 'title', 'x')));
			expect(problem).toMatchObject({status: 1, message: `Cannot save ${pathOf(store)}: permission is denied`});
		}, [store.directory, pathOf(store)]);
	});

	test('a record that may not be read', async () => {
		const store = await storeWith(sample());
		const before = await textOf(store);
		await asOrdinaryUser(async () => {
			await chmod(pathOf(store), 0o200);
			const tries = [store.load(id), store.open(id), store.update(id, (retro) => setField(retro, 'title', 'x'))];
			for (const problem of await Promise.all(tries.map(problemOf))) {
				expect(problem.message).toMatch(/: permission is denied$/);
			}
			expect((await store.list()).broken).toHaveLength(1);
		}, [store.directory, pathOf(store)]);
		await chmod(pathOf(store), 0o600);
		expect(await textOf(store)).toBe(before);
	});

	test('a record that may not be written', async () => {
		const store = await storeWith(sample());
		const before = await textOf(store);
		await asOrdinaryUser(async () => {
			await chmod(pathOf(store), 0o400);
			const problem = await problemOf(store.update(id, (retro) => setField(retro, 'title', 'x')));
			expect(problem.message).toMatch(/permission is denied$/);
		}, [store.directory, pathOf(store)]);
		expect(await textOf(store)).toBe(before);
		expect(await names(store.directory)).toEqual([`${id}.json`]);
	});
});

async function modeOf(path: string): Promise<number> {
	return (await stat(path)).mode & 0o7777;
}
