import {mkdir, readFile, stat, unlink, utimes, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {listRetros} from '../../source/store/listing.ts';
import {parseRetro, printRetro} from '../../source/store/record/layout.ts';
import {names, sample, storeIn, temporaryDirectory} from './fixture.ts';

const many = 300;

/** A directory of many retros. */
async function largeStore(): Promise<string> {
	const directory = await temporaryDirectory();
	for (let index = 0; index < many; index++) await put(directory, `r${index}`, `Incident ${index}`);
	return directory;
}

async function put(directory: string, id: string, title: string): Promise<void> {
	await writeFile(join(directory, `${id}.json`), printRetro(sample({id, title})));
}

/** Lists when all that was written was written long ago: the times of a change are trusted from then on. */
async function listLater(directory: string): Promise<{titles: Map<string, string>; read: string[]}> {
	const read: string[] = [];
	const {retros} = await listRetros(
		directory,
		(id) => ({
			async load() {
				read.push(id);
				const parsed = parseRetro(await readFile(join(directory, `${id}.json`), 'utf8'));
				if (parsed.kind !== 'retro') throw new Error(`${id} is ${parsed.kind}`);
				return parsed.retro;
			},
		}),
		{indexMode: 0o600, clock: () => Date.now() + 60_000},
	);
	return {titles: new Map(retros.map(({id, title}) => [id, title])), read};
}

test('a large store keeps an index, private like its records, and is listed from it', async () => {
	const directory = await largeStore();
	const first = await listLater(directory);
	expect(first.read).toHaveLength(many);
	const index = join(directory, '.index.json');
	expect((await stat(index)).mode & 0o777).toBe(0o600);
	const second = await listLater(directory);
	expect(second.read).toEqual([]);
	expect(second.titles).toEqual(first.titles);
});

test('what was changed, added and deleted since is seen at once', async () => {
	const directory = await largeStore();
	await listLater(directory);
	await put(directory, 'r7', 'Seven anew');
	await put(directory, 'added', 'One more');
	await unlink(join(directory, 'r8.json'));
	const now = await listLater(directory);
	expect(now.read.sort()).toEqual(['added', 'r7']);
	expect(now.titles.get('r7')).toBe('Seven anew');
	expect(now.titles.get('added')).toBe('One more');
	expect(now.titles.has('r8')).toBe(false);
});

test('a change is seen that leaves the size as it was and puts the time back, as some tools do', async () => {
	const directory = await largeStore();
	await listLater(directory);
	const path = join(directory, 'r9.json');
	const {mtime} = await stat(path);
	await put(directory, 'r9', 'Incident 0');
	await utimes(path, mtime, mtime);
	expect((await listLater(directory)).titles.get('r9')).toBe('Incident 0');
});

test('a record that was changed a moment ago is read again, since its times may stay the same', async () => {
	const directory = await largeStore();
	const store = storeIn(directory);
	expect((await store.list()).retros).toHaveLength(many);
	let read = 0;
	await store.list((done) => {
		read = done;
	});
	expect(read).toBe(many);
});

test('a record beside which edits lie is asked for them', async () => {
	const directory = await largeStore();
	await listLater(directory);
	await mkdir(join(directory, '.journal'));
	await writeFile(join(directory, '.journal', 'r3.w1.journal'), '');
	expect((await listLater(directory)).read).toEqual(['r3']);
});

test.each([
	['cut short', (text: string) => text.slice(0, -100)],
	['of another version', (text: string) => text.replace(/^\d+/, '999')],
	['that somebody wrote into', (text: string) => text.replace('Incident 5', 'Something else')],
	['that is no index', () => 'hello'],
])('an index %s is not believed', async (_what, spoil) => {
	const directory = await largeStore();
	await listLater(directory);
	const index = join(directory, '.index.json');
	await writeFile(index, spoil(await readFile(index, 'utf8')));
	const {titles, read} = await listLater(directory);
	expect(read).toHaveLength(many);
	expect(titles.get('r5')).toBe('Incident 5');
});

test('a small store is read as it is, without a file beside it', async () => {
	const directory = await temporaryDirectory();
	await put(directory, 'one', 'Alone');
	expect((await listLater(directory)).titles.get('one')).toBe('Alone');
	expect(await names(directory)).toEqual(['one.json']);
});
