/**
 * One sitting with one retro: the retro as it is now, what can be undone, whether it is saved. Screens
 * read it through `useSyncExternalStore` and send edits; they never change a retro themselves.
 */

import {type Edit, inverse} from '../retro/edit.ts';
import {emptyHistory, type History, record, redo, undo} from '../retro/history.ts';
import type {Retro} from '../retro/record.ts';
import type {OpenRetro, SaveState, StoreNotice} from '../store/open/open-retro.ts';
import type {EarlierSteps} from '../store/versions/earlier-steps.ts';
import type {KeptStep} from '../store/versions/version-file.ts';

export type Snapshot = {
	readonly retro: Retro;
	readonly save: SaveState;
	readonly canUndo: boolean;
	readonly canRedo: boolean;
};

export type Sitting = {
	/** Whether git had left conflict markers in the file, and both sides were merged. */
	readonly wasConflicted: boolean;
	/** The newest state; the same object until something changes. */
	snapshot(): Snapshot;
	subscribe(listener: (notice?: StoreNotice) => void): () => void;
	/**
	 * Applies an edit at once and saves it soon. Edits with the same `visit`, one visit of one field, are
	 * one step to undo.
	 */
	send(edit: Edit | undefined, visit?: string): void;
	/** Takes the last step back; returns its inverse, which was applied, or undefined. */
	undo(): Edit | undefined;
	redo(): Edit | undefined;
	/**
	 * Where this sitting has nothing to take back: takes back the last step of an earlier one, and resolves to
	 * it; undefined where there is none.
	 */
	undoEarlier(): Promise<KeptStep | undefined>;
	/** Resolves when everything is on disk or it is known that it cannot be. */
	flush(): Promise<void>;
	close(): Promise<void>;
};

/** A sitting over a retro that the store holds open, with the steps of earlier ones where they are kept. */
export function startSitting(open: OpenRetro, earlier?: EarlierSteps): Sitting {
	let history: History = emptyHistory;
	let snapshot = take();
	const listeners = new Set<(notice?: StoreNotice) => void>();

	function take(): Snapshot {
		return {
			retro: open.retro,
			save: open.state,
			canUndo: history.past.length > 0,
			canRedo: history.future.length > 0,
		};
	}

	function refresh(notice?: StoreNotice): void {
		snapshot = take();
		for (const listener of listeners) listener(notice);
	}

	function step(move: typeof undo): Edit | undefined {
		const moved = move(history);
		if (moved === undefined) return undefined;
		history = moved.history;
		open.commit(moved.edit);
		refresh();
		return moved.edit;
	}

	open.subscribe(refresh);
	earlier?.own(() => history.past);
	return {
		wasConflicted: open.wasConflicted === true,
		snapshot: () => snapshot,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		send(edit, visit) {
			if (edit === undefined || open.state.kind === 'read-only') return;
			history = record(history, edit, visit ?? null);
			open.commit(edit);
			refresh();
		},
		undo: () => step(undo),
		redo: () => step(redo),
		async undoEarlier() {
			const step = await earlier?.take(open.retro);
			if (step === undefined) return undefined;
			history = {...history, future: [step.edit, ...history.future], visit: null};
			open.commit(inverse(step.edit));
			refresh();
			return step;
		},
		flush: () => open.flush(),
		close: () => open.close(),
	};
}
