/** Documents leave the app: to a file, to the clipboard. */
import {lstat, writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {Problem} from '../problem.ts';

/**
 * Writes a document below the working directory or to an absolute path. A file that is there is only
 * replaced when `replace` says so; a symlink never. Throws a `Problem` that says what stands in the way.
 */
export async function writeDocument(directory: string, path: string, text: string, replace: boolean): Promise<void> {
	const file = resolve(directory, path);
	const there = await lstat(file).catch(() => undefined);
	if (there?.isSymbolicLink()) throw new Problem(`${path} is a link.`, 'Name the file itself.');
	if (there?.isDirectory()) throw new Problem(`${path} is a directory.`, 'Name a file in it.');
	if (there !== undefined && !replace) throw new Problem(`${path} is there already.`, 'Enter again replaces it.');
	try {
		await writeFile(file, text, {flag: replace ? 'w' : 'wx'});
	} catch (error) {
		throw new Problem(
			`Cannot write ${path}: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}.`,
			'Try another path.',
		);
	}
}

/** The sequence that asks a terminal to take text into its clipboard (OSC 52, xterm's control sequences). */
export function clipboardSequence(text: string): string {
	return `\u001B]52;c;${Buffer.from(text, 'utf8').toString('base64')}\u0007`;
}
