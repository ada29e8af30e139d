/** Writes a document to a file, whole or not at all, never over another by accident, and never where somebody else leads it. */
import {lstat, open, realpath, stat} from 'node:fs/promises';
import {resolve} from 'node:path';
import {Problem} from '../../problem.ts';
import {cleanLine} from '../../text/clean.ts';
import {replaceFile} from './durable-write.ts';
import {errorCode, failure} from './failure.ts';

export type OutputOptions = {
	/** Absolute; what the path is relative to. */
	readonly cwd: string;
	/** Whether a file that is there may go. */
	readonly replace: boolean;
	/** How to say that it may, for whoever meets one: `Add --force to replace it.` */
	readonly hint: string;
};

/**
 * Writes the text to the path. A link of one's own is followed; one that somebody else made (in a shared directory, to
 * lead the text over a file of ours) is not. Throws a `Problem` that says what stands in the way.
 */
export async function writeOutput(path: string, text: string, {cwd, replace, hint}: OutputOptions): Promise<void> {
	const name = `“${cleanLine(path)}”`;
	const full = resolve(cwd, path);
	await refusePlanted(full, name);
	const target = await realpath(full).catch(() => full);
	const old = await stat(target).catch(() => undefined);
	if (old?.isDirectory()) throw new Problem(`${name} is a directory, not a file`, 'Name a file in it.');
	if (old?.isFile() && !replace) throw new Problem(`There is a file ${name} already, and it is left as it is`, hint);
	try {
		// A device or a pipe (/dev/stderr, a process substitution) is written to, not replaced.
		if (old !== undefined && !old.isFile()) await writeThrough(target, text);
		else await replaceFile(target, text, {mode: 0o666});
	} catch (error) {
		if (errorCode(error) === 'ENOENT') throw new Problem(`There is no directory to write ${name} in`);
		throw failure(error, `Cannot write ${name}`);
	}
}

async function refusePlanted(path: string, name: string): Promise<void> {
	const there = await lstat(path).catch(() => undefined);
	if (there?.isSymbolicLink() !== true || process.getuid === undefined) return;
	// The system's own, such as /dev/stdout, are nobody's trap.
	if (there.uid === process.getuid() || there.uid === 0) return;
	throw new Problem(`${name} is a link that somebody else made, and is not followed`, 'Name another file.');
}

async function writeThrough(path: string, text: string): Promise<void> {
	const handle = await open(path, 'w');
	try {
		await handle.writeFile(text);
	} finally {
		await handle.close();
	}
}
