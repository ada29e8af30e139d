/**
 * A record as its users see it: a file, with the journals of those who write to it beside it. Reading and writing a
 * line need no lock; putting the lines into the file is done under one.
 */
import {setTimeout as pause} from 'node:timers/promises';
import {apply, type Edit} from '../../retro/edit.ts';
import type {Retro} from '../../retro/record.ts';
import type {Instant} from '../../time/instant.ts';
import {errorCode, failure} from '../files/failure.ts';
import {keepFolds} from '../journal/folded.ts';
import {filesIn, tidy} from '../journal/place.ts';
import {printVector} from '../journal/vector.ts';
import {hasConflictMarkers} from './conflict-markers.ts';
import {textOf, UnreadableRecord} from './file-adapter.ts';
import {isFresh, mayWrite, moveAside} from './file-conditions.ts';
import {foldingOf, quiet, Unquiet} from './folding.ts';
import {vectorField} from './layout.ts';
import {ownLines} from './own-lines.ts';
import {recordView, type View} from './record-view.ts';
import {stampOf} from './stamp.ts';

export type RecordFile = {
	readonly path: string;
	/** The record with the lines of all journals; the same object as before while nothing changed. Rejects with a `Problem`. */
	load(): Promise<Retro>;
	/** The same, but one that somebody is about to write is waited for a moment. */
	loadSettled(): Promise<Retro>;
	/** Whether there are lines in the file as git writes them around a conflict. Cheaper than loading it. */
	holdsMarkers(): Promise<boolean>;
	/** Whether git left conflict markers in the file, as it was read last; what is loaded is both sides merged. */
	readonly isConflicted: boolean;
	/** Writes a record that is not there yet. Rejects with `ChangedUnderneath` when it is, else with a `Problem`. */
	create(retro: Retro): Promise<void>;
	/**
	 * Puts an edit on disk as a line of our journal, flushed, and resolves with the time of the change. Rejects with a
	 * `Problem`, nothing being changed then.
	 *
	 * @param mine the record with the edit on it
	 */
	append(edit: Edit, mine: Retro): Promise<Instant>;
	/** How much our journal holds, in bytes. */
	readonly unfolded: number;
	/**
	 * Reads the record, changes it and writes it while nobody else does, and resolves with it when it is on disk. Where
	 * somebody keeps the lock, the edit goes to a journal. The change may be asked for more than once; undefined leaves
	 * all as it is, and what it throws comes through. Rejects with a `Problem`, nothing being changed then.
	 */
	update(change: (onDisk: Retro) => Edit | undefined): Promise<Retro>;
	/** Puts the lines of all journals into the file. Rejects with a `Problem`, soon when somebody else is doing it. */
	fold(): Promise<void>;
	/**
	 * Where the file was seen to be broken or gone: if it still is and has the stamp that it had then, a broken one is
	 * moved aside under a name that says so, which is resolved with, and `whole` is written. Rejects with a `Problem`.
	 */
	recover(stamp: string | undefined, whole: () => Retro): Promise<{readonly setAside?: string}>;
	/** Folds, and takes our journal away. What cannot be folded stays in it for whoever comes next. Never rejects. */
	leave(): Promise<void>;
	/** Puts in order what writers that were killed left beside the file. Never rejects. */
	clearLeftovers(): Promise<void>;
	/** A value that differs when somebody else changed the record or wrote a line; undefined when it cannot be looked at. Cheap. */
	stamp(): Promise<string | undefined>;
};

/** How long to wait for a lock that can be done without while people type, in milliseconds. */
const briefly = 100;

/**
 * @param mode of a new file, before the umask
 * @param dependencies `randomId` makes the name of a file that is set aside unique; `patience` is how many milliseconds
 * an editor has for writing a file
 */
