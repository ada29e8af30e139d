/** Putting the lines of the journals into a record's file, one at a time and while nobody else writes it. */
import {setTimeout as pause} from 'node:timers/promises';
import type {Edit} from '../../retro/edit.ts';
import type {Retro} from '../../retro/record.ts';
import {parseVector, printVector, withLine} from '../journal/vector.ts';
import {isForeign, keep, removeAbandoned} from './after-fold.ts';
import {ChangedUnderneath} from './file-adapter.ts';
import {isFresh} from './file-conditions.ts';
import type {OwnLines} from './own-lines.ts';
import type {RecordView, View} from './record-view.ts';

/** What may be changed at once with the folding; undefined leaves all as it is. */
type Change = (onDisk: Retro) => Edit | undefined;

export type Folding = {
	/**
	 * Puts the lines into the file, and one of ours more if there is a change. To be called under the lock. Rejects with
	 * `Unquiet` while somebody else writes the file: between the last look at it and the new one taking its place there
	 * is always a moment.
	 */
	now(change?: Change): Promise<Retro>;
	/** Folds as soon as nobody else writes the file. Rejects with `Unquiet` or with code ELOCKED when somebody always does. */
	inQuiet(change?: Change): Promise<Retro>;
	/** Runs the work under the record's lock, anew when the file changed underneath. Rejects as `locked` does. */
	underLock<Result>(work: () => Promise<Result>, wait?: number): Promise<Result>;
};

/** How often to begin again when somebody who takes no lock (an editor, git) changes the file meanwhile. */
const tries = 20;

/** How long to wait for a lock that can be done without, in milliseconds, before leaving. */
const courteously = 1000;

/** How long a file is left alone that somebody else wrote, in milliseconds. Its lines lie safely in the journals. */
export const quiet = 200;

/** Somebody else writes the file just now. */
export class Unquiet extends Error {}

/** @param record the parts of a record's file: `settledView` waits for one in the making, `changed` puts an edit on it */
export function foldingOf(record: {
	path: string;
	disk: RecordView;
	own: OwnLines;
	view: () => Promise<View>;
	settledView: () => Promise<View>;
	changed: (retro: Retro, edit: Edit) => Retro;
}): Folding {
	const {path, disk, own, view, settledView, changed} = record;

	async function now(change?: Change): Promise<Retro> {
		const found = await (change === undefined ? view() : settledView());
		if (isForeign(found) && (await isFresh(path, quiet))) throw new Unquiet();
		const edit = change?.(found.retro);
		const retro = edit === undefined ? found.retro : changed(found.retro, edit);
		const ours = edit === undefined ? [] : [own.lineOf(edit, retro)];
		const fresh = [...found.fresh, ...ours];
		if (fresh.length + found.missing.length > 0) {
			const lines = [...found.journals.flatMap((one) => one.lines), ...ours];
			const vector = fresh.length > 0 ? withLine(new Map(), ...lines) : parseVector(found.folds.at(-1)?.vector);
			const {digest} = await disk.write({...found.record, retro, vector});
			for (const line of ours) own.isOnDisk(line);
			await keep(found, {digest, vector: printVector(vector) ?? '', lines: fresh});
		}
		await own.clear();
		await removeAbandoned(found.journals, own.isBegun ? own.writer : undefined);
		return retro;
	}

	async function inQuiet(change?: Change): Promise<Retro> {
		const deadline = performance.now() + 2 * quiet;
		for (;;) {
			try {
				return await underLock(() => now(change), courteously);
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

	return {now, inQuiet, underLock};
}
