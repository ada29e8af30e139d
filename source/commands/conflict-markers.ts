/** What is said about a retro that git left conflict markers in. */
import type {Retro} from '../retro/record.ts';
import {type Context, tell} from './context.ts';

/** Says on standard error that both sides were read, where that is so, and how git is told to merge. */
export async function tellOfMarkers(context: Pick<Context<object>, 'stderr'>, retro: Retro): Promise<void> {
	const {tellHealed} = await import('../store/layout.ts');
	if (!tellHealed(retro)) return;
	tell(
		context,
		`git left conflict markers in ${retro.id}: both sides of it are merged here.`,
		'A change made here writes that down. "retro init" makes git merge retros by itself.',
	);
}
