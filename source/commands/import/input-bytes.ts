/** Where an import comes from: a file, a directory of files, an archive, or standard input. */
import {createReadStream} from 'node:fs';
import {readdir, stat} from 'node:fs/promises';
import {join, relative, resolve} from 'node:path';
import {Problem} from '../../problem.ts';
import type {Input, Surroundings} from '../context.ts';
import {piped, unreadable} from '../input.ts';
import {quoted} from '../quote.ts';

/** One stretch of bytes with the name it had; `size` where that is known before it is read. */
export type Part = {readonly name: string; readonly bytes: () => AsyncIterable<Uint8Array>};

export type ImportInput = {
	readonly kind: 'stream' | 'directory';
	readonly parts: readonly Part[];
	/** In bytes. */
	readonly size: number | undefined;
	/** Absolute path; undefined for standard input. */
	readonly path: string | undefined;
};

/** Directories hold no more files than this, or something else was meant. */
const mostFiles = 20_000;

/** Throws a `Problem` where there is nothing, or nothing that may be read. */
export async function openInput(from: string, {stdin, cwd}: Pick<Surroundings, 'stdin' | 'cwd'>): Promise<ImportInput> {
	if (from === '-') {
		const input: Input = stdin;
		return {kind: 'stream', parts: [{name: '-', bytes: () => piped(input)}], size: undefined, path: undefined};
	}
	const path = resolve(cwd, from);
	try {
		const {size, isDirectory} = await statOf(path);
		if (!isDirectory) return {kind: 'stream', parts: [{name: from, bytes: () => fileBytes(path, from)}], size, path};
		const files = await filesIn(path);
		if (files.length > mostFiles)
			throw new Problem(
				`There are more than ${mostFiles} files in ${quoted(from)}`,
				'Name the directory of one channel.',
			);
		const parts = files.map((file) => ({
			name: relative(path, file.path),
			bytes: () => fileBytes(file.path, file.path),
		}));
		return {kind: 'directory', parts, size: files.reduce((sum, file) => sum + file.size, 0), path};
	} catch (error) {
		throw unreadable(error, quoted(from));
	}
}

/** The bytes of a file. Throws a `Problem` where it cannot be read. */
export async function* fileBytes(path: string, name: string): AsyncGenerator<Uint8Array> {
	try {
		yield* createReadStream(path, {highWaterMark: 256 * 1024}) as AsyncIterable<Uint8Array>;
	} catch (error) {
		throw unreadable(error, quoted(name));
	}
}

async function statOf(path: string): Promise<{size: number; isDirectory: boolean}> {
	const found = await stat(path);
	return {size: found.size, isDirectory: found.isDirectory()};
}

/** All files in it, by name, so that days come in their order; hidden ones are left alone, links are not followed. */
async function filesIn(path: string): Promise<{path: string; size: number}[]> {
	const entries = await readdir(path, {withFileTypes: true, recursive: true});
	const files = entries.filter(
		(entry) => entry.isFile() && !/(?:^|[\\/])\./.test(join(relative(path, entry.parentPath), entry.name)),
	);
	const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
	return Promise.all(paths.slice(0, mostFiles + 1).map(async (file) => ({path: file, size: (await stat(file)).size})));
}
