import {chmod, readFile, rename, rm, stat, utimes} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {append, changeItem, type Edit, setField} from '../../../source/retro/edit.ts';
import type {Retro} from '../../../source/retro/record.ts';
import type {OpenRetro, StoreNotice} from '../../../source/store/open/open-retro.ts';
import {parseRetro, printRetro} from '../../../source/store/record/layout.ts';
import type {Store, StoreDependencies} from '../../../source/store/store.ts';
import {asOrdinaryUser} from '../failing.ts';
import {
	created,
	entry,
	id,
	later,
	names,
	pathOf,
	put,
	sample,
	storeWith,
	temporaryDirectory,
	textOf,
} from '../fixture.ts';

/** Never looks at the file of itself, and saves only when it is told to. */
const byHand = {delay: 60_000, maximumWait: 60_000, checkEvery: 60_000};

async function opened(
	retro: Retro = sample(),
	dependencies: Partial<StoreDependencies> = {},
): Promise<{store: Store; open: OpenRetro; notices: StoreNotice[]}> {
	const rescues = await temporaryDirectory();
	const store = await storeWith(retro, {temporaryDirectory: rescues, ...dependencies});
	const open = await openIn(store);
	const notices: StoreNotice[] = [];
	open.subscribe((notice) => notice && notices.push(notice));
	return {store, open, notices};
}

async function openIn(store: Store): Promise<OpenRetro> {
	const open = await store.open(id);
	onTestFinished(() => open.close());
	return open;
}

function title(open: OpenRetro, value: string): Edit {
	return setField(open.retro, 'title', value);
}

function add(open: OpenRetro, text: string): Edit {
	return append(open.retro, 'timeline', entry(text.replaceAll(' ', '-'), text));
}

function line(was: string, text: string): Edit {
	return {type: 'draft', place: 'timeline', text, was};
}

function entriesOf(retro: Retro): string[] {
	return retro.timeline.map(({text}) => text);
}

describe('an edit', () => {
	test('is in the retro at once and on disk soon', async () => {
		const {store, open} = await opened(sample(), {delay: 20});
		expect(open.state).toEqual({kind: 'saved', at: created});
		expect(open.commit(title(open, 'Slow checkout')).title).toBe('Slow checkout');
		expect(open.state).toEqual({kind: 'pending'});
		expect((await store.load(id)).title).toBe('Checkout latency');
		await expect.poll(() => open.state).toEqual({kind: 'saved', at: later});
		expect(await store.load(id)).toEqual(open.retro);
		expect(open.retro).toEqual(sample({title: 'Slow checkout', updatedAt: later}));
	});

	test('is on disk before long while keys go on coming', async () => {
		const {store, open} = await opened(sample(), {delay: 200, maximumWait: 60});
		const typing = setInterval(() => open.commit(title(open, `${open.retro.title}.`)), 5);
		onTestFinished(() => clearInterval(typing));
		await expect.poll(async () => (await store.load(id)).title).toMatch(/latency\.+$/);
	});

	test('is on disk when a flush resolves, also one that is made while it runs', async () => {
		const {store, open} = await opened(sample(), byHand);
		open.commit(add(open, 'one'));
		const flushed = open.flush();
		open.commit(add(open, 'two'));
		await flushed;
		expect(entriesOf(await store.load(id))).toEqual(['one', 'two']);
		expect(open.state.kind).toBe('saved');
		expect(await store.load(id)).toEqual(open.retro);
	});

	test('tells those who listen, until they do no more', async () => {
		const {open} = await opened(sample(), byHand);
		const heard: string[] = [];
		const end = open.subscribe(() => heard.push(open.state.kind));
		open.commit(title(open, 'x'));
		await open.flush();
		end();
		open.commit(title(open, 'y'));
		expect(heard).toEqual(['pending', 'saved']);
	});

	test('typed on a wording that has changed meanwhile is merged with it', async () => {
		const {open} = await opened(sample({summary: 'The db failed.'}), byHand);
		const seen = setField(open.retro, 'summary', 'The database failed.');
		open.commit(setField(open.retro, 'summary', 'The db failed. Nobody noticed.'));
		expect(open.commit(seen).summary).toBe('The database failed. Nobody noticed.');
	});
});

