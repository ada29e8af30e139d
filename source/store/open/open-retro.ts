/**
 * A retro that somebody works on: edits are applied at once and put into a journal within a second, which is what
 * saved means; what others write meanwhile is merged in; after a while of quiet all goes into the record's file.
 */
import {setTimeout as pause} from 'node:timers/promises';
import {Problem} from '../../problem.ts';
import type {Edit} from '../../retro/edit.ts';
import type {Retro} from '../../retro/record.ts';
import type {Instant} from '../../time/instant.ts';
import {UnreadableRecord} from '../record/file-adapter.ts';
import {later, type RecordFile} from '../record/record-file.ts';
import {rescueAt} from './rescue.ts';
import {type SaveTiming, saveTimer} from './save-timer.ts';
import {workingCopy} from './working-copy.ts';

export type SaveState =
	/** Everything is on disk, flushed: in the record's file or in the journal beside it. */
	| {readonly kind: 'saved'; readonly at: Instant}
	/** There are edits that are not on disk yet. */
	| {readonly kind: 'pending'}
	/** It is of a newer version: nothing is changed or saved. */
	| {readonly kind: 'read-only'}
	/** What went wrong, and where a copy of everything lies. Trying goes on. */
	| {readonly kind: 'failed'; readonly problem: Problem; readonly rescue?: string};

/** Something that happened to the file, and that people want to be told. */
export type StoreNotice =
	/** Somebody else changed the retro; what they wrote is in `retro` now, and is what `changed` differs in. */
	| {readonly kind: 'merged'; readonly changed?: {readonly before: Retro; readonly after: Retro}}
	/** The file could not be read any more: it lies at `file` now, and ours is in its place. */
	| {readonly kind: 'set-aside'; readonly file: string};

export type OpenRetro = {
	/** Whether git had left conflict markers in the file: both sides of it are merged in `retro`. */
	readonly wasConflicted?: boolean;
	/** The retro with all edits on it. The same object until something changes. */
	readonly retro: Retro;
	readonly state: SaveState;
	/**
	 * Applies an edit at once and has it saved within a second. A value that has changed since the editor
	 * saw it (`was`) is merged. Returns the retro with the edit on it.
	 */
	commit(edit: Edit): Retro;
	/** Resolves when everything is on disk or when `state` says why it is not. */
	flush(): Promise<void>;
	/** Flushes, puts all into the file, and ends the watch on it and the trying. The rescue copy, if there is one, stays. */
	close(): Promise<void>;
	/** Calls the listener after each change of `retro` or `state`. Gives the function that ends it. */
	subscribe(listener: (notice?: StoreNotice) => void): () => void;
};

export type OpenRetroOptions = SaveTiming & {
	readonly now: () => Instant;
	/** A short text that nobody can guess, of letters, digits, `-` and `_`. */
	readonly randomId: () => string;
	/** Where the rescue copy goes. */
	readonly temporaryDirectory: string;
	/** Milliseconds between two looks at whether somebody else changed the file. */
	readonly checkEvery: number;
	/** Milliseconds after which a file that is broken or gone is taken to stay so: editors truncate and write. */
	readonly patience: number;
	/** Milliseconds without an edit after which the journal goes into the file. */
	readonly foldAfter: number;
};

/** A journal larger than this, in bytes, or older, in milliseconds, goes into the file although edits go on coming. */
const [large, old] = [256_000, 15_000];

