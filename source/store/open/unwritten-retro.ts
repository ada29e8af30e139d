/**
 * A new retro that has no file before its first edit, so that looking in and leaving again leaves nothing
 * behind. From the first edit on it is an open retro like any other.
 */
import {Problem} from '../../problem.ts';
import {apply, type Edit} from '../../retro/edit.ts';
import type {Retro} from '../../retro/record.ts';
import type {Store} from '../store.ts';
import type {OpenRetro, OpenRetroOptions, SaveState, StoreNotice} from './open-retro.ts';
import {rescueAt} from './rescue.ts';

/** How long after a failed attempt to make the file the next one is made, in milliseconds. */
const retryAfter = 1000;

/**
 * Opens a retro that is not in the store yet. The file is made with the first edit; while it cannot be,
 * a copy goes to the temporary directory and trying goes on.
 */
export function openUnwritten(
	store: Pick<Store, 'create' | 'open'>,
	start: Retro,
	{temporaryDirectory, randomId}: Pick<OpenRetroOptions, 'temporaryDirectory' | 'randomId'>,
): OpenRetro {
	const rescue = rescueAt(temporaryDirectory, `retro-${start.id}-${randomId()}.json`);
	let isCreated = false;
	let retro = start;
	let state: SaveState = {kind: 'saved', at: start.createdAt};
	let written: OpenRetro | undefined;
	let writing: Promise<void> | undefined;
	let waiting: Edit[] = [];
	let retry: NodeJS.Timeout | undefined;
	const listeners = new Set<(notice?: StoreNotice) => void>();
	const tell = (notice?: StoreNotice): void => {
		for (const listener of listeners) listener(notice);
	};

	async function write(): Promise<void> {
		try {
			if (!isCreated) await store.create(start);
			isCreated = true;
			const open = await store.open(start.id);
			for (const edit of waiting) open.commit(edit);
			waiting = [];
			open.subscribe(tell);
			written = open;
			await rescue.drop();
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
			const copy = await rescue.keep(retro);
			state = {kind: 'failed', problem: error, ...(copy !== undefined && {rescue: copy})};
			writing = undefined;
			retry = setTimeout(() => void begin(), retryAfter);
		}
		tell();
	}

	function begin(): Promise<void> {
		clearTimeout(retry);
		writing ??= write();
		return writing;
	}

	return {
		get retro() {
			return written?.retro ?? retro;
		},
		get state() {
			return written?.state ?? state;
		},
		commit(edit) {
			if (written !== undefined) return written.commit(edit);
			retro = apply(retro, edit);
			waiting.push(edit);
			if (state.kind !== 'failed') state = {kind: 'pending'};
			void begin();
			tell();
			return retro;
		},
		async flush() {
			if (waiting.length > 0) await begin();
			await written?.flush();
		},
		async close() {
			clearTimeout(retry);
			if (waiting.length > 0) await begin();
			clearTimeout(retry);
			await written?.close();
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