describe('two who have one retro open', () => {
	test('both get what both wrote', async () => {
		const {store, open: one} = await opened(sample({summary: 'The db failed.'}), byHand);
		const two = await openIn(store);
		one.commit(add(one, 'one'));
		one.commit(setField(one.retro, 'summary', 'The database failed.'));
		two.commit(add(two, 'two'));
		two.commit(setField(two.retro, 'summary', 'The db failed at noon.'));
		two.commit(title(two, 'Slow checkout'));
		await one.flush();
		await two.flush();
		one.commit(setField(one.retro, 'impact.users', '1,200'));
		await one.flush();
		expect(one.retro).toMatchObject({
			title: 'Slow checkout',
			summary: 'The database failed at noon.',
			impact: {users: '1,200'},
		});
		expect(entriesOf(one.retro).sort()).toEqual(['one', 'two']);
		expect(await store.load(id)).toEqual(one.retro);
	});

	test('see what the other wrote without doing anything', async () => {
		const {store, open, notices} = await opened();
		await store.update(id, (retro) => append(retro, 'timeline', entry('x', 'From a script')));
		await expect.poll(() => entriesOf(open.retro)).toEqual(['From a script']);
		expect(notices).toMatchObject([
			{kind: 'merged', changed: {before: {timeline: []}, after: {timeline: [{text: 'From a script'}]}}},
		]);
	});

	test('keep what they are typing when the other writes', async () => {
		const {store, open} = await opened(sample({timeline: [entry('a', 'Alert fired')]}), {...byHand, checkEvery: 10});
		open.commit(changeItem(open.retro, 'timeline', 'a', {text: 'Pager alert fired'}));
		await store.update(id, (retro) => changeItem(retro, 'timeline', 'a', {text: 'Alert fired twice'}));
		await expect.poll(() => entriesOf(open.retro)).toEqual(['Pager alert fired twice']);
		expect(open.state.kind).toBe('pending');
		await open.flush();
		expect(entriesOf(await store.load(id))).toEqual(['Pager alert fired twice']);
	});

	test('keep their half-typed lines to themselves, and both enter their own', async () => {
		const {store, open, notices} = await opened(sample(), byHand);
		const other = await openIn(store);
		open.commit(line('', '1000 half a line'));
		await open.flush();
		other.commit(line('', '1005 another'));
		await other.flush();
		expect(other.retro.drafts).toEqual({timeline: '1005 another'});
		open.commit(title(open, 'Slow checkout'));
		await open.flush();
		expect(open.retro.drafts).toEqual({timeline: '1000 half a line'});
		other.commit(line('1005 another', ''));
		await other.flush();
		expect(open.retro.drafts).toEqual({timeline: '1000 half a line'});
		expect(notices).toEqual([]);
	});

	test('leave a line that they are typing on disk when the other enters one', async () => {
		const {store, open} = await opened(sample(), byHand);
		const other = await openIn(store);
		other.commit(line('', '1005 another'));
		await other.flush();
		open.commit(line('', '1000 half a line'));
		await open.flush();
		other.commit(line('1005 another', ''));
		await other.flush();
		expect((await store.load(id)).drafts).toEqual({timeline: '1000 half a line'});
	});

	test('notice a change that left the size and the time of the file as they were', async () => {
		const {store, open} = await opened(sample(), byHand);
		const {atime, mtime} = await stat(pathOf(store));
		await put(store, printRetro(sample({title: 'Checkout LATENCY'})));
		await utimes(pathOf(store), atime, mtime);
		open.commit(add(open, 'ours'));
		await open.flush();
		expect(await store.load(id)).toMatchObject({title: 'Checkout LATENCY', timeline: [entry('ours', 'ours')]});
	});
});

