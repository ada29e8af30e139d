/** The files below a directory: what is hidden, what git leaves out and `node_modules` are passed over, links too. */
import type {Dirent} from 'node:fs';
import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {type IgnoreRules, isIgnored, rulesAbove, withRulesOf} from './git-ignore.ts';

export type Walk = {
	/** Paths relative to the directory, in the order of their names, a directory's files where it stands. */
	readonly files: readonly string[];
	/** Directories that cannot be read, relative too; the error of the file system with each. */
	readonly unreadable: readonly {readonly path: string; readonly error: unknown}[];
};

export type WalkOptions = {
	/** Whether a file is looked for, by its relative path with `/`. */
	wants(path: string): boolean;
	/** Whether something of this name is not passed over, though it is hidden or called `node_modules`. */
	enters(name: string): boolean;
};

type Walker = WalkOptions & {
	readonly directory: string;
	readonly files: string[];
	readonly unreadable: {path: string; error: unknown}[];
};

/** @param directory absolute */
export async function walk(directory: string, options: WalkOptions): Promise<Walk> {
	const walker: Walker = {...options, directory, files: [], unreadable: []};
	await look(walker, '', await rulesAbove(directory));
	return walker;
}

async function look(walker: Walker, below: string, above: IgnoreRules): Promise<void> {
	const entries = await entriesOf(walker, below);
	const rules = entries.some(({name}) => name === '.gitignore')
		? await withRulesOf(join(walker.directory, below), above)
		: above;
	for (const entry of entries.sort(byName)) {
		const path = below === '' ? entry.name : `${below}/${entry.name}`;
		const isDirectory = entry.isDirectory();
		if (!isDirectory && !(entry.isFile() && walker.wants(path))) continue;
		if (isPassedOver(entry.name) && !walker.enters(entry.name)) continue;
		if (isIgnored(join(walker.directory, path), isDirectory, rules)) continue;
		if (isDirectory) await look(walker, path, rules);
		else walker.files.push(path);
	}
}

function entriesOf({directory, unreadable}: Walker, path: string): Promise<Dirent[]> {
	return readdir(join(directory, path), {withFileTypes: true}).catch((error: unknown) => {
		unreadable.push({path, error});
		return [];
	});
}

function isPassedOver(name: string): boolean {
	return name.startsWith('.') || name === 'node_modules';
}

/** By code unit, so that the order is the same everywhere. */
function byName(one: Dirent, other: Dirent): number {
	return one.name < other.name ? -1 : 1;
}
