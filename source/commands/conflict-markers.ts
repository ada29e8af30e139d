/** What is said about a retro that git left conflict markers in. */
import type {Retro} from '../retro/record.ts';
import {type Context, tell} from './context.ts';

/** Says on standard error that both sides were read, where that is so, and how git is told to merge. */
export async function tellOfMarkers(context: Pick<Context<object>, 'stderr'>, retro: Retro): Promise<void> {
	const {wasHealed} = await import('../store/layout.ts');
	if (!wasHealed(retro)) return;
	tell(
		context,
		`${retro.id} holds conflict markers of a git merge: here are both sides, merged.`,
		'The next change of it here writes that down. "retro init" makes git merge retros by itself.',
	);
}
