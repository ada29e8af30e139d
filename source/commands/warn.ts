/** Tells what the lint finds in what a command has just written. It warns and fails nothing. */
import type {FieldPath} from '../retro/fields.ts';
import type {Retro} from '../retro/record.ts';
import {type Context, tell} from './context.ts';
import {findingLines, wordsOf} from './finding-lines.ts';

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
