/** What a program that was killed while saving leaves beside a record. */
import {readdir, unlink} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {isTemporaryOf} from './durable-write.ts';
import {locked} from './lock.ts';

/**
 * Removes temporaries and the lock of writers that are gone. Nobody writes without the lock, so what
 * lies there while we hold it is nobody's; waits up to some seconds for the lock of a dead one to go
 * stale. What cannot be removed stays: it harms nothing.
 *
 * @param path the record's real path
 */
export async function clearLeftovers(path: string): Promise<void> {
	try {
		if ((await leftovers(path)).length === 0) return;
		await locked(path, async () => {
			for (const name of await leftovers(path)) {
				if (isTemporaryOf(path, name)) await unlink(join(dirname(path), name));
			}
		});
	} catch {
		// A directory that cannot be written, a lock that is in use: somebody else's start clears it.
	}
}

async function leftovers(path: string): Promise<string[]> {
	const names = await readdir(dirname(path));
	return names.filter((name) => isTemporaryOf(path, name) || name === `${basename(path)}.lock`);
}
