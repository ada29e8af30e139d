import {expect, test} from 'vitest';
import {append} from '../../source/retro/edit.ts';
import {entry, id, sample, storeIn, storeWith} from './fixture.ts';

test('whoever reads while lines are being put into the file sees all that was on disk before', async () => {
	const writing = await storeWith(sample(), {delay: 0, maximumWait: 1, foldAfter: 1});
	const reading = storeIn(writing.directory);
	const open = await writing.open(id);
	const onDisk: string[] = [];
	let isWriting = true;
	const write = async (): Promise<void> => {
		for (let index = 0; index < 40; index++) {
			open.commit(append(open.retro, 'timeline', entry(`e${index}`, 'x')));
			await open.flush();
			onDisk.push(`e${index}`);
			// Long enough for the line to go into the file.
			await reading.load(id);
		}
		await open.close();
		isWriting = false;
	};
	const read = async (): Promise<void> => {
		while (isWriting) {
			const before = [...onDisk];
			const seen = new Set((await reading.load(id)).timeline.map((one) => one.id));
			expect(before.filter((one) => !seen.has(one))).toEqual([]);
		}
	};
	await Promise.all([write(), read(), read(), read()]);
});
