/** Which files are meant by the arguments of `retro lint`: files, directories, globs, standard input. */
import {realpath, stat} from 'node:fs/promises';
import {join, relative, resolve, sep} from 'node:path';
import {Problem} from '../../problem.ts';
import {errorCode} from '../../store/files/failure.ts';
import {quoted} from '../quote.ts';
import type {WalkOptions} from './walk.ts';

export type FoundFile = {
	/** As it was named, or found below what was named; `-` for standard input. */
	readonly path: string;
	/** Why there is nothing to read. */
	readonly problem?: Problem;
};

/**
 * The files in the order of the arguments, each of them once, however it is named. What an argument with `!` in front
 * names, a file, a directory or a glob, is left out.
 * @param cwd absolute
 */
export async function findFiles(names: readonly string[], cwd: string): Promise<FoundFile[]> {
	const found = new Map<string, FoundFile>();
	for (const name of names.filter((each) => !each.startsWith('!'))) {
		for (const {key, ...file} of await filesOf(name, cwd)) if (!found.has(key)) found.set(key, file);
	}
	const unwanted = names.filter((name) => name.startsWith('!')).map((name) => name.slice(1));
	return unwanted.length === 0 ? [...found.values()] : without(unwanted, [...found.values()], cwd);
}

async function without(unwanted: readonly string[], files: readonly FoundFile[], cwd: string): Promise<FoundFile[]> {
	const {default: picomatch} = await import('picomatch');
	const patterns = unwanted.map((name) => slashed(name).replace(/^\.\/|\/$/g, ''));
	const isUnwanted = picomatch([...patterns, ...patterns.map((pattern) => `${pattern}/**`)], {dot: true});
	return files.filter(({path}) => path === '-' || !isUnwanted(slashed(relative(cwd, resolve(cwd, path)))));
}

/** The path with `/` between its parts, as patterns have it. */
function slashed(path: string): string {
	return sep === '\\' ? path.replaceAll('\\', '/') : path;
}

/** `key` is the same for two names of one file. */
type KeyedFile = FoundFile & {readonly key: string};

async function filesOf(name: string, cwd: string): Promise<KeyedFile[]> {
	if (name === '-') return [{path: name, key: name}];
	const full = resolve(cwd, name);
	const status = await stat(full).catch(() => undefined);
	if (status?.isDirectory()) return filesBelow(name, full);
	if (status === undefined && isGlob(name)) return filesLike(name, cwd);
	return [{path: name, key: await realpath(full).catch(() => full)}];
}

function isGlob(name: string): boolean {
	return /[*?[{]/.test(name);
}

function filesBelow(name: string, full: string): Promise<KeyedFile[]> {
	return walked(name, full, {wants: (path) => /\.(?:md|markdown)$/i.test(path), enters: () => false});
}

/** The files that a pattern matches; what is hidden and `node_modules` only where the pattern names them. */
async function filesLike(name: string, cwd: string): Promise<KeyedFile[]> {
	const {default: picomatch} = await import('picomatch');
	const {base, glob} = picomatch.scan(slashed(name));
	const isNamed = picomatch(glob.split('/').filter((part) => part.startsWith('.') || part === 'node_modules'));
	const files = await walked(base === '' ? '.' : base, resolve(cwd, base), {wants: picomatch(glob), enters: isNamed});
	return files.length > 0
		? files
		: [{path: name, key: name, problem: new Problem(`There is no file like ${quoted(name)}`)}];
}

async function walked(name: string, full: string, options: WalkOptions): Promise<KeyedFile[]> {
	const {walk} = await import('./walk.ts');
	const real = await realpath(full).catch(() => full);
	const {files, unreadable} = await walk(real, options);
	return [
		...unreadable.map(({path, error}) => unreadableDirectory(join(name, path), join(real, path), error)),
		...files.map((path) => ({path: join(name, path), key: join(real, path)})),
	];
}

function unreadableDirectory(path: string, key: string, error: unknown): KeyedFile {
	const isMissing = errorCode(error) === 'ENOENT';
	const why = isMissing ? `There is no directory ${quoted(path)}` : `The directory ${quoted(path)} cannot be read`;
	return {path, key, problem: new Problem(isMissing ? why : `${why}: ${errorCode(error) ?? 'unknown error'}`)};
}
