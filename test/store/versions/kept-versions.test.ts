/** What stays of each sitting and script, and what a later sitting can take back of it. */
import {readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeEach, describe, expect, test} from 'vitest';
import {append, type Edit, inverse, setField} from '../../../source/retro/edit.ts';
import type {Retro} from '../../../source/retro/record.ts';
import {thisProcess} from '../../../source/store/journal/owner.ts';
import {openKeptStore} from '../../../source/store/kept-store.ts';
import {openStore} from '../../../source/store/store.ts';
import type {KeptStore} from '../../../source/store/versions/kept-versions.ts';
import {type Instant, instantOf, millisecondsOf} from '../../../source/time/instant.ts';
import {entry, id, sample, temporaryDirectory} from '../fixture.ts';

let directory: string;
let clock: Instant;
let ids = 0;
beforeEach(async () => {
	directory = await temporaryDirectory();
	clock = '2026-11-20T11:00:00Z' as Instant;
});

/** The store as one run of the program sees it. */
function program(by: string, state = join(directory, 'state')): KeptStore {
	return openKeptStore(
		{directory: join(directory, 'store'), kind: 'user'},
		{
			...{now: () => clock, randomId: () => `r${ids++}`, temporaryDirectory: directory},
			...{delay: 5, maximumWait: 20, checkEvery: 10_000, patience: 20},
			...{env: {XDG_STATE_HOME: state}, home: directory, platform: 'linux'},
			by,
		},
	);
}

function pass(minutes: number): void {
	clock = instantOf(millisecondsOf(clock) + minutes * 60_000);
}

/** Runs a script that makes one change. */
async function script(by: string, change: (retro: Retro) => Edit): Promise<void> {
	const store = program(by);
	await store.update(id, change);
	await store.settle();
}

/** A sitting that makes these changes, each a step. */
async function sitting(...changes: ((retro: Retro) => Edit)[]): Promise<void> {
	const store = program('open');
	const open = await store.open(id);
	const edits: Edit[] = [];
	store.earlier(id).own(() => edits);
	for (const change of changes) {
		const edit = change(open.retro);
		edits.push(edit);
		open.commit(edit);
	}
	pass(30);
	await open.close();
	await store.settle();
}

const title = (text: string) => (retro: Retro) => setField(retro, 'title', text);
const noted = (entryId: string, text: string) => (retro: Retro) => append(retro, 'timeline', entry(entryId, text));

async function create(retro = sample()): Promise<void> {
	const store = program('new');
	await store.create(retro);
	await store.settle();
}

async function kept(): Promise<string[]> {
	const all = await (await program('history').versions()).list(id);
	return all.map(({number, by, changed, cutShort}) =>
		[
			`${number} ${by.join('+')}`,
			...(cutShort === true ? ['cut short'] : []),
			...(changed === '' ? [] : [changed]),
		].join(': '),
	);
}

async function titleOf(number: number): Promise<string | undefined> {
	return (await (await program('history').versions()).load(id, number))?.retro.title;
}

