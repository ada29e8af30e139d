/**
 * Reads a file that is one. A pipe, a terminal or `/dev/zero` in its place, which a link in somebody's repository may
 * lead to, would be waited for or read for ever.
 */
import {constants} from 'node:fs';
import {open} from 'node:fs/promises';

/** The largest that is read, in bytes: a million entries have room in it, and a text of Node in memory for it. */
const most = 400_000_000;

/**
 * The bytes of a file. Rejects with the error of the file system; with code ENOTREG where it is something else than a
 * file or a directory, and with code ETOOLARGE where it is too large to be read.
 */
export async function readRegular(path: string): Promise<Buffer> {
	// Opened without waiting for whoever would write into a pipe. Windows has no such flag, and no such pipes.
	const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
	try {
		const found = await handle.stat();
		if (!found.isFile() && !found.isDirectory()) throw coded('ENOTREG', path);
		if (found.size > most) throw coded('ETOOLARGE', path);
		return await handle.readFile();
	} finally {
		await handle.close();
	}
}

function coded(code: string, path: string): Error {
	return Object.assign(new Error(`${code}: ${path}`), {code});
}
