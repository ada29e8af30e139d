/** Records of a newer version, which can be read here as far as this version knows them, and not written. */
import type {Retro} from '../../retro/record.ts';
import {UnreadableRecord} from '../record/file-adapter.ts';
import type {Store} from '../store.ts';
import type {OpenRetro} from './open-retro.ts';

/**
 * A retro to be read and not to be changed: one of a newer version too, as far as what this version knows is in it.
 * Rejects with a `Problem`.
 */
export async function loadToRead(store: Pick<Store, 'load'>, id: string): Promise<Retro> {
	try {
		return await store.load(id);
	} catch (error) {
		if (error instanceof UnreadableRecord && error.toRead !== undefined) return error.toRead;
		throw error;
	}
}

/** Opens a retro to work on it, one of a newer version to look at it. Rejects with a `Problem`. */
export async function openOrRead(store: Pick<Store, 'open'>, id: string): Promise<OpenRetro> {
	try {
		return await store.open(id);
	} catch (error) {
		if (error instanceof UnreadableRecord && error.toRead !== undefined) return readOnly(error.toRead);
		throw error;
	}
}

/** A retro that no edit changes. */
function readOnly(retro: Retro): OpenRetro {
	return {
		retro,
		state: {kind: 'read-only'},
		commit: () => retro,
		flush: async () => {},
		close: async () => {},
		subscribe: () => () => {},
	};
}
