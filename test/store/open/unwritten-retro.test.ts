import {readFile} from 'node:fs/promises';
import {describe, expect, onTestFinished, test} from 'vitest';
import {Problem} from '../../../source/problem.ts';
import {append, setField} from '../../../source/retro/edit.ts';
import type {Retro} from '../../../source/retro/record.ts';
import type {OpenRetro} from '../../../source/store/open/open-retro.ts';
import {openUnwritten} from '../../../source/store/open/unwritten-retro.ts';
import type {Store} from '../../../source/store/store.ts';
import {id, names, sample, storeIn, temporaryDirectory} from '../fixture.ts';

const fresh: Retro = sample({title: ''});

function unwritten(store: Pick<Store, 'create' | 'open'>, directory: string): OpenRetro {
	const open = openUnwritten(store, fresh, {temporaryDirectory: directory, randomId: () => 'x'});
	onTestFinished(() => open.close());
	return open;
}

function title(open: OpenRetro, text: string): void {
	open.commit(setField(open.retro, 'title', text));
}

/** A store that cannot write the first `failures` times. */
function failing(store: Store, failures: number): Pick<Store, 'create' | 'open'> {
	let left = failures;
	return {
		open: (which) => store.open(which),
		async create(retro) {
			if (left-- > 0) throw new Problem('The disk is full', 'Make room.');
			await store.create(retro);
		},
	};
}

describe('a new retro', () => {
	test('that was only looked at leaves nothing behind', async () => {
		const directory = await temporaryDirectory();
		const open = unwritten(storeIn(directory), directory);
		await open.flush();
		await open.close();
		expect(await names(directory)).toEqual([]);
	});

	test('is written with its first edit', async () => {
		const directory = await temporaryDirectory();
		const store = storeIn(directory);
		const open = unwritten(store, directory);
		title(open, 'Slow');
		expect(open.retro.title).toBe('Slow');
		await open.flush();
		expect((await store.load(id)).title).toBe('Slow');
		expect(open.state.kind).toBe('saved');
	});

	test('keeps the edits that were made while it was being written', async () => {
		const directory = await temporaryDirectory();
		const store = storeIn(directory);
		const open = unwritten(store, directory);
		for (let count = 1; count <= 20; count++) {
			open.commit(append(open.retro, 'contributingFactors', {id: `f${count}`, text: `factor ${count}`}));
			await new Promise((resolve) => {
				setImmediate(resolve);
			});
		}
		await open.flush();
		expect((await store.load(id)).contributingFactors).toHaveLength(20);
		expect(open.retro.contributingFactors).toHaveLength(20);
	});

	test('tells its listeners until it is saved, the file being its own then', async () => {
		const directory = await temporaryDirectory();
		const open = unwritten(storeIn(directory), directory);
		const states: string[] = [];
		open.subscribe(() => states.push(open.state.kind));
		title(open, 'Slow');
		await open.flush();
		title(open, 'Slower');
		await open.flush();
		expect([states[0], states.at(-1)]).toEqual(['pending', 'saved']);
		await open.close();
		expect(JSON.parse(await readFile(`${directory}/${id}.json`, 'utf8'))).toMatchObject({title: 'Slower'});
	});

	test('that is closed at once is written first', async () => {
		const directory = await temporaryDirectory();
		const store = storeIn(directory);
		const open = unwritten(store, directory);
		title(open, 'Slow');
		await open.close();
		expect((await store.load(id)).title).toBe('Slow');
	});
});

describe('a new retro that cannot be written', () => {
	test('says so, and everything lies in a copy', async () => {
		const directory = await temporaryDirectory();
		const open = unwritten(failing(storeIn(directory), Number.POSITIVE_INFINITY), directory);
		title(open, 'Slow');
		await open.flush();
		const {state} = open;
		if (state.kind !== 'failed' || state.rescue === undefined) throw new Error(`no copy: ${JSON.stringify(state)}`);
		expect(state.problem.message).toBe('The disk is full');
		expect(JSON.parse(await readFile(state.rescue, 'utf8'))).toMatchObject({title: 'Slow'});
	});

	test('is written with everything as soon as it can be, and the copy goes', async () => {
		const directory = await temporaryDirectory();
		const store = storeIn(directory);
		const open = unwritten(failing(store, 1), directory);
		title(open, 'Slow');
		await open.flush();
		expect(open.state.kind).toBe('failed');
		title(open, 'Slow checkout');
		await open.flush();
		expect(open.state.kind).toBe('saved');
		expect((await store.load(id)).title).toBe('Slow checkout');
		expect(await names(directory)).toEqual([`${id}.json`]);
	});
});
