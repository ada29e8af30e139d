import {mkdir, readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {setImmediate} from 'node:timers/promises';
import {describe, expect, test} from 'vitest';
import {thisProcess} from '../../../source/store/journal/owner.ts';
import {type JournalPlace, pathIn, placeBeside} from '../../../source/store/journal/place.ts';
import {locked} from '../../../source/store/record/lock.ts';
import {temporaryDirectory} from '../fixture.ts';

async function place(): Promise<JournalPlace> {
	return placeBeside(join(await temporaryDirectory(), 'x.json'), 0o600);
}

/** A lock that lies there, held by a process like this one but for the changes. */
async function heldBy(where: JournalPlace, changes: object): Promise<void> {
	await mkdir(where.directory);
	const owner = {...thisProcess(), ...changes};
	await writeFile(pathIn(where, 'lock'), JSON.stringify({key: '0123456789abcdef', owner}));
}

describe('the lock of a record', () => {
	test('is held by one at a time, and leaves nothing behind', async () => {
		const where = await place();
		let inside = 0;
		let most = 0;
		const turns = Array.from({length: 12}, () =>
			locked(where, async () => {
				most = Math.max(most, ++inside);
				for (let count = 0; count < 5; count++) await setImmediate();
				inside--;
			}),
		);
		await Promise.all(turns);
		expect(most).toBe(1);
		await expect(readdir(where.directory)).rejects.toThrow('ENOENT');
	});

	test.each([
		['whose process is gone', {pid: 999_999_999}],
		['whose process id is that of another by now', {start: '1'}],
	])('%s goes to one of those who want it', async (_name, changes) => {
		const where = await place();
		await heldBy(where, changes);
		let inside = 0;
		let most = 0;
		const turn = () =>
			locked(where, async () => {
				most = Math.max(most, ++inside);
				await setImmediate();
				inside--;
			});
		await Promise.all(Array.from({length: 8}, turn));
		expect(most).toBe(1);
	});

	test.each([
		['of a process that runs', {}],
		['of another machine', {place: 'elsewhere', pid: 1}],
	])('%s is left to it', async (_name, changes) => {
		const where = await place();
		await heldBy(where, changes);
		await expect(locked(where, async () => 'in', 30)).rejects.toMatchObject({code: 'ELOCKED'});
		expect(await readdir(where.directory)).toContain('x.lock');
	});

	test('is given back when the work fails', async () => {
		const where = await place();
		await expect(locked(where, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
		expect(await locked(where, async () => 'in', 30)).toBe('in');
	});
});
