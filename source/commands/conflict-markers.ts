/** What is said about a retro that git left conflict markers in. */
import type {Store} from '../store/store.ts';
import {type Context, tell} from './context.ts';

/**
 * Says on standard error that both sides were read, where that is so, and how git is told to merge. To be called
 * before the retro is changed: a change writes the merged record.
 */
export async function tellOfMarkers(
	context: Pick<Context<object>, 'stderr'>,
	store: Pick<Store, 'isConflicted'>,
	id: string,
): Promise<void> {
	if (!(await store.isConflicted(id))) return;
	tell(
		context,
		`git left conflict markers in ${id}: both sides of it are merged here.`,
		'A change made here writes that down, and keeps a copy of what git left. "retro init" makes git merge retros by itself.',
	);
}