describe('a file that changes for the worse while it is open', () => {
	test('broken: is moved aside when there is something to save, and all of ours is written', async () => {
		const {store, open, notices} = await opened(sample(), {...byHand, patience: 10});
		await put(store, '{"half": ');
		open.commit(title(open, 'Slow checkout'));
		await open.flush();
		expect(await store.load(id)).toEqual(sample({title: 'Slow checkout', updatedAt: later}));
		const aside = join(store.directory, `${id}.broken-20261120T110000Z-r1.json`);
		expect(notices).toEqual([{kind: 'set-aside', file: aside}]);
		expect(await readFile(aside, 'utf8')).toBe('{"half": ');
		expect((await store.list()).broken).toEqual([]);
	});

	test('broken for a moment only: is not moved, and nothing of either is lost', async () => {
		const {store, open} = await opened(sample(), {...byHand, patience: 150});
		await put(store, '');
		open.commit(title(open, 'Slow checkout'));
		const flushed = open.flush();
		await put(store, printRetro(sample({timeline: [entry('x', 'Theirs')]})));
		await flushed;
		expect(await store.load(id)).toMatchObject({title: 'Slow checkout', timeline: [{text: 'Theirs'}]});
		expect(await names(store.directory)).toEqual([`${id}.json`]);
	});

	test('broken while nobody types: is left alone, told of, and taken in when it is mended', async () => {
		const {store, open} = await opened();
		await put(store, '');
		await expect.poll(() => open.state.kind).toBe('failed');
		expect(open.state).toMatchObject({problem: {message: `${pathOf(store)} cannot be read: it is empty`}});
		expect(await textOf(store)).toBe('');
		await put(store, printRetro(sample({title: 'Mended'})));
		await expect.poll(() => open.retro.title).toBe('Mended');
		expect(open.state.kind).toBe('saved');
	});

	test('gone: is written again with the next edit', async () => {
		const {store, open} = await opened(sample(), {...byHand, patience: 10});
		await rm(pathOf(store));
		open.commit(title(open, 'Slow checkout'));
		await open.flush();
		expect((await store.load(id)).title).toBe('Slow checkout');
	});

	test('of a newer version: is never touched, and ours goes to the rescue copy', async () => {
		const {store, open} = await opened(sample(), byHand);
		const newer = printRetro(sample()).replace('"schemaVersion": 1', '"schemaVersion": 2');
		await put(store, newer);
		open.commit(title(open, 'Slow checkout'));
		await open.flush();
		expect(open.state).toMatchObject({kind: 'failed', problem: {message: expect.stringContaining('newer version')}});
		expect(await textOf(store)).toBe(newer);
		expect((await rescued(open)).title).toBe('Slow checkout');
	});
});

describe('a save that fails', () => {
	test('says why, keeps the text in a private copy, and goes through when it can', async () => {
		const {store, open} = await opened(sample(), {...byHand, delay: 5, maximumWait: 5});
		const away = `${store.directory}-away`;
		await rename(store.directory, away);
		open.commit(title(open, 'Slow checkout'));
		await expect.poll(() => open.state.kind).toBe('failed');
		expect(open.state).toMatchObject({
			problem: {message: `Cannot save ${pathOf(store)}: the directory is not there`},
		});
		expect((await rescued(open)).title).toBe('Slow checkout');
		expect((await stat(rescueOf(open))).mode & 0o777).toBe(0o600);
		open.commit(add(open, 'typed meanwhile'));
		await expect.poll(async () => entriesOf(await rescued(open))).toEqual(['typed meanwhile']);
		const copy = rescueOf(open);

		await rename(away, store.directory);
		await expect.poll(() => open.state.kind, {timeout: 3000}).toBe('saved');
		expect(await store.load(id)).toMatchObject({title: 'Slow checkout', timeline: [{text: 'typed meanwhile'}]});
		await expect(stat(copy)).rejects.toThrow('ENOENT');
	});

	test('in a directory that became read-only leaves the record as it was', async () => {
		const {store, open} = await opened(sample(), byHand);
		const before = await textOf(store);
		await asOrdinaryUser(async () => {
			await chmod(store.directory, 0o555);
			open.commit(title(open, 'Slow checkout'));
			await open.close();
			await chmod(store.directory, 0o755);
		}, [store.directory, pathOf(store)]);
		expect(open.state).toMatchObject({
			kind: 'failed',
			problem: {message: expect.stringMatching(/permission is denied$/)},
		});
		expect(await textOf(store)).toBe(before);
		expect(await names(store.directory)).toEqual([`${id}.json`]);
	});

	test('with no room for a copy either still says why', async () => {
		const {store, open} = await opened(sample(), {...byHand, temporaryDirectory: '/nowhere/at/all'});
		await rename(store.directory, `${store.directory}-away`);
		open.commit(title(open, 'Slow checkout'));
		await open.flush();
		expect(open.state).toEqual({kind: 'failed', problem: expect.objectContaining({status: 1})});
		expect(open.retro.title).toBe('Slow checkout');
		await rename(`${store.directory}-away`, store.directory);
	});
});

function rescueOf(open: OpenRetro): string {
	if (open.state.kind !== 'failed' || open.state.rescue === undefined) throw new Error('there is no rescue copy');
	return open.state.rescue;
}

async function rescued(open: OpenRetro): Promise<Retro> {
	const parsed = parseRetro(await readFile(rescueOf(open), 'utf8'));
	if (parsed.kind !== 'retro') throw new Error('the rescue copy is no retro');
	return parsed.retro;
}