describe('a version', () => {
	test('is left by each sitting that changed something, with its length and its changes', async () => {
		await create();
		pass(60);
		await sitting(title('Slow checkout'), noted('a', 'acked'));
		await sitting();
		expect(await kept()).toEqual(['1 new', '2 open: Title, Timeline +1']);
		const [, version] = await (await program('history').versions()).list(id);
		expect(version).toMatchObject({began: '2026-11-20T12:00:00Z', at: '2026-11-20T12:30:00Z'});
	});

	test('is left by scripts, those that follow each other closely make one', async () => {
		await create();
		pass(60);
		await script('set', title('One'));
		pass(5);
		await script('log', noted('a', 'acked'));
		pass(5);
		await script('log', noted('b', 'fixed'));
		expect(await kept()).toEqual(['1 new', '2 set+log: Title, Timeline +2']);
		pass(20);
		await script('log', noted('c', 'closed'));
		expect(await kept()).toEqual(['1 new', '2 set+log: Title, Timeline +2', '3 log: Timeline +1']);
	});

	test('of scripts that go on and on is closed once an hour', async () => {
		await create();
		for (let count = 0; count < 10; count++) {
			pass(9);
			await script('log', noted(`e${count}`, 'still down'));
		}
		expect(await kept()).toEqual(['1 new+log', '2 log: Timeline +4']);
	});

	test('of a restore stands alone', async () => {
		await create();
		await script('restore', title('One'));
		await script('set', title('Two'));
		expect(await kept()).toEqual(['1 new', '2 restore: Title', '3 set: Title']);
	});

	test('is kept of what others left, before it is changed', async () => {
		await create();
		const outside = openStore(join(directory, 'store'), 'user', {
			now: () => clock,
			randomId: () => 'x',
			temporaryDirectory: directory,
		});
		await outside.update(id, title('From git'));
		await script('set', title('Ours'));
		expect(await kept()).toEqual(['1 new', '2 found: Title', '3 set: Title']);
		expect(await titleOf(2)).toBe('From git');
	});

	test('is made up of a sitting that was killed, at the next one', async () => {
		await create();
		const store = program('open');
		const open = await store.open(id);
		open.commit(title('Half a')(open.retro));
		await open.flush();
		await store.settle();
		// What a killed program leaves: its edits on the disk and its mark, with a number that is no program's.
		const home = await (await store.versions()).directoryOf(id);
		const mark = {owner: {...thisProcess(), pid: 4_194_304 + 7}, began: clock};
		await writeFile(join(home, 'sitting-1-x.json'), JSON.stringify(mark));
		pass(60);
		await script('set', title('Next'));
		expect(await kept()).toEqual(['1 new', '2 open: cut short: Title', '3 set: Title']);
		expect(await readdir(home)).not.toContain('sitting-1-x.json');
		await open.close();
	});

	test('is kept of a sitting that still goes on elsewhere, before a script changes what it wrote', async () => {
		await create();
		const outside = openStore(join(directory, 'store'), 'user', {
			now: () => clock,
			randomId: () => 'x',
			temporaryDirectory: directory,
		});
		await outside.update(id, title('So far'));
		const home = await (await program('open').versions()).directoryOf(id);
		const mark = join(home, 'sitting-1-x.json');
		await writeFile(mark, JSON.stringify({owner: {...thisProcess(), pid: process.ppid, start: null}, began: clock}));
		await script('log', noted('a', 'acked'));
		expect(await kept()).toEqual(['1 new', '2 open: Title', '3 log: Timeline +1']);
		expect(await readdir(home)).toContain('sitting-1-x.json');
	});

	test('is left by a sitting whatever else was written meanwhile, and takes it in', async () => {
		await create();
		const store = program('open');
		const open = await store.open(id);
		open.commit(title('Ours')(open.retro));
		await open.flush();
		await script('log', noted('a', 'theirs'));
		open.commit(setField(open.retro, 'facilitator', 'Ada'));
		await open.close();
		await store.settle();
		const versions = await program('history').versions();
		const newest = (await versions.list(id)).at(-1);
		const body = await versions.load(id, newest?.number ?? 0);
		expect(body?.retro).toMatchObject({title: 'Ours', facilitator: 'Ada', timeline: [{text: 'theirs'}]});
	});

	test('that cannot be written keeps nobody from saving', async () => {
		await create();
		await writeFile(join(directory, 'a-file'), '');
		const store = program('set', join(directory, 'a-file'));
		await store.update(id, title('Saved'));
		await store.settle();
		const open = await store.open(id);
		open.commit(title('Saved too')(open.retro));
		await open.close();
		expect(open.state.kind).toBe('saved');
		expect((await store.load(id)).title).toBe('Saved too');
	});

	test('holds no line that is being typed', async () => {
		await create();
		await sitting(title('One'), () => ({type: 'draft', place: 'timeline', text: '1005 ac', was: ''}));
		const body = await (await program('history').versions()).load(id, 2);
		expect(body?.retro.drafts).toBeUndefined();
		expect(body?.steps.map(({edit}) => edit.type)).toEqual(['set']);
	});
});

