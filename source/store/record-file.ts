/** A record's file as its users see it: read without a lock; read, changed and written under one. */
import {rename, stat} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {Low} from 'lowdb';
import type {Retro} from '../retro/record.ts';
import type {Instant} from '../time/instant.ts';
import {errorCode, failure} from './failure.ts';
import {ChangedUnderneath, fileAdapter, UnreadableRecord} from './file-adapter.ts';
import {clearLeftovers} from './leftovers.ts';
import {locked} from './lock.ts';

/** What replacing a record did besides. */
export type Exchange = {
	/** What is on disk now. */
	readonly retro: Retro;
	/** Where the unreadable file lies that was in the way. */
	readonly setAside?: string;
};

export type RecordFile = {
	readonly path: string;
	/** The record; the same object as before while the file has the same bytes. Rejects with a `Problem`. */
	load(): Promise<Retro>;
	/** Writes a record that is not there yet. Rejects with `ChangedUnderneath` when it is, else with a `Problem`. */
	create(retro: Retro): Promise<void>;
	/**
	 * Reads, changes and writes under the lock. The change may be asked for more than once; when it gives
	 * back what it was given, nothing is written. Rejects with a `Problem`, nothing being changed then.
	 */
	exchange(change: (onDisk: Retro) => Retro): Promise<Exchange>;
	/**
	 * As `exchange`, where the file was seen to be broken or gone: if it still is, a broken one is moved
	 * aside under a name that says so, and `whole` is written anew.
	 */
	recover(change: (onDisk: Retro) => Retro, whole: () => Retro): Promise<Exchange>;
	/** Removes what writers that were killed left beside the file; can take seconds, never rejects. */
	clearLeftovers(): Promise<void>;
	/** A value that differs when the file was changed; undefined when it cannot be looked at. Cheap. */
	stamp(): Promise<string | undefined>;
};

/** How often to begin again when somebody who takes no lock (an editor, git) changes the file meanwhile. */
const tries = 20;

/**
 * @param mode of a new file, before the umask
 * @param dependencies `randomId` makes the name of a file that is set aside unique
 */
export function recordFile(
	path: string,
	id: string,
	mode: number,
	dependencies: {now: () => Instant; randomId: () => string},
): RecordFile {
	const adapter = fileAdapter(path, id, mode);
	const low = new Low<Retro | null>(adapter, null);
	/** Set aside and not told of yet, because what was to take its place could not be written. */
	let aside: string | undefined;

	async function read(): Promise<Retro | null> {
		low.data = null;
		await low.read();
		return low.data;
	}

	async function write(retro: Retro): Promise<Exchange> {
		low.data = retro;
		await low.write();
		return {retro};
	}

	async function load(): Promise<Retro> {
		const retro = await read();
		if (retro === null)
			throw new UnreadableRecord('missing', `${path} is not there`, 'retro list shows those that are.');
		return retro;
	}

	async function underLock(work: () => Promise<Exchange>): Promise<Exchange> {
		const target = await adapter.realPath();
		for (let attempt = 1; ; attempt++) {
			try {
				return await locked(target, work);
			} catch (error) {
				if (!(error instanceof ChangedUnderneath) || attempt === tries) throw error;
			}
		}
	}

	async function exchange(change: (onDisk: Retro) => Retro): Promise<Exchange> {
		const onDisk = await load();
		const next = change(onDisk);
		return next === onDisk ? {retro: onDisk} : write(next);
	}

	async function recover(change: (onDisk: Retro) => Retro, whole: () => Retro): Promise<Exchange> {
		try {
			return await exchange(change);
		} catch (error) {
			if (!(error instanceof UnreadableRecord) || error.kind === 'newer') throw error;
			if (error.kind === 'broken') {
				aside = await moveAside(await adapter.realPath(), dependencies);
				await read();
			}
			const written = await write(whole());
			const told = aside === undefined ? written : {...written, setAside: aside};
			aside = undefined;
			return told;
		}
	}

	return {
		path,
		load: () => explained(`Cannot read ${path}`, load),
		create: async (retro) => {
			await explained(`Cannot save ${path}`, () => locked(path, () => write(retro)));
		},
		exchange: (change) => explained(`Cannot save ${path}`, () => underLock(() => exchange(change))),
		recover: (change, whole) => explained(`Cannot save ${path}`, () => underLock(() => recover(change, whole))),
		clearLeftovers: () => adapter.realPath().then(clearLeftovers, () => undefined),
		stamp: () => stampOf(path),
	};
}

/** The later of two instants: a clock that was set back does not make a record older than it was. */
export function later(a: Instant, b: Instant): Instant {
	return a > b ? a : b;
}

async function moveAside(path: string, dependencies: {now: () => Instant; randomId: () => string}): Promise<string> {
	const moment = dependencies.now().replaceAll(/[-:]/g, '');
	const name = `${basename(path, '.json')}.broken-${moment}-${dependencies.randomId()}.json`;
	const aside = join(dirname(path), name);
	await rename(path, aside);
	return aside;
}

async function stampOf(path: string): Promise<string | undefined> {
	try {
		const {ino, size, mtimeNs, ctimeNs} = await stat(path, {bigint: true});
		return [ino, size, mtimeNs, ctimeNs].join(' ');
	} catch (error) {
		if (errorCode(error) === undefined) throw error;
		return undefined;
	}
}

async function explained<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		throw failure(error, what);
	}
}
