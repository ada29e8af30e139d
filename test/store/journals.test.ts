/** What the journals do for those who write to a retro. */
import {execFile} from 'node:child_process';
import {appendFile, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import fc from 'fast-check';
import {describe, expect, onTestFinished, test} from 'vitest';
import {append, changeItem, removeItem, setField} from '../../source/retro/edit.ts';
import type {Retro} from '../../source/retro/record.ts';
import {pathIn, placeBeside} from '../../source/store/journal/place.ts';
import {sealed} from '../../source/store/journal/sealed.ts';
import type {OpenRetro} from '../../source/store/open/open-retro.ts';
import {printRetro} from '../../source/store/record/layout.ts';
import {locked} from '../../source/store/record/lock.ts';
import {openStore, type Store} from '../../source/store/store.ts';
import {problemOf} from './failing.ts';
import {entry, id, journals, later, pathOf, put, sample, storeWith, temporaryDirectory, textOf} from './fixture.ts';

/** Saves only when it is told to, and folds only when it is closed. */
const byHand = {delay: 60_000, maximumWait: 60_000, checkEvery: 60_000, foldAfter: 60_000};

async function openIn(store: Store): Promise<OpenRetro> {
	const open = await store.open(id);
	onTestFinished(() => open.close());
	return open;
}

async function type(open: OpenRetro, text: string): Promise<void> {
	open.commit(append(open.retro, 'timeline', entry(text, text)));
	await open.flush();
}

function entriesOf({timeline}: Retro): string[] {
	return timeline.map(({text}) => text).sort();
}

/** What an editor makes of a text that it read: the same with an entry more. */
function withEntry(text: string, name: string): string {
	const record = JSON.parse(text) as Retro;
	return `${JSON.stringify({...record, timeline: [...record.timeline, entry(name, name)]}, null, 2)}\n`;
}

describe('an edit', () => {
	test('is a line in a journal, and in the file when the retro is closed', async () => {
		const store = await storeWith(sample(), byHand);
		const before = await textOf(store);
		const open = await openIn(store);
		await type(open, 'one');
		expect(await textOf(store)).toBe(before);
		expect(await journals(store.directory)).toEqual([expect.stringMatching(/\.journal$/)]);
		expect(entriesOf(await store.load(id))).toEqual(['one']);
		await open.close();
		expect(await textOf(store)).toContain('"text": "one"');
		expect(await journals(store.directory)).toEqual([]);
	});

	test('is in the file after a while of quiet', async () => {
		const store = await storeWith(sample(), {foldAfter: 20});
		await type(await openIn(store), 'one');
		await expect.poll(() => textOf(store)).toContain('"text": "one"');
	});

	test('waits for nobody who holds the lock, and neither does a script', async () => {
		const store = await storeWith(sample(), byHand);
		const open = await openIn(store);
		await locked(placeBeside(pathOf(store), 0o600), async () => {
			await type(open, 'typed');
			expect(open.state.kind).toBe('saved');
			await store.update(id, (retro) => append(retro, 'timeline', entry('script', 'script')));
		});
		expect(entriesOf(await store.load(id))).toEqual(['script', 'typed']);
		await open.close();
		expect(await textOf(store)).toContain('"text": "script"');
	});

	test('is not lost when somebody clears the journals away by hand', async () => {
		const store = await storeWith(sample(), byHand);
		const open = await openIn(store);
		await type(open, 'one');
		await rm(join(store.directory, '.journal'), {recursive: true});
		await type(open, 'two');
		expect(entriesOf(await store.load(id))).toEqual(['one', 'two']);
	});
});

describe('a file that somebody else wrote', () => {
	test('made from what was there before our lines gets them on top', async () => {
		const store = await storeWith(sample(), byHand);
		const open = await openIn(store);
		const stale = await textOf(store);
		await type(open, 'one');
		await store.update(id, (retro) => append(retro, 'timeline', entry('two', 'two')));
		expect(await textOf(store)).toContain('"text": "one"');
		await put(store, withEntry(stale, 'theirs'));
		expect(entriesOf(await store.load(id))).toEqual(['one', 'theirs', 'two']);
		await type(open, 'three');
		expect(entriesOf(open.retro)).toEqual(['one', 'theirs', 'three', 'two']);
		await open.close();
		expect(entriesOf(JSON.parse(await textOf(store)) as Retro)).toEqual(['one', 'theirs', 'three', 'two']);
	});

	test('made from what has our lines keeps what it took away', async () => {
		const store = await storeWith(sample(), byHand);
		await store.update(id, (retro) => append(retro, 'timeline', entry('one', 'one')));
		const record = JSON.parse(await textOf(store)) as Retro;
		await put(store, `${JSON.stringify({...record, timeline: []}, null, 2)}\n`);
		await store.update(id, (retro) => append(retro, 'timeline', entry('two', 'two')));
		expect(entriesOf(await store.load(id))).toEqual(['two']);
	});

	test('that is an earlier one to the letter is a step back, and only what is not in any file comes on top', async () => {
		const store = await storeWith(sample(), byHand);
		const first = await textOf(store);
		const open = await openIn(store);
		await type(open, 'folded');
		await store.update(id, (retro) => setField(retro, 'title', 'Slow checkout'));
		await type(open, 'typed');
		await put(store, first);
		expect(await store.load(id)).toMatchObject({title: 'Checkout latency', timeline: [{text: 'typed'}]});
		await type(open, 'more');
		expect(entriesOf(open.retro)).toEqual(['more', 'typed']);
		await open.close();
		expect(await store.load(id)).toMatchObject({title: 'Checkout latency'});
		expect(entriesOf(await store.load(id))).toEqual(['more', 'typed']);
	});

	test('from somewhere else is taken as it is', async () => {
		const store = await storeWith(sample(), byHand);
		await store.update(id, (retro) => append(retro, 'timeline', entry('one', 'one')));
		await put(store, printRetro({...sample({title: 'Pulled'}), journals: 'f00d:7'}));
		expect(await store.load(id)).toMatchObject({title: 'Pulled', timeline: []});
		await store.update(id, (retro) => setField(retro, 'severity', 'SEV1'));
		expect(await store.load(id)).toMatchObject({title: 'Pulled', severity: 'SEV1', timeline: []});
	});
});

describe('the journal of a program that was killed', () => {
	async function killed(store: Store): Promise<string> {
		const open = await store.open(id);
		await type(open, 'said');
		const [name = ''] = await journals(store.directory);
		const path = join(store.directory, '.journal', name);
		const [header = '', ...lines] = (await readFile(path, 'utf8')).split('\n');
		await open.close();
		await put(store, printRetro(sample()));
		const gone = sealed({...(JSON.parse(header.slice(9)) as object), pid: 999_999_999});
		await store.update(id, () => undefined);
		await locked(placeBeside(pathOf(store), 0o600), async () => {
			await rm(pathIn(placeBeside(pathOf(store), 0o600), 'folded'));
			await writeFile(path, gone + lines.join('\n'));
		});
		return path;
	}

	test('is read, and folded by whoever opens the retro next', async () => {
		const store = await storeWith(sample(), byHand);
		const path = await killed(store);
		await appendFile(path, '00c0ffee {"writer":"w","num');
		expect(entriesOf(await store.load(id))).toEqual(['said']);
		await openIn(store);
		await expect.poll(() => journals(store.directory)).toEqual([]);
		expect(await textOf(store)).toContain('"text": "said"');
	});

	test('and was of a newer version is not touched, and neither is the record', async () => {
		const store = await storeWith(sample(), byHand);
		const before = await textOf(store);
		await store.update(id, (retro) => setField(retro, 'title', 'x'));
		const path = join(store.directory, '.journal', `${id}.w.journal`);
		await put(store, before);
		await writeFile(path, sealed({journal: 2, writer: 'w', place: 'p', pid: 1, start: null}));
		const problem = await problemOf(store.update(id, (retro) => setField(retro, 'title', 'y')));
		expect(problem.message).toContain('newer version');
		expect(await textOf(store)).toBe(before);
	});
});

test('git sees no journals, and merges what is at rest', async () => {
	const directory = join(await temporaryDirectory(), '.retros');
	const store = openStore(directory, 'repository', {now: () => later, randomId: () => 'x', temporaryDirectory: '/'});
	await store.create(sample());
	const git = async (...args: string[]) => (await promisify(execFile)('git', ['-C', directory, ...args])).stdout;
	await git('init', '-q');
	await git('add', '.');
	const open = await openIn(store);
	await type(open, 'one');
	expect(await git('status', '--porcelain', '--untracked-files=all')).toBe(`A  ${id}.json\n`);
	await open.close();
	expect(await git('status', '--porcelain', '--untracked-files=all')).toBe(`AM ${id}.json\n`);
});

describe('several who write', () => {
	const kinds = ['add', 'add', 'change', 'remove', 'fold', 'reopen', 'script'] as const;
	type Step = {who: number; does: (typeof kinds)[number]};
	const step: fc.Arbitrary<Step> = fc.record({who: fc.nat(2), does: fc.constantFrom(...kinds)});

	/** Does a step and keeps in `expected` what has to be there afterwards. Each touches only what it made itself. */
	async function take(
		store: Store,
		opens: OpenRetro[],
		{who, does}: Step,
		name: string,
		expected: Map<string, string>,
	) {
		const open = opens[who] as OpenRetro;
		const own = open.retro.timeline.find((item) => item.source === `${who}` && expected.has(item.id));
		const removal = own && removeItem(open.retro, 'timeline', own.id);
		if (does === 'add') {
			expected.set(name, name);
			open.commit(append(open.retro, 'timeline', {...entry(name, name), source: `${who}`}));
		} else if (does === 'change' && own) {
			expected.set(own.id, name);
			open.commit(changeItem(open.retro, 'timeline', own.id, {text: name}));
		} else if (does === 'remove' && removal) {
			expected.delete(own.id);
			open.commit(removal);
		}
		await open.flush();
		if (does === 'reopen') {
			await open.close();
			opens[who] = await store.open(id);
		} else if (does === 'script' || does === 'fold') {
			const isNew = does === 'script';
			if (isNew) expected.set(name, name);
			const change = (retro: Retro) => append(retro, 'timeline', entry(name, name));
			await store.update(id, isNew ? change : (retro) => setField(retro, 'title', name));
		}
	}

	test('have everything that was acknowledged, and all read the same, whatever comes between', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, {maxLength: 14}), async (steps) => {
				const store = await storeWith(sample(), byHand);
				const opens = await Promise.all([store.open(id), store.open(id), store.open(id)]);
				const expected = new Map<string, string>();
				for (const [index, one] of steps.entries()) await take(store, opens, one, `e${index}`, expected);
				const read = await store.load(id);
				for (const open of opens) await open.close();
				const left = await store.load(id);
				expect(new Map(left.timeline.map((item) => [item.id, item.text]))).toEqual(expected);
				expect(left.timeline).toEqual(read.timeline);
				expect(await journals(store.directory)).toEqual([]);
			}),
			{numRuns: 25},
		);
	}, 60_000);
});
