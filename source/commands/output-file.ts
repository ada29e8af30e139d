/** Writes a document to a file, whole or not at all, and never over another by accident. */
import {open, realpath, stat} from 'node:fs/promises';
import {resolve} from 'node:path';
import {Problem} from '../problem.ts';
import {replaceFile} from '../store/durable-write.ts';
import {errorCode, failure} from '../store/failure.ts';
import {quoted} from './quote.ts';

/** Throws a `Problem` when the file is there and `force` is not set, or when it cannot be written. */
export async function writeOutput(path: string, text: string, options: {cwd: string; force: boolean}): Promise<void> {
	const full = resolve(options.cwd, path);
	const target = await realpath(full).catch(() => full);
	const old = await stat(target).catch(() => undefined);
	if (old?.isDirectory())
		throw new Problem(`${quoted(path)} is a directory, not a file`, `Name a file in it: ${path}/post-mortem.md`);
	if (old?.isFile() && !options.force) {
		throw new Problem(`There is a file ${quoted(path)} already, and it is left as it is`, 'Add --force to replace it.');
	}
	try {
		// A device or a pipe (/dev/stderr, a process substitution) is written to, not replaced.
		if (old !== undefined && !old.isFile()) await writeThrough(target, text);
		else await replaceFile(target, text, {mode: 0o666});
	} catch (error) {
		if (errorCode(error) === 'ENOENT') throw new Problem(`There is no directory to write ${quoted(path)} in`);
		throw failure(error, `Cannot write ${quoted(path)}`);
	}
}

async function writeThrough(path: string, text: string): Promise<void> {
	const handle = await open(path, 'w');
	try {
		await handle.writeFile(text);
	} finally {
		await handle.close();
	}
}
