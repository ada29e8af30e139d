import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {append, setField} from '../../../source/retro/edit.ts';
import {printRetro} from '../../../source/store/record/layout.ts';
import {entry, id, pathOf, sample, storeWith, textOf} from '../fixture.ts';

const marked = `<<<<<<< HEAD\n${printRetro(sample({timeline: [entry('ours', 'Drained')]}))}=======\n${printRetro(
	sample({timeline: [entry('theirs', 'Rolled back')]}),
)}>>>>>>> topic\n`;

async function conflicted() {
	const store = await storeWith(sample());
	await writeFile(pathOf(store), marked);
	return store;
}

describe('a record that git left conflict markers in', () => {
	test('is read as both its sides, and says so until it is written', async () => {
		const store = await conflicted();
		expect((await store.load(id)).timeline.map(({id: one}) => one).sort()).toEqual(['ours', 'theirs']);
		expect(await store.isConflicted(id)).toBe(true);
		expect(await textOf(store)).toBe(marked);
		await store.update(id, (retro) => setField(retro, 'title', 'Slow checkout'));
		expect(await store.isConflicted(id)).toBe(false);
		expect(JSON.parse(await textOf(store))).toMatchObject({title: 'Slow checkout'});
	});

	test.each(['a script', 'an app'])('is kept as git left it when %s changes it', async (who) => {
		const store = await conflicted();
		if (who === 'a script') await store.update(id, (retro) => append(retro, 'timeline', entry('new', 'Back')));
		else {
			const open = await store.open(id);
			expect(open.wasConflicted).toBe(true);
			open.commit(append(open.retro, 'timeline', entry('new', 'Back')));
			await open.close();
		}
		const [copy = ''] = (await readdir(store.directory)).filter((name) => name.includes('.conflict-'));
		expect(await readFile(join(store.directory, copy), 'utf8')).toBe(marked);
		expect((await store.load(id)).timeline).toHaveLength(3);
		// The copy is no retro of its own.
		expect((await store.list()).retros.map((retro) => retro.id)).toEqual([id]);
	});
});
