/** Takes a record out of its directory. */
import {readdir, rmdir, unlink} from 'node:fs/promises';
import {join} from 'node:path';
import {errorCode, failure} from '../files/failure.ts';
import {isRetroId} from '../reference.ts';

/** Lies beside the records and holds what is not in them yet. */
const journals = '.journal';

/**
 * Removes the file of a record and what was not put into it yet, which its copy must hold already. Rejects with a
 * `Problem` when it cannot be removed.
 *
 * @param directory of the retros
 */
export async function removeRecord(directory: string, id: string): Promise<void> {
	if (!isRetroId(id)) throw new Error('not the id of a retro');
	const path = join(directory, `${id}.json`);
	try {
		// The record first: without it nobody puts anything into it any more.
		await unlink(path);
	} catch (error) {
		if (errorCode(error) !== 'ENOENT') throw failure(error, `Cannot remove ${path}`);
	}
	const beside = join(directory, journals);
	for (const name of await readdir(beside).catch(() => [])) {
		if (name.startsWith(`${id}.`)) await unlink(join(beside, name)).catch(() => undefined);
	}
	await rmdir(beside).catch(() => undefined);
}
