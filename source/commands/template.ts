/** Which template a document is made from. */

import {loadTemplate} from '../export/templates.ts';
import {wrongUse} from '../problem.ts';
import type {Retro} from '../retro/record.ts';
import type {Context} from './context.ts';
import {quoted} from './quote.ts';

/** The text of the template that was asked for, else of the retro's own, else of the guide's. Throws a `Problem`. */
export async function templateOf(
	retro: Retro,
	asked: string | undefined,
	{store, cwd}: Pick<Context, 'store' | 'cwd'>,
): Promise<string> {
	const {directory} = await store();
	return loadTemplate(asked ?? ownTemplate(retro) ?? 'guide', {cwd, storeDirectory: directory});
}

/** Throws a `Problem` when it is not the name of a template that is there. */
export async function checkTemplateName(name: string, {store, cwd}: Pick<Context, 'store' | 'cwd'>): Promise<void> {
	const {directory} = await store();
	if (!isName(name)) {
		throw wrongUse(
			`A retro keeps the name of a template, and ${quoted(name)} is a path`,
			`Put the file into ${directory}/templates, or name it to "retro export --template".`,
		);
	}
	await loadTemplate(name, {cwd, storeDirectory: directory});
}

/** A record may come from anywhere, so it can name a template but not a path: that would put any file into the document. */
function ownTemplate(retro: Retro): string | undefined {
	const {template} = retro;
	return typeof template === 'string' && isName(template) ? template : undefined;
}

function isName(template: string): boolean {
	return /^[\w-]+$/.test(template);
}
