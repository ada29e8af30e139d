/** Tells what the lint finds in what a command has just written. It warns and fails nothing. */

import {wordsOf} from '../lint/finding.ts';
import type {FieldPath} from '../retro/fields.ts';
import type {Retro, TimelineEntry} from '../retro/record.ts';
import {type Context, tell} from './context.ts';
import {findingLines} from './finding-lines.ts';

/** @param isNew whether a text was written by this command; only those are told of */
export async function warnOfFindings(
	context: Context<object>,
	retro: Retro,
	isNew: (path: FieldPath) => boolean,
): Promise<void> {
	const [{lintRetro}, {linterOf}] = await Promise.all([import('../lint/retro.ts'), import('./linter.ts')]);
	for (const {path, finding, text} of lintRetro(retro, await linterOf(context))) {
		if (isNew(path)) tell(context, ...findingLines({...finding, text: wordsOf(finding, text)}, context.paintError));
	}
}

/** Tells what is odd about an entry of a timeline that was added alone; of many at once "retro check" tells. */
export async function warnOfLanding(
	context: Context<object>,
	retro: Retro,
	added: readonly TimelineEntry[],
): Promise<void> {
	const [entry] = added;
	if (entry === undefined || added.length > 1) return;
	const {landingChecks} = await import('../retro/timeline-checks/landing.ts');
	const before = {...retro, timeline: retro.timeline.filter(({id}) => id !== entry.id)};
	const landing = landingChecks(before, retro, entry.id);
	// That it lies before the start is said beside its time already.
	if (landing !== undefined && landing.rule !== 'entry-before-start') tell(context, `${landing.message}.`);
}
