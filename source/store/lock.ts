/** One writer at a time on a record, among all programs that use it. */
import {setTimeout as pause} from 'node:timers/promises';
import {errorCode} from './failure.ts';

/** A lock not renewed for so long, in milliseconds, belongs to a program that is gone. */
const stale = 3000;

/** How long to wait for others, in milliseconds: a good deal longer than it takes a dead one's lock to go stale. */
const patience = 10_000;

/**
 * Runs the work while no other program holds the lock of the file, and resolves with its result.
 * Rejects with code ELOCKED when others have held it for ten seconds without a pause, at once with the
 * error of the file system when the lock cannot be made, and with whatever the work rejects with.
 *
 * @param path the record's real path; the lock is the directory `<path>.lock` beside it
 */
export async function locked<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
	const release = await acquire(path);
	try {
		return await work();
	} finally {
		await release().catch(() => undefined);
	}
}

/** proper-lockfile's own retries would also repeat what no waiting mends, such as a missing permission. */
async function acquire(path: string): Promise<() => Promise<void>> {
	// Loaded with the first write, so that a screen appears without it. By its default, since a bundled CommonJS module
	// has no names of its own when it is loaded late.
	const {
		default: {lock},
	} = await import('proper-lockfile');
	const deadline = performance.now() + patience;
	for (;;) {
		try {
			return await lock(path, {
				realpath: false,
				stale,
				update: stale / 3,
				// Held up for longer than `stale`, we may have lost the lock. The adapter compares the bytes on
				// disk before it puts ours in place, so that a lost lock costs another try and not a word.
				onCompromised: () => undefined,
			});
		} catch (error) {
			if (errorCode(error) !== 'ELOCKED' || performance.now() > deadline) throw error;
		}
		// At random, so that those who wait do not come all at once again.
		await pause(2 + Math.random() * 20);
	}
}
