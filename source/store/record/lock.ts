/**
 * One at a time at a record, among all programs that use it. The lock is a file that is linked to its name, which only
 * one can do; it says which process holds it, so that one which was killed holds nobody up, and one which is merely
 * slow or stopped keeps what it has.
 */
import {randomBytes} from 'node:crypto';
import {link, readFile, stat, unlink} from 'node:fs/promises';
import {setTimeout as pause} from 'node:timers/promises';
import {errorCode} from '../files/failure.ts';
import {asOwner, fateOf, thisProcess} from '../journal/owner.ts';
import {create, type JournalPlace, pathIn, tidy} from '../journal/place.ts';

/** How long to wait for others, in milliseconds. */
const patience = 10_000;

/** A lock whose holder cannot be asked after (of another machine, or not readable) is nobody's after so long, in milliseconds. */
const silence = 60_000;

/**
 * Runs the work while nobody else holds the lock of the record, and resolves with its result. Rejects with code
 * ELOCKED when others have held it all the time, with the error of the file system when the lock cannot be made, and
 * with whatever the work rejects with.
 *
 * @param wait how long to wait for others, in milliseconds
 */
export async function locked<Result>(
	place: JournalPlace,
	work: () => Promise<Result>,
	wait: number = patience,
): Promise<Result> {
	const path = pathIn(place, 'lock');
	const key = await acquire(place, path, performance.now() + wait);
	try {
		return await work();
	} finally {
		await release(path, key);
		await tidy(place);
	}
}

type Lock = {readonly key: string; readonly owner: ReturnType<typeof thisProcess>};

/** Resolves with the key of the lock: it is ours as long as it is in the file. */
async function acquire(place: JournalPlace, path: string, deadline: number): Promise<string> {
	const lock: Lock = {key: randomBytes(8).toString('hex'), owner: thisProcess()};
	const claim = pathIn(place, 'claim', lock.key);
	const stake = () => writeNew(place, claim, JSON.stringify(lock));
	await stake();
	try {
		for (;;) {
			if (await take(place, path, claim, stake)) return lock.key;
			if (await breakDead(place, path, deadline)) continue;
			if (performance.now() > deadline) throw Object.assign(new Error('locked'), {code: 'ELOCKED'});
			// At random, so that those who wait do not come all at once again.
			await pause(1 + Math.random() * 4);
		}
	} finally {
		await unlink(claim).catch(() => undefined);
	}
}

/** Not every file system has links (FAT, some of network and container); there, making the file is the taking. */
const withoutLinks: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV', 'EINVAL'];

async function take(place: JournalPlace, path: string, claim: string, stake: () => Promise<void>): Promise<boolean> {
	try {
		await link(claim, path).catch(async (error: unknown) => {
			// Cleared away by somebody who found it while it was still empty.
			if (errorCode(error) === 'ENOENT') return stake().then(() => link(claim, path));
			if (!withoutLinks.includes(errorCode(error) ?? '')) throw error;
			await writeNew(place, path, await readFile(claim, 'utf8'));
		});
		return true;
	} catch (error) {
		if (errorCode(error) === 'EEXIST') return false;
		throw error;
	}
}

async function writeNew(place: JournalPlace, path: string, text: string): Promise<void> {
	const handle = await create(place, path);
	try {
		await handle.writeFile(text);
	} catch (error) {
		await unlink(path).catch(() => undefined);
		throw error;
	} finally {
		await handle.close();
	}
}

/**
 * Takes away the lock of a holder that is gone. Only one can: whoever holds the lock for breaking that one lock, and
 * it looks again first, since another may have broken it and a third have taken it anew.
 */
async function breakDead(place: JournalPlace, path: string, deadline: number): Promise<boolean> {
	const holder = await deadHolder(path);
	if (holder === undefined) return false;
	const breaking = `${path.slice(0, -'.lock'.length)}.${holder}.lock`;
	const key = await acquire(place, breaking, deadline);
	try {
		if ((await deadHolder(path)) === holder) await unlink(path).catch(() => undefined);
	} finally {
		await release(breaking, key);
	}
	return true;
}

/** Whether a lock is there and its holder is gone. */
export async function isDeadLock(path: string): Promise<boolean> {
	return (await deadHolder(path)) !== undefined;
}

/** The same of a claim on a lock. One that is not whole counts as dead: should it be somebody's, it is made again. */
export async function isDeadClaim(path: string): Promise<boolean> {
	const text = await readFile(path, 'utf8').catch(() => undefined);
	return text !== undefined && (parseLock(text).owner === undefined || (await isDeadLock(path)));
}

/** What tells this lock from others, when its holder is gone; undefined when the lock is held, or is no more. */
async function deadHolder(path: string): Promise<string | undefined> {
	try {
		const [text, {mtimeMs, ino}] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
		const {key, owner} = parseLock(text);
		const fate = owner === undefined ? 'elsewhere' : fateOf(owner);
		const isDead = fate === 'gone' || (fate === 'elsewhere' && Date.now() - mtimeMs > silence);
		return isDead ? (key ?? `n${ino}`) : undefined;
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return undefined;
		throw error;
	}
}

function parseLock(text: string): {key?: string; owner?: Lock['owner']} {
	try {
		const {key, owner} = JSON.parse(text) as Record<string, unknown>;
		const known = asOwner(owner);
		return {...(typeof key === 'string' && /^[0-9a-f]{16}$/.test(key) && {key}), ...(known && {owner: known})};
	} catch {
		return {};
	}
}

async function release(path: string, key: string): Promise<void> {
	try {
		// Not ours any more when we were taken for dead.
		if (parseLock(await readFile(path, 'utf8')).key === key) await unlink(path);
	} catch {
		// Gone, or out of reach: who comes next sees that we are gone.
	}
}
