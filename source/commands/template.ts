/** Which template a document is made from. */

import {isTemplateName, loadTemplate, ownTemplate, teamTemplate} from '../export/templates.ts';
import {wrongUse} from '../problem.ts';
import type {Retro} from '../retro/record.ts';
import type {Context} from './context.ts';
import {quoted} from './quote.ts';

/**
 * The text of the template that was asked for, else of the retro's own, else of the team's, else of the guide's.
 * Throws a `Problem`.
 */
export async function templateOf(
	retro: Retro,
	asked: string | undefined,
	{store, cwd, configuration}: Pick<Context, 'store' | 'cwd' | 'configuration'>,
): Promise<string> {
	const {directory} = await store();
	const name = asked ?? ownTemplate(retro) ?? teamTemplate(await configuration()) ?? 'guide';
	return loadTemplate(name, {cwd, storeDirectory: directory});
}

/** Throws a `Problem` when it is not the name of a template that is there. */
export async function checkTemplateName(name: string, {store, cwd}: Pick<Context, 'store' | 'cwd'>): Promise<void> {
	const {directory} = await store();
	if (!isTemplateName(name)) {
		throw wrongUse(
			`A retro keeps the name of a template, and ${quoted(name)} is a path`,
			`Put the file into ${directory}/templates, or name it to "retro export --template".`,
		);
	}
	await loadTemplate(name, {cwd, storeDirectory: directory});
}
