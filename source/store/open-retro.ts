/**
 * A retro that somebody works on: edits are applied at once and saved within a second; what others
 * write meanwhile is merged in.
 */
import {setTimeout as pause} from 'node:timers/promises';
import {Problem} from '../problem.ts';
import type {Edit} from '../retro/edit.ts';
import type {Retro} from '../retro/record.ts';
import type {Instant} from '../time/instant.ts';
import {UnreadableRecord} from './file-adapter.ts';
import {type Exchange, later, type RecordFile} from './record-file.ts';
import {rescueAt} from './rescue.ts';
import {type SaveTiming, saveTimer} from './save-timer.ts';
import {workingCopy} from './working-copy.ts';

export type SaveState =
	/** Everything is on disk, flushed. */
	| {readonly kind: 'saved'; readonly at: Instant}
	/** There are edits that are not on disk yet. */
	| {readonly kind: 'pending'}
	/** What went wrong, and where a copy of everything lies. Trying goes on. */
	| {readonly kind: 'failed'; readonly problem: Problem; readonly rescue?: string};

/** Something that happened to the file, and that people want to be told. */
export type StoreNotice =
	/** Somebody else changed the retro; what they wrote is in `retro` now. */
	| {readonly kind: 'merged'}
	/** The file could not be read any more: it lies at `file` now, and ours is in its place. */
	| {readonly kind: 'set-aside'; readonly file: string};

export type OpenRetro = {
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
	/** Flushes, and ends the watch on the file and the trying. The rescue copy, if there is one, stays. */
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
};

/** Opens the retro in a file. Rejects with a `Problem` when it cannot be read. */
export async function openRetro(file: RecordFile, options: OpenRetroOptions): Promise<OpenRetro> {
	let lastStamp = await file.stamp();
	const copy = workingCopy(await file.load());
	let state: SaveState = {kind: 'saved', at: copy.retro.updatedAt};
	let isSuspect = false;
	let work: Promise<unknown> = Promise.resolve();
	const listeners = new Set<(notice?: StoreNotice) => void>();
	const rescue = rescueAt(options.temporaryDirectory, `retro-${copy.retro.id}-${options.randomId()}.json`);
	const timer = saveTimer(options, () => void inTurn(save));
	const watch = setInterval(() => void inTurn(look), options.checkEvery).unref();
	// Not waited for: it can take until the lock of a writer that was killed goes stale.
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

	/** What to write, given what is on disk. */
	function written(onDisk: Retro): Retro {
		if (copy.take(onDisk)) become(state, {kind: 'merged'});
		return whole();
	}

	function whole(): Retro {
		const retro = copy.send();
		return {...retro, updatedAt: later(options.now(), retro.updatedAt)};
	}

	async function exchange(): Promise<Exchange> {
		try {
			return await file.exchange(written);
		} catch (error) {
			if (!(error instanceof UnreadableRecord) || error.kind === 'newer') throw error;
			await pause(options.patience);
			return await file.recover(written, whole);
		}
	}

	async function save(): Promise<void> {
		if (!copy.hasEdits) return;
		timer.rest();
		try {
			const {retro, setAside} = await exchange();
			copy.arrived(retro);
			await succeed(setAside === undefined ? undefined : {kind: 'set-aside', file: setAside});
		} catch (error) {
			copy.returned();
			await fail(error);
			timer.retry();
		}
	}

	/** Looks whether somebody else changed the file. A file that cannot be read is looked at twice. */
	async function look(): Promise<void> {
		const stamp = await file.stamp();
		if (state.kind === 'failed' ? copy.hasEdits : stamp === lastStamp) return;
		try {
			const isNew = copy.take(await file.load());
			lastStamp = stamp;
			isSuspect = false;
			if (state.kind === 'failed') await succeed(isNew ? {kind: 'merged'} : undefined);
			else if (isNew) become(state, {kind: 'merged'});
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
			clearInterval(watch);
			await flush();
			timer.rest();
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
	};
}
