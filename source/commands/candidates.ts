/** What the shell can complete from outside the program: retros, templates, files. */
import {readdir} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';
import {cleanLine} from '../text/clean.ts';
import type {Completes} from './command-shape.ts';
import type {Context} from './context.ts';

export type Candidate = readonly [value: string, description: string];

/** The candidates that begin with what was typed. A place that cannot be read has none: completing never fails. */
export async function candidatesFor(kind: Completes, typed: string, context: Context): Promise<readonly Candidate[]> {
	try {
		switch (kind) {
			case 'retro':
				return await retros(context);
			case 'template':
				return [...(await templates()), ...(await files(typed, context.cwd, false))];
			case 'file':
				return await files(typed, context.cwd, false);
			case 'directory':
				return await files(typed, context.cwd, true);
		}
	} catch {
		return [];
	}
}

async function retros(context: Context): Promise<Candidate[]> {
	const {retros: all} = await (await context.store()).list();
	return [['latest', 'the one last worked on'], ...all.map(({id, title}): Candidate => [id, cleanLine(title)])];
}

async function templates(): Promise<Candidate[]> {
	const {builtInTemplates} = await import('../export/templates.ts');
	return builtInTemplates.map(({name, about}) => [name, about]);
}

/**
 * The entries of the directory that is being typed, hidden ones left out. A directory that is the only
 * one is entered, so that the shell goes on in it instead of adding a space.
 */
async function files(typed: string, cwd: string, directoriesOnly: boolean): Promise<Candidate[]> {
	const base = typed.endsWith('/')
		? typed
		: dirname(typed) === '.' && !typed.startsWith('./')
			? ''
			: join(dirname(typed), '/');
	const entries = await readdir(resolve(cwd, base), {withFileTypes: true});
	const found = entries
		.filter((entry) => !entry.name.startsWith('.') && (!directoriesOnly || entry.isDirectory()))
		.map((entry) => `${base}${entry.name}${entry.isDirectory() ? '/' : ''}`)
		.filter((path) => path.startsWith(typed))
		.sort();
	const [only] = found;
	if (found.length !== 1 || only === undefined || !only.endsWith('/')) return found.map((path) => [path, '']);
	const inside = await files(only, cwd, directoriesOnly);
	return inside.length === 0 ? [[only, '']] : inside;
}
