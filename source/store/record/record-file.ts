/**
 * A record as its users see it: a file, with the journals of those who write to it beside it. Reading and writing a
 * line need no lock; putting the lines into the file is done under one.
 */
import {randomBytes} from 'node:crypto';
import {setTimeout as pause} from 'node:timers/promises';
import {apply, type Edit} from '../../retro/edit.ts';
import type {Retro} from '../../retro/record.ts';
import type {Instant} from '../../time/instant.ts';
import {errorCode, failure} from '../files/failure.ts';
import {type Journal, journalOf} from '../journal/append.ts';
import {keepFolds} from '../journal/folded.ts';
import {changedItems, type Line} from '../journal/line.ts';
import {filesIn, tidy} from '../journal/place.ts';
import {parseVector, printVector, type Vector, withLine} from '../journal/vector.ts';
import {isForeign, keep, removeAbandoned} from './after-fold.ts';
import {ChangedUnderneath, UnreadableRecord} from './file-adapter.ts';
import {isFresh, mayWrite, moveAside} from './file-conditions.ts';
import {vectorField} from './layout.ts';
import {recordView, type View} from './record-view.ts';
import {stampOf} from './stamp.ts';

export type RecordFile = {
	readonly path: string;
	/** The record with the lines of all journals; the same object as before while nothing changed. Rejects with a `Problem`. */
	load(): Promise<Retro>;
	/** The same, but one that somebody is about to write is waited for a moment. */
	loadSettled(): Promise<Retro>;
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

/** How often to begin again when somebody who takes no lock (an editor, git) changes the file meanwhile. */
const tries = 20;

/** How long to wait for a lock that can be done without, in milliseconds: while people type, and before leaving. */
const [briefly, courteously] = [100, 1000];

/** How long a file is left alone that somebody else wrote, in milliseconds. Its lines lie safely in the journals. */
const quiet = 200;

/** Somebody else writes the file just now. */
class Unquiet extends Error {}

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
	let writer = newWriter();
	let journal: Journal | undefined;
	let number = 0;
	let clock = 0;
	let covered: Vector = new Map();
	let isConflicted = false;
	/** Set aside and not told of yet, because what was to take its place could not be written. */
	let aside: string | undefined;

	async function view(): Promise<View> {
		const found = await disk.read();
		clock = Math.max(clock, found.clock);
		covered = found.covered;
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
		if (fresh.every((line) => line.writer !== writer)) await journal?.clear();
		return retro;
	}

	const stampNow = async (): Promise<string | undefined> =>
		stampOf(path, await disk.place().catch(() => undefined), writer);

	function lineOf(edit: Edit, mine: Retro): Line {
		const at = dependencies.now();
		return {writer, number: number + 1, clock: clock + 1, at, edit, items: changedItems(edit, mine)};
	}

	function isOnDisk(line: Line): void {
		({number, clock} = line);
		covered = withLine(covered, line);
	}

	async function append(edit: Edit, mine: Retro): Promise<Instant> {
		await mayWrite(path);
		journal ??= journalOf(await disk.place(), writer);
		const line = lineOf(edit, mine);
		await journal.append(line);
		isOnDisk(line);
		return line.at;
	}

	/** Our lines stay on disk; those to come are another writer's. */
	async function abandon(): Promise<void> {
		await journal?.close(journal.size === 0 ? 'remove' : 'leave');
		journal = undefined;
		writer = newWriter();
		number = 0;
	}

	/**
	 * Puts the lines into the file, and one of ours more if there is a change. To be called under the lock. Rejects with
	 * `Unquiet` while somebody else writes the file: between the last look at it and the new one taking its place there
	 * is always a moment.
	 */
	async function foldNow(change?: (onDisk: Retro) => Edit | undefined): Promise<Retro> {
		const found = await (change === undefined ? view() : settledView());
		if (isForeign(found) && (await isFresh(path, quiet))) throw new Unquiet();
		const edit = change?.(found.retro);
		const retro = edit === undefined ? found.retro : changed(found.retro, edit);
		const own = edit === undefined ? [] : [lineOf(edit, retro)];
		const fresh = [...found.fresh, ...own];
		if (fresh.length + found.missing.length > 0) {
			const lines = [...found.journals.flatMap((one) => one.lines), ...own];
			const vector = fresh.length > 0 ? withLine(new Map(), ...lines) : parseVector(found.folds.at(-1)?.vector);
			const {digest} = await disk.write({...found.record, retro, vector});
			for (const line of own) isOnDisk(line);
			await keep(found, {digest, vector: printVector(vector) ?? '', lines: fresh});
		}
		await journal?.clear();
		await removeAbandoned(found.journals, journal === undefined ? undefined : writer);
		return retro;
	}

	function changed(retro: Retro, edit: Edit): Retro {
		return {...apply(retro, edit), updatedAt: later(dependencies.now(), retro.updatedAt)};
	}

	/** Folds as soon as nobody else writes the file. Rejects with `Unquiet` or with code ELOCKED when somebody always does. */
	async function foldInQuiet(change?: (onDisk: Retro) => Edit | undefined): Promise<Retro> {
		const deadline = performance.now() + 2 * quiet;
		for (;;) {
			try {
				return await underLock(() => foldNow(change), courteously);
			} catch (error) {
				if (!(error instanceof Unquiet) || performance.now() > deadline) throw error;
			}
			await pause(quiet / 4);
		}
	}

	async function underLock<Result>(work: () => Promise<Result>, wait?: number): Promise<Result> {
		// Loaded with the first write, so that a screen appears without it.
		const {locked} = await import('./lock.ts');
		const place = await disk.place();
		for (let attempt = 1; ; attempt++) {
			try {
				return await locked(place, work, wait);
			} catch (error) {
				if (!(error instanceof ChangedUnderneath) || attempt === tries) throw error;
			}
		}
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
			return await foldInQuiet(change);
		} catch (error) {
			if (!(error instanceof Unquiet) && errorCode(error) !== 'ELOCKED') throw error;
		}
		const {retro} = await settledView();
		const edit = change(retro);
		if (edit === undefined) return retro;
		const next = changed(retro, edit);
		await append(edit, next);
		await abandon();
		return next;
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
			const vector = new Map([...covered].filter(([one]) => present.includes(one)));
			const {digest} = await disk.write({retro: whole(), vector, hasMark: false});
			await keepFolds(place, [{digest, vector: printVector(vector) ?? '', lines: []}]).catch(() => undefined);
			await journal?.clear();
		}
		const told = aside === undefined ? {} : {setAside: aside};
		aside = undefined;
		return told;
	}

	async function leave(): Promise<void> {
		if (journal === undefined) return;
		try {
			if (journal.size > 0) await foldInQuiet();
		} catch {
			// The lines stay in the journal.
		}
		await abandon();
		await tidy(await disk.place()).catch(() => undefined);
	}

	async function clear(): Promise<void> {
		const {clearLeftovers} = await import('./leftovers.ts');
		// Folds as somebody else would: we may be in the midst of writing a line.
		const other = recordFile(path, id, mode, dependencies);
		for (let attempt = 1; attempt <= 4; attempt++) {
			try {
				const [real, place] = await Promise.all([disk.realPath(), disk.place()]);
				if (await clearLeftovers(real, place, other.fold, underLock)) return;
			} catch {
				// A directory that cannot be written, a file that is being written: if not now, then at somebody else's start.
			}
			await pause(quiet * attempt, undefined, {ref: false});
		}
	}

	return {
		path,
		get unfolded() {
			return journal?.size ?? 0;
		},
		get isConflicted() {
			return isConflicted;
		},
		load: () => explained(`Cannot read ${path}`, load),
		loadSettled: () => explained(`Cannot read ${path}`, async () => (await settledView()).retro),
		create: (retro) => explained(`Cannot save ${path}`, () => create(retro)),
		append: (edit, mine) => explained(`Cannot save ${path}`, () => append(edit, mine)),
		update: (change) => explained(`Cannot save ${path}`, () => update(change)),
		fold: () => explained(`Cannot save ${path}`, () => underLock(() => foldNow(), briefly).then(() => undefined)),
		recover: (stamp, whole) => explained(`Cannot save ${path}`, () => underLock(() => recover(stamp, whole))),
		leave,
		clearLeftovers: clear,
		stamp: stampNow,
	};
}

/** The later of two instants: a clock that was set back does not make a record older than it was. */
export function later(a: Instant, b: Instant): Instant {
	return a > b ? a : b;
}

function newWriter(): string {
	return randomBytes(6).toString('hex');
}

async function explained<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		throw failure(error, what);
	}
}