/** Opens the retro in a file. Rejects with a `Problem` when it cannot be read. */
export async function openRetro(file: RecordFile, options: OpenRetroOptions): Promise<OpenRetro> {
	let lastStamp = await file.stamp();
	const copy = workingCopy(await file.loadSettled());
	const wasConflicted = file.isConflicted;
	let state: SaveState = {kind: 'saved', at: copy.retro.updatedAt};
	let isSuspect = false;
	let isClosed = false;
	let work: Promise<unknown> = Promise.resolve();
	const listeners = new Set<(notice?: StoreNotice) => void>();
	const rescue = rescueAt(options.temporaryDirectory, `retro-${copy.retro.id}-${options.randomId()}.json`);
	const timer = saveTimer(options, () => void inTurn(save));
	const watch = setInterval(() => void inTurn(look), options.checkEvery).unref();
	let folding: NodeJS.Timeout | undefined;
	let unfoldedSince: number | undefined;
	// Not waited for: the first screen does not need it.
	void file.clearLeftovers();

	/** One thing at a time with the file. */
	function inTurn(task: () => Promise<void>): Promise<void> {
		const done = work.then(task);
		work = done.catch(() => undefined);
		return done;
	}

	function become(next: SaveState, notice?: StoreNotice): void {
		state = next;
		for (const listener of listeners) listener(notice);
	}

	function take(onDisk: Retro): StoreNotice | undefined {
		const before = copy.onDisk;
		return copy.take(onDisk) ? {kind: 'merged', changed: {before, after: onDisk}} : undefined;
	}

	/** Writes all of ours in the place of a file that is broken or gone, if it is still the one with that stamp. */
	async function recover(stamp: string | undefined): Promise<string | undefined> {
		let written: Retro | undefined;
		const {setAside} = await file.recover(stamp, () => {
			copy.send();
			written = {...copy.retro, updatedAt: later(options.now(), copy.retro.updatedAt)};
			return written;
		});
		if (written !== undefined) copy.arrived(written.updatedAt);
		return setAside;
	}

	/** Takes in what others wrote before ours is added to it. Resolves with where a broken file was put, if it was. */
	async function catchUp(): Promise<string | undefined> {
		for (let setAside: string | undefined; ; ) {
			const stamp = await file.stamp();
			if (stamp === lastStamp && stamp !== undefined) return setAside;
			try {
				const notice = take(await file.load());
				lastStamp = stamp;
				if (notice !== undefined) become(state, notice);
				return setAside;
			} catch (error) {
				if (!(error instanceof UnreadableRecord) || error.kind === 'newer') throw error;
			}
			// An editor that saves again and again is given time after each.
			await pause(options.patience);
			if ((await file.stamp()) === stamp) setAside = await recover(stamp);
		}
	}

	async function save(): Promise<void> {
		if (!copy.hasEdits) return;
		timer.rest();
		try {
			const setAside = await catchUp();
			const edit = copy.send();
			if (edit !== undefined) copy.arrived(await file.append(edit, copy.retro));
			foldLater();
			await succeed(setAside === undefined ? undefined : {kind: 'set-aside', file: setAside});
		} catch (error) {
			copy.returned();
			await fail(error);
			timer.retry();
		}
	}

	function foldLater(): void {
		clearTimeout(folding);
		unfoldedSince ??= performance.now();
		const isDue = file.unfolded > large || performance.now() - unfoldedSince > old;
		folding = setTimeout(() => void inTurn(fold), isDue ? 0 : options.foldAfter).unref();
	}

	/** All is on disk already, so that what goes wrong here is no failure: it is tried again with the next edit. */
	async function fold(): Promise<void> {
		try {
			await file.fold();
			lastStamp = undefined;
			unfoldedSince = undefined;
		} catch {
			unfoldedSince = undefined;
			if (!isClosed) foldLater();
		}
	}

	/** Looks whether somebody else changed the file. A file that cannot be read is looked at twice. */
	async function look(): Promise<void> {
		const stamp = await file.stamp();
		if (state.kind === 'failed' ? copy.hasEdits : stamp === lastStamp) return;
		try {
			const notice = take(await file.load());
			lastStamp = stamp;
			isSuspect = false;
			// What a script put into a journal is in the file then, and goes with it where git takes it.
			if (notice !== undefined) foldLater();
			if (state.kind === 'failed') await succeed(notice);
			else if (notice !== undefined) become(state, notice);
		} catch (error) {
			if (isSuspect && !copy.hasEdits) await fail(error);
			isSuspect = true;
		}
	}

	async function succeed(notice: StoreNotice | undefined): Promise<void> {
		timer.succeed();
		await rescue.drop();
		become(copy.hasEdits ? {kind: 'pending'} : {kind: 'saved', at: options.now()}, notice);
	}

	async function fail(error: unknown): Promise<void> {
		const problem = error instanceof Problem ? error : new Problem(`The retro cannot be saved: ${String(error)}`);
		const kept = await rescue.keep(copy.retro);
		if (state.kind === 'failed' && state.problem.message === problem.message && state.rescue === kept) return;
		become({kind: 'failed', problem, ...(kept !== undefined && {rescue: kept})});
	}

	async function flush(): Promise<void> {
		do {
			await inTurn(save);
		} while (copy.hasEdits && state.kind !== 'failed');
	}

	return {
		wasConflicted,
		get retro() {
			return copy.retro;
		},
		get state() {
			return state;
		},
		commit(edit) {
			const retro = copy.commit(edit);
			timer.touch();
			become(state.kind === 'failed' ? state : {kind: 'pending'});
			return retro;
		},
		flush,
		async close() {
			isClosed = true;
			clearInterval(watch);
			await flush();
			timer.rest();
			clearTimeout(folding);
			await inTurn(() => file.leave());
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
	};
}