export function recordFile(
	path: string,
	id: string,
	mode: number,
	dependencies: {now: () => Instant; randomId: () => string; patience: number},
): RecordFile {
	const disk = recordView(path, id, mode);
	const own = ownLines(dependencies, () => disk.place());
	const folding = foldingOf({path, disk, own, view, settledView, changed});
	let isConflicted = false;
	/** Set aside and not told of yet, because what was to take its place could not be written. */
	let aside: string | undefined;

	async function view(): Promise<View> {
		const found = await disk.read();
		own.haveSeen(found);
		isConflicted = found.record.conflicted !== undefined;
		return found;
	}

	/** Editors truncate a file before they write it, or take it away first: what has only just come to be unreadable is read again. */
	async function settledView(): Promise<View> {
		const deadline = performance.now() + dependencies.patience;
		for (;;) {
			try {
				return await view();
			} catch (error) {
				if (!(error instanceof UnreadableRecord) || error.kind === 'newer') throw error;
				if (performance.now() > deadline || !(await isFresh(path, dependencies.patience))) throw error;
			}
			await pause(10);
		}
	}

	async function load(): Promise<Retro> {
		const {retro, fresh} = await view();
		if (fresh.every((line) => line.writer !== own.writer)) await own.clear();
		return retro;
	}

	const stampNow = async (): Promise<string | undefined> =>
		stampOf(path, await disk.place().catch(() => undefined), own.writer);

	async function append(edit: Edit, mine: Retro): Promise<Instant> {
		await mayWrite(path);
		return own.append(edit, mine);
	}

	function changed(retro: Retro, edit: Edit): Retro {
		return {...apply(retro, edit), updatedAt: later(dependencies.now(), retro.updatedAt)};
	}

	async function create(retro: Retro): Promise<void> {
		const {[vectorField]: _others, ...own} = retro;
		const {locked} = await import('./lock.ts');
		disk.forget();
		await locked(await disk.place(), () => disk.write({retro: own as Retro, vector: new Map(), hasMark: false}));
	}

	async function update(change: (onDisk: Retro) => Edit | undefined): Promise<Retro> {
		try {
			await mayWrite(path);
			return await folding.inQuiet(change);
		} catch (error) {
			if (!(error instanceof Unquiet) && errorCode(error) !== 'ELOCKED') throw error;
		}
		const {retro} = await settledView();
		const edit = change(retro);
		if (edit === undefined) return retro;
		const next = changed(retro, edit);
		await append(edit, next);
		await fold().catch(() => undefined);
		await own.abandon();
		return next;
	}

	async function fold(): Promise<void> {
		await folding.underLock(() => folding.now(), briefly);
	}

	async function recover(stamp: string | undefined, whole: () => Retro): Promise<{setAside?: string}> {
		try {
			await view();
		} catch (error) {
			if (!(error instanceof UnreadableRecord) || error.kind === 'newer') throw error;
			if ((await stampNow()) !== stamp) return {};
			if (error.kind === 'broken') aside = await moveAside(await disk.realPath(), dependencies);
			disk.forget();
			const place = await disk.place();
			const present = (await filesIn(place)).filter(({kind}) => kind === 'journal').map(({name}) => name);
			const vector = new Map([...own.covered].filter(([one]) => present.includes(one)));
			const {digest} = await disk.write({retro: whole(), vector, hasMark: false});
			await keepFolds(place, [{digest, vector: printVector(vector) ?? '', lines: []}]).catch(() => undefined);
			await own.clear();
		}
		const told = aside === undefined ? {} : {setAside: aside};
		aside = undefined;
		return told;
	}

	async function leave(): Promise<void> {
		try {
			// Those of scripts that could not wait for the lock too: git takes the file, and no journals.
			const {fresh, missing} = await view();
			if (fresh.length + missing.length > 0) await folding.inQuiet();
			else await own.clear();
		} catch {
			// The lines stay in the journal.
		}
		await own.abandon();
		await tidy(await disk.place()).catch(() => undefined);
	}

	async function clear(): Promise<void> {
		const {clearLeftovers} = await import('./leftovers.ts');
		// Folds as somebody else would: we may be in the midst of writing a line.
		const other = recordFile(path, id, mode, dependencies);
		for (let attempt = 1; attempt <= 4; attempt++) {
			try {
				const [real, place] = await Promise.all([disk.realPath(), disk.place()]);
				if (await clearLeftovers(real, place, other.fold, folding.underLock)) return;
			} catch {
				// A directory that cannot be written, a file that is being written: if not now, then at somebody else's start.
			}
			await pause(quiet * attempt, undefined, {ref: false});
		}
	}

	return {
		path,
		get unfolded() {
			return own.size;
		},
		holdsMarkers: () => explained(`Cannot read ${path}`, async () => hasConflictMarkers((await textOf(path)) ?? '')),
		get isConflicted() {
			return isConflicted;
		},
		load: () => explained(`Cannot read ${path}`, load),
		loadSettled: () => explained(`Cannot read ${path}`, async () => (await settledView()).retro),
		create: (retro) => explained(`Cannot save ${path}`, () => create(retro)),
		append: (edit, mine) => explained(`Cannot save ${path}`, () => append(edit, mine)),
		update: (change) => explained(`Cannot save ${path}`, () => update(change)),
		fold: () => explained(`Cannot save ${path}`, fold),
		recover: (stamp, whole) => explained(`Cannot save ${path}`, () => folding.underLock(() => recover(stamp, whole))),
		leave,
		clearLeftovers: clear,
		stamp: stampNow,
	};
}

/** The later of two instants: a clock that was set back does not make a record older than it was. */
export function later(a: Instant, b: Instant): Instant {
	return a > b ? a : b;
}

async function explained<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		throw failure(error, what);
	}
}
