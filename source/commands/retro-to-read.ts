/** Loads a retro that a command shows and does not change. */
import type {Retro} from '../retro/record.ts';
import {loadToRead} from '../store/open/read-only.ts';
import {isOfNewerVersion} from '../store/retro-summary.ts';
import type {Store} from '../store/store.ts';
import {tellOfMarkers} from './conflict-markers.ts';
import {type Context, tell} from './context.ts';

/**
 * Says on standard error when it is of a newer version, whose own fields are not shown, or was read out of conflict
 * markers. Rejects with a `Problem`.
 */
export async function retroToRead(
	context: Pick<Context<object>, 'stderr'>,
	store: Pick<Store, 'load' | 'isConflicted'>,
	id: string,
): Promise<Retro> {
	const retro = await loadToRead(store, id);
	if (isOfNewerVersion(retro)) tell(context, newerWords(id));
	else await tellOfMarkers(context, store, id);
	return retro;
}

export function newerWords(id: string): string {
	return `${id} was written by a newer version of incident-retro: it can be read here, and not changed.`;
}