describe('a later sitting', () => {
	/** Takes steps back until there are no more; gives who did them. */
	async function takeAllBack(store = program('open')): Promise<{by: string[]; retro: Retro}> {
		const open = await store.open(id);
		const by: string[] = [];
		const earlier = store.earlier(id);
		for (let step = await earlier.take(open.retro); step !== undefined; step = await earlier.take(open.retro)) {
			by.push(step.by);
			open.commit(inverse(step.edit));
		}
		await open.close();
		return {by, retro: open.retro};
	}

	test('takes back what was done before it, the last first, sittings and scripts alike', async () => {
		await create();
		await sitting(title('One'), title('Two'));
		await script('set', title('Three'));
		const {by, retro} = await takeAllBack();
		expect(by).toEqual(['set', 'open', 'open']);
		expect(retro.title).toBe('Checkout latency');
	});

	test('goes on where the one before it stopped taking back', async () => {
		await create();
		await sitting(title('One'), title('Two'), title('Three'));
		const store = program('open');
		const open = await store.open(id);
		const step = await store.earlier(id).take(open.retro);
		open.commit(inverse(step?.edit as Edit));
		await open.close();
		await store.settle();
		expect(open.retro.title).toBe('Two');
		expect((await takeAllBack()).by).toEqual(['open', 'open']);
	});

	test('leaves alone what others changed meanwhile', async () => {
		await create(sample({summary: 'Slow.'}));
		await sitting((retro) => setField(retro, 'summary', 'Slow. We rolled back.'), noted('a', 'acked'));
		const outside = openStore(join(directory, 'store'), 'user', {
			now: () => clock,
			randomId: () => 'x',
			temporaryDirectory: directory,
		});
		await outside.update(id, (retro) => setField(retro, 'summary', 'Checkout was slow. We rolled back.'));
		await outside.update(id, noted('b', 'theirs'));
		const {retro} = await takeAllBack();
		expect(retro.timeline.map(({text}) => text)).toEqual(['theirs']);
		expect(retro.summary).not.toContain('rolled back');
		expect(retro.summary).toContain('Checkout');
	});

	test('passes over what is undone already', async () => {
		await create();
		await sitting(noted('a', 'acked'), title('One'));
		const outside = openStore(join(directory, 'store'), 'user', {
			now: () => clock,
			randomId: () => 'x',
			temporaryDirectory: directory,
		});
		await outside.update(id, title('Checkout latency'));
		const {by, retro} = await takeAllBack();
		expect(by).toEqual(['open']);
		expect(retro.timeline).toEqual([]);
	});

	test('takes a killed one back entry by entry', async () => {
		await create();
		const store = program('open');
		const open = await store.open(id);
		open.commit(title('Half')(open.retro));
		open.commit(noted('a', 'acked')(open.retro));
		await open.flush();
		await store.settle();
		const home = await (await store.versions()).directoryOf(id);
		const mark = {owner: {...thisProcess(), pid: 4_194_304 + 7}, began: clock};
		await writeFile(join(home, 'sitting-1-x.json'), JSON.stringify(mark));
		const {by, retro} = await takeAllBack();
		expect(by).toEqual(['open', 'open']);
		expect(retro).toMatchObject({title: 'Checkout latency', timeline: []});
	});

	test('has bounded steps: a huge one and those before it are gone', async () => {
		await create();
		await sitting(title('One'), (retro) => setField(retro, 'summary', 'x'.repeat(300_000)), title('Two'));
		const {by, retro} = await takeAllBack();
		expect(by).toEqual(['open']);
		expect(retro.title).toBe('One');
	});

	test('begins with nothing where the versions cannot be read', async () => {
		await create();
		await sitting(title('One'));
		await writeFile(join(directory, 'a-file'), '');
		const {by, retro} = await takeAllBack(program('open', join(directory, 'a-file')));
		expect(by).toEqual([]);
		expect(retro.title).toBe('One');
	});
});
