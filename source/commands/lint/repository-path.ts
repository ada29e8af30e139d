/** The path of a file as a service that shows the repository knows it. */
import {isAbsolute, relative, resolve, sep} from 'node:path';
import type {Surroundings} from '../context.ts';

/**
 * Relative to the checkout of a GitHub workflow, else to the working directory, with `/`; absolute where the file
 * lies outside of it.
 */
export function repositoryPath(path: string, {cwd, env}: Pick<Surroundings, 'cwd' | 'env'>): string {
	const full = resolve(cwd, path);
	const checkout = env.GITHUB_WORKSPACE;
	const roots = checkout === undefined || checkout === '' ? [cwd] : [checkout, cwd];
	const inside = roots.map((root) => relative(root, full)).find((way) => !leadsOut(way));
	return (inside ?? full).split(sep).join('/');
}

function leadsOut(way: string): boolean {
	return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}
