/** One writer at a time on a record, among all programs that use it. */

/** A lock not renewed for so long, in milliseconds, belongs to a program that is gone. */
const stale = 3000;

/** Waits for others in short steps, together a good deal longer than it takes a dead one's lock to go stale. */
const retries = {retries: 120, factor: 1.1, minTimeout: 5, maxTimeout: 100, randomize: true};

/**
 * Runs the work while no other program holds the lock of the file, and resolves with its result.
 * Rejects with code ELOCKED when others have held it for some ten seconds without a pause, with the
 * error of the file system when the lock cannot be made, and with whatever the work rejects with.
 *
 * @param path the record's real path; the lock is the directory `<path>.lock` beside it
 */
export async function locked<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
	// Loaded with the first write, so that a screen appears without it.
	const {lock} = await import('proper-lockfile');
	const release = await lock(path, {
		realpath: false,
		stale,
		update: stale / 3,
		retries,
		// Held up for longer than `stale`, we may have lost the lock. The adapter compares the bytes on disk
		// before it puts ours in place, so that a lost lock costs another try and not somebody's words.
		onCompromised: () => undefined,
	});
	try {
		return await work();
	} finally {
		await release().catch(() => undefined);
	}
}
