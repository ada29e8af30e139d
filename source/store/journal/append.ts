/**
 * The journal of one writer: edits on lines, each on disk before it is acknowledged. Nobody else writes in it, so
 * that no writer ever waits for another.
 */
import type {FileHandle} from 'node:fs/promises';
import {unlink} from 'node:fs/promises';
import {syncDirectory} from '../files/durable-write.ts';
import type {Line} from './line.ts';
import {thisProcess} from './owner.ts';
import {create, type JournalPlace, pathIn} from './place.ts';
import {sealed} from './sealed.ts';

/** The version of the lines. A journal of a newer one is refused, since its lines may be of another kind. */
export const journalVersion = 1;

export type Journal = {
	/** The bytes that lie in the file. */
	readonly size: number;
	/**
	 * Writes a line and resolves when it is on disk, flushed. Rejects with the error of the file system; then the
	 * journal is as it was. Not to be called again before it has settled.
	 */
	append(line: Line): Promise<void>;
	/** Empties the file: all lines are in the record. */
	clear(): Promise<void>;
	/** Takes the file away, or leaves it with its lines to whoever comes next. */
	close(what: 'remove' | 'leave'): Promise<void>;
};

/** @param make makes the file */
export function journalOf(place: JournalPlace, writer: string, make: typeof create = create): Journal {
	const path = pathIn(place, 'journal', writer);
	let handle: FileHandle | undefined;
	let size = 0;
	/** All that lies in the file, to be written again should somebody take it away under us. */
	let texts: string[] = [];

	async function write(text: string): Promise<void> {
		if (handle === undefined) {
			handle = await make(place, path);
			await syncDirectory(place.directory);
		}
		await writeAll(handle, text, size);
		await handle.datasync();
	}

	/** A file without a name is read by nobody: somebody took us for dead, or cleared the directory by hand. */
	async function isAway(): Promise<boolean> {
		return handle !== undefined && (await handle.stat()).nlink === 0;
	}

	async function forget(): Promise<void> {
		await handle?.close().catch(() => undefined);
		handle = undefined;
		size = 0;
	}

	async function takeBack(): Promise<void> {
		await handle?.truncate(size).catch(() => undefined);
		if (size > 0) return;
		await forget();
		await unlink(path).catch(() => undefined);
	}

	async function appendText(text: string): Promise<void> {
		const whole = size === 0 ? header(writer) + text : text;
		try {
			await write(whole);
		} catch (error) {
			await takeBack();
			throw error;
		}
		size += Buffer.byteLength(whole);
	}

	return {
		get size() {
			return size;
		},
		async append(line) {
			const text = sealed(line);
			await appendText(text);
			texts.push(text);
			for (let attempt = 0; attempt < 3 && (await isAway()); attempt++) {
				await forget();
				await appendText(texts.join(''));
			}
		},
		async clear() {
			texts = [];
			if (size === 0) return;
			await handle?.truncate(0);
			size = 0;
		},
		async close(what) {
			const isThere = handle !== undefined;
			await forget();
			if (what === 'remove' && isThere) await unlink(path).catch(() => undefined);
		},
	};
}

function header(writer: string): string {
	return sealed({journal: journalVersion, writer, ...thisProcess()});
}

/** A single write may put down less than it was asked to. */
async function writeAll(handle: FileHandle, text: string, from: number): Promise<void> {
	const bytes = Buffer.from(text);
	for (let done = 0; done < bytes.length; ) {
		const {bytesWritten} = await handle.write(bytes, done, bytes.length - done, from + done);
		if (bytesWritten === 0) throw Object.assign(new Error('short write'), {code: 'ENOSPC'});
		done += bytesWritten;
	}
}
