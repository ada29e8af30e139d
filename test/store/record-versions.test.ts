/** Records of all versions: those that were ever shipped open, and what is yet to come can be read and not changed. */
import {readdir, readFile} from 'node:fs/promises';
import {expect, test} from 'vitest';
import {schemaVersion} from '../../source/retro/record.ts';
import {loadToRead, openOrRead} from '../../source/store/open/read-only.ts';
import {parseRetro, printRetro} from '../../source/store/record/layout.ts';
import {id, pathOf, put, sample, storeWith, textOf} from './fixture.ts';

const examples = new URL('../../data/records/', import.meta.url);

test('there is an example of every version that was ever shipped', async () => {
	expect((await readdir(examples)).sort()).toEqual(
		Array.from({length: schemaVersion}, (_, index) => `v${index + 1}.json`).sort(),
	);
});

test.each(Array.from({length: schemaVersion}, (_, index) => index + 1))(
	'the example of version %i opens, with every field that is not ours',
	async (version) => {
		const text = await readFile(new URL(`v${version}.json`, examples), 'utf8');
		const parsed = parseRetro(text);
		expect(parsed).toMatchObject({kind: 'retro', retro: {schemaVersion, tracker: {key: 'OPS-1'}}});
		expect(JSON.parse(text)).toMatchObject({schemaVersion: version});
		if (version === schemaVersion && parsed.kind === 'retro') expect(printRetro(parsed.retro)).toBe(text);
	},
);

test('a version that never was is refused', () => {
	const text = printRetro(sample()).replace('"schemaVersion": 1', '"schemaVersion": 0');
	expect(parseRetro(text)).toEqual({
		kind: 'broken',
		why: 'it says that it is of record version 0, which never was',
	});
});

function newer(more = ''): string {
	return printRetro(sample({summary: 'Slow.'})).replace(
		'"schemaVersion": 1,',
		`"schemaVersion": 2, ${more} "mood": 3,`,
	);
}

test('a newer record is read as far as it is known, whole and with what is not known', async () => {
	const store = await storeWith(sample());
	await put(store, newer());
	expect(await loadToRead(store, id)).toMatchObject({schemaVersion: 2, mood: 3, summary: 'Slow.'});
	expect((await store.list()).retros).toMatchObject([{id, readOnly: true}]);
	expect((await store.list()).broken).toEqual([]);
});

test('one whose shape is not known is told of and not shown', async () => {
	const store = await storeWith(sample());
	await put(store, newer().replace('"timeline": []', '"timeline": {}'));
	await expect(loadToRead(store, id)).rejects.toThrow('newer version');
	expect((await store.list()).broken).toHaveLength(1);
});

test('a newer record is not changed, and the version that can is named', async () => {
	const store = await storeWith(sample());
	const text = newer('"needs": "0.9.2",');
	await put(store, text);
	const edit = {type: 'set', field: 'title', value: 'X', was: ''} as const;
	const refused = {message: expect.stringContaining('newer version'), hint: expect.stringContaining('0.9.2 or later')};
	await expect(store.update(id, () => edit)).rejects.toMatchObject(refused);
	await expect(store.open(id)).rejects.toMatchObject(refused);
	await put(store, newer('"needs": "\\u001B[2Jrm -rf",'));
	await expect(store.open(id)).rejects.toMatchObject({hint: expect.stringContaining('a newer incident-retro')});
});

test('opened to be looked at, it takes no edit and is not written', async () => {
	const store = await storeWith(sample());
	await put(store, newer());
	const open = await openOrRead(store, id);
	expect(open.state).toEqual({kind: 'read-only'});
	const before = open.retro;
	expect(open.commit({type: 'set', field: 'title', value: 'X', was: before.title})).toBe(before);
	await open.close();
	expect(await textOf(store)).toBe(newer());
	expect(pathOf(store)).toContain(id);
});
