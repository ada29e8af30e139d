/**
 * A retro in memory and how it stands to the one on disk: which edits are not there yet. Lines that are being
 * typed (drafts) are on disk for the sake of a crash; in memory they stay with the one who types them, and
 * somebody else's never appear in the midst of them.
 */
import {isDeepStrictEqual} from 'node:util';
import {apply, batch, type Edit} from '../../retro/edit.ts';
import {join} from '../../retro/history.ts';
import {withKnownItems} from '../../retro/known-items.ts';
import {rebase, settle} from '../../retro/merge/rebase.ts';
import type {Retro} from '../../retro/record.ts';
import {isSameButDrafts} from '../../retro/same-but-drafts.ts';
import type {Instant} from '../../time/instant.ts';

export type WorkingCopy = {
	/** What is on disk as far as we know, with all edits on it. */
	readonly retro: Retro;
	/** What is on disk as far as we know. */
	readonly onDisk: Retro;
	/** Whether there are edits that are not on disk. */
	readonly hasEdits: boolean;
	/** Applies an edit; a value that has changed since the editor saw it is merged. */
	commit(edit: Edit): Retro;
	/**
	 * Takes in what is on disk, with our edits on it. Gives false when it is what we knew already, but for
	 * lines that somebody else is typing.
	 */
	take(onDisk: Retro): boolean;
	/** The edits that are to be written now as one; undefined when there are none. */
	send(): Edit | undefined;
	/** What was sent is on disk, on what we know to be there, with this time of the last change. */
	arrived(at: Instant): void;
	/** What was sent is not on disk, and has to be sent again. */
	returned(): void;
};

/** A copy of a retro that is as it is on disk. */
export function workingCopy(first: Retro): WorkingCopy {
	let onDisk = first;
	let retro = first;
	let sent: readonly Edit[] = [];
	let pending: readonly Edit[] = [];
	return {
		get retro() {
			return retro;
		},
		get onDisk() {
			return onDisk;
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
			const before = onDisk;
			onDisk = withKnownItems(onDisk, theirs);
			retro = withKnownItems(retro, withDraftsOf(retro, rebase(onDisk, [...sent, ...pending], retro)));
			return !isSameButDrafts(before, onDisk);
		},
		send() {
			sent = [...sent, ...pending];
			pending = [];
			return batch(sent);
		},
		arrived(at) {
			const updatedAt = at > onDisk.updatedAt ? at : onDisk.updatedAt;
			onDisk = {...rebase(onDisk, sent, retro), updatedAt};
			sent = [];
			retro = {...retro, updatedAt};
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

/** The content of `retro` with the drafts of another. */
function withDraftsOf({drafts}: Retro, retro: Retro): Retro {
	if (isDeepStrictEqual(drafts, retro.drafts)) return retro;
	const {drafts: _theirs, ...rest} = retro;
	return drafts === undefined ? rest : {...rest, drafts};
}
