/** What a program that was killed while saving leaves beside a record. */
import {readdir, unlink} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {isTemporaryOf} from '../files/durable-write.ts';
import {dropPastFolds} from '../journal/folded.ts';
import {filesIn, type JournalPlace, tidy} from '../journal/place.ts';
import {isAbandoned, readJournals} from '../journal/read.ts';
import {isDeadClaim, isDeadLock} from './lock.ts';

/**
 * Folds the journals of writers that are gone and removes their temporaries and locks. Whoever writes holds the lock
 * or a journal, so what is neither is nobody's. Resolves with whether all is in order, which it may not be yet when a
 * program was killed only just now. Rejects with the error of the file system.
 *
 * @param path the record's real path
 * @param fold puts the lines of all journals into the record, under the lock, and takes away the journals of those who
 * are gone
 * @param exclusively runs the work while nobody else holds the lock
 */
export async function clearLeftovers(
	path: string,
	place: JournalPlace,
	fold: () => Promise<unknown>,
	exclusively: (work: () => Promise<void>) => Promise<void>,
): Promise<boolean> {
	const found = await readJournals(place);
	const abandoned = await Promise.all(found.map(isAbandoned));
	await dropPastFolds(place);
	const temporaries = await temporariesOf(path);
	const locks = await deadLocks(place);
	if (!abandoned.includes(true) && temporaries.length + locks.length === 0) {
		await tidy(place);
		return found.every(({owner}) => owner !== undefined);
	}
	if (abandoned.includes(true)) await fold();
	await exclusively(async () => {
		for (const name of [...(await temporariesOf(path)), ...(await deadLocks(place))]) await unlink(name);
	});
	return false;
}

async function temporariesOf(path: string): Promise<string[]> {
	const names = await readdir(dirname(path));
	return names.filter((name) => isTemporaryOf(path, name)).map((name) => join(dirname(path), name));
}

/** Locks and claims on them whose holders are gone. */
async function deadLocks(place: JournalPlace): Promise<string[]> {
	const files = (await filesIn(place)).filter(({kind}) => kind === 'lock' || kind === 'claim');
	const dead = await Promise.all(
		files.map(({path, kind}) => (kind === 'claim' ? isDeadClaim(path) : isDeadLock(path))),
	);
	return files.filter((_, index) => dead[index]).map(({path}) => path);
}
