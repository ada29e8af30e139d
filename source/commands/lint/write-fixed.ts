/** Writes a fixed text back to its file, and to nothing else. */
import {lstat, readFile} from 'node:fs/promises';
import {Problem} from '../../problem.ts';
import {replaceFile} from '../../store/files/durable-write.ts';
import {failure} from '../../store/files/failure.ts';
import {quoted} from '../quote.ts';

/**
 * Replaces the file's text as a whole or not at all; its mode and a byte order mark stay. Throws a `Problem` where
 * the file is a link or no ordinary file, has changed since it was read, or cannot be written: then it is as it was.
 * @param path absolute
 * @param name as it stands in messages
 * @param before what was read, without a byte order mark
 */
export async function writeFixed(path: string, name: string, before: string, after: string): Promise<void> {
	try {
		const status = await lstat(path);
		if (status.isSymbolicLink()) {
			throw new Problem(`${quoted(name)} is a link and was not fixed: name the file that it leads to`);
		}
		if (!status.isFile()) throw new Problem(`${quoted(name)} is no ordinary file and was not fixed`);
		const mark = (await markIfSame(path, name, before)) ? '\uFEFF' : '';
		const check = async () => void (await markIfSame(path, name, before));
		await replaceFile(path, mark + after, {mode: 0o666, check});
	} catch (error) {
		throw failure(error, `Cannot write ${quoted(name)}`);
	}
}

const byteOrderMark = Buffer.from('\uFEFF');

/** Whether the file begins with a byte order mark. Throws a `Problem` where its text is not what it was. */
async function markIfSame(path: string, name: string, before: string): Promise<boolean> {
	const bytes = await readFile(path);
	const hasMark = bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark);
	if (!bytes.subarray(hasMark ? byteOrderMark.length : 0).equals(Buffer.from(before))) {
		throw new Problem(`${quoted(name)} has changed since it was read, and was not fixed: run it once more`);
	}
	return hasMark;
}
