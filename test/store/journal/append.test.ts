import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {journalOf} from '../../../source/store/journal/append.ts';
import type {Line} from '../../../source/store/journal/line.ts';
import {create, type JournalPlace, placeBeside} from '../../../source/store/journal/place.ts';
import {readJournals} from '../../../source/store/journal/read.ts';
import {created, temporaryDirectory} from '../fixture.ts';

function line(number: number): Line {
	const edit = {type: 'set', field: 'title', value: `Title ${number}`, was: ''} as const;
	return {writer: 'w', number, clock: number, at: created, edit, items: []};
}

async function place(): Promise<JournalPlace> {
	return placeBeside(join(await temporaryDirectory(), 'x.json'), 0o600);
}

async function numbersIn(where: JournalPlace): Promise<number[]> {
	return (await readJournals(where)).flatMap(({lines}) => lines.map(({number}) => number));
}

/** A file system with room for so many bytes, of which each write takes at most seven. */
function crowded(room: {bytes: number}): typeof create {
	return async (where, path) => {
		const handle = await create(where, path);
		const write = handle.write.bind(handle) as (
			bytes: Buffer,
			offset: number,
			length: number,
			position: number,
		) => Promise<{bytesWritten: number}>;
		onTestFinished(() => handle.close().catch(() => undefined));
		return Object.assign(handle, {
			write: async (bytes: Buffer, offset: number, length: number, position: number) => {
				const some = Math.min(7, length, room.bytes);
				if (some === 0) throw Object.assign(new Error('full'), {code: 'ENOSPC'});
				room.bytes -= some;
				return write(bytes, offset, some, position);
			},
		});
	};
}

describe('a journal', () => {
	test('has each line once it is acknowledged, and none after it was emptied', async () => {
		const where = await place();
		const journal = journalOf(where, 'w');
		await journal.append(line(1));
		await journal.append(line(2));
		expect(await numbersIn(where)).toEqual([1, 2]);
		await journal.clear();
		expect(await numbersIn(where)).toEqual([]);
		await journal.append(line(3));
		expect(await numbersIn(where)).toEqual([3]);
		await journal.close('leave');
	});

	test('is whole where a write puts down less than it was asked to', async () => {
		const where = await place();
		const journal = journalOf(where, 'w', crowded({bytes: 100_000}));
		await journal.append(line(1));
		expect(await numbersIn(where)).toEqual([1]);
	});

	test('is as it was when the disk becomes full, and goes on when there is room', async () => {
		const where = await place();
		const room = {bytes: 400};
		const journal = journalOf(where, 'w', crowded(room));
		await journal.append(line(1));
		room.bytes = 20;
		await expect(journal.append(line(2))).rejects.toMatchObject({code: 'ENOSPC'});
		expect(await numbersIn(where)).toEqual([1]);
		const [found] = await readJournals(where);
		expect(await readFile(found?.path ?? '', 'utf8')).toHaveLength(journal.size);
		room.bytes = 400;
		await journal.append(line(2));
		expect(await numbersIn(where)).toEqual([1, 2]);
	});

	test('is not there at all when there was no room for its first line', async () => {
		const where = await place();
		const journal = journalOf(where, 'w', crowded({bytes: 20}));
		await expect(journal.append(line(1))).rejects.toMatchObject({code: 'ENOSPC'});
		expect(await readJournals(where)).toEqual([]);
	});
});
