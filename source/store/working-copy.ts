/** A retro in memory and how it stands to the one on disk: which edits are not there yet. */
import {apply, type Edit} from '../retro/edit.ts';
import {join} from '../retro/history.ts';
import type {Retro} from '../retro/record.ts';
import {rebase, settle} from './rebase.ts';

export type WorkingCopy = {
	/** What is on disk as far as we know, with all edits on it. */
	readonly retro: Retro;
	/** Whether there are edits that are not on disk. */
	readonly hasEdits: boolean;
	/** Applies an edit; a value that has changed since the editor saw it is merged. */
	commit(edit: Edit): Retro;
	/** Takes in what is on disk, with our edits on it. Gives false when it is what we knew already. */
	take(onDisk: Retro): boolean;
	/** The retro that is to be written now. */
	send(): Retro;
	/** What was sent is on disk, as this. */
	arrived(written: Retro): void;
	/** What was sent is not on disk, and has to be sent again. */
	returned(): void;
};

export function workingCopy(first: Retro): WorkingCopy {
	let onDisk = first;
	let retro = first;
	let sent: readonly Edit[] = [];
	let pending: readonly Edit[] = [];
	return {
		get retro() {
			return retro;
		},
		get hasEdits() {
			return sent.length + pending.length > 0;
		},
		commit(edit) {
			const settled = settle(retro, edit);
			pending = joined(pending, settled);
			retro = apply(retro, settled);
			return retro;
		},
		take(theirs) {
			if (theirs === onDisk) return false;
			onDisk = theirs;
			retro = rebase(theirs, [...sent, ...pending], retro);
			return true;
		},
		send() {
			sent = [...sent, ...pending];
			pending = [];
			return retro;
		},
		arrived(written) {
			onDisk = written;
			sent = [];
			retro = pending.length === 0 ? written : {...retro, updatedAt: written.updatedAt};
		},
		returned() {
			pending = [...sent, ...pending];
			sent = [];
		},
	};
}

/** Typing makes an edit of each key: those that follow on one another become one. */
function joined(edits: readonly Edit[], edit: Edit): readonly Edit[] {
	const last = edits.at(-1);
	const both = last && join(last, edit);
	return both === undefined ? [...edits, edit] : [...edits.slice(0, -1), both];
}
