/**
 * Copies of what is mended, byte for byte, in the user's state directory: among the retros they would be taken along
 * by git, and read by others.
 */
import {readFile, unlink} from 'node:fs/promises';
import {basename, extname, join} from 'node:path';
import type {Instant} from '../../time/instant.ts';
import {replaceFile} from '../files/durable-write.ts';
import {failure} from '../files/failure.ts';
import {makeWithParents} from '../files/make-directory.ts';
import {ChangedUnderneath} from '../record/file-adapter.ts';
import {storeName} from '../state-location.ts';

export type Copies = {
	/** Absolute; need not be there. */
	readonly directory: string;
	/** Keeps the bytes of a file and resolves with the path of the copy. Rejects with a `Problem`. */
	keep(path: string, bytes: Uint8Array): Promise<string>;
	/** Keeps a copy of a file and takes the file away. Rejects with a `Problem`, or with `ChangedUnderneath`. */
	putAway(path: string): Promise<string>;
};

/**
 * @param state the user's state directory
 * @param store the directory of retros
 */
export async function copiesIn(
	state: string,
	store: string,
	{now, randomId}: {now(): Instant; randomId(): string},
): Promise<Copies> {
	const directory = join(state, 'mended', await storeName(store));

	async function keep(path: string, bytes: Uint8Array): Promise<string> {
		const moment = now().replaceAll(/[-:]/g, '');
		const ending = extname(path);
		const name = basename(path, ending).replace(/^\.+/, '');
		const copy = join(directory, `${name}.broken-${moment}-${randomId()}${ending}`);
		try {
			await makeWithParents(directory, 0o700);
			await replaceFile(copy, bytes, {mode: 0o600});
		} catch (error) {
			throw failure(error, `Cannot keep a copy in ${directory}`);
		}
		return copy;
	}

	return {
		directory,
		keep,
		async putAway(path) {
			const bytes = await readFile(path);
			const copy = await keep(path, bytes);
			if (!bytes.equals(await readFile(path))) throw new ChangedUnderneath();
			await unlink(path);
			return copy;
		},
	};
}
