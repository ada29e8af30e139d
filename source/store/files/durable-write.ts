/**
 * Replaces a file as a whole or not at all. After power loss, a kill or a full disk at any moment the
 * path leads either to the old bytes or to the new ones.
 */
import {randomBytes} from 'node:crypto';
import {renameSync} from 'node:fs';
import {type FileHandle, open, stat, unlink} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {errorCode} from './failure.ts';

/**
 * Writes a text or bytes to a fresh temporary in the same directory, flushes it, renames it onto the path and
 * flushes the directory. Mode and, where that is allowed, owner of the file that is replaced are kept.
 * Rejects with the error of the file system; then nothing has changed and the temporary is gone.
 *
 * @param path a file or nothing; a symbolic link would be replaced, so follow it before
 * @param options `mode` for a new file, before the umask; `check` is run just before the rename and
 * stops it by throwing; `lastLook` likewise, with nothing in between that takes time
 */
export async function replaceFile(
	path: string,
	text: string | Uint8Array,
	options: {mode: number; check?: () => Promise<void>; lastLook?: () => void},
): Promise<void> {
	const old = await stat(path).catch(ignoring('ENOENT'));
	// A rename would replace even a file that its owner made read-only.
	if (old) await (await open(path, 'r+')).close();
	const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}${temporaryEnding}`);
	const handle = await open(temporary, 'wx', old ? 0o600 : options.mode);
	try {
		try {
			await writeAll(handle, text);
			if (old) await keepOwnerAndMode(handle, old);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await options.check?.();
		options.lastLook?.();
		renameSync(temporary, path);
	} catch (error) {
		await unlink(temporary).catch(() => undefined);
		throw error;
	}
	await syncDirectory(dirname(path));
}

const temporaryEnding = '.retro-tmp';

/** Whether a name in a file's directory is that of a temporary made for replacing it. */
export function isTemporaryOf(path: string, name: string): boolean {
	return name.startsWith(`.${basename(path)}.`) && name.endsWith(temporaryEnding);
}

/** A single write may put down less than it was asked to; `writeFile` goes on, and the size is proof of it. */
async function writeAll(handle: FileHandle, text: string | Uint8Array): Promise<void> {
	const bytes = typeof text === 'string' ? Buffer.from(text) : text;
	await handle.writeFile(bytes);
	if ((await handle.stat()).size !== bytes.length) {
		throw Object.assign(new Error('short write'), {code: 'ENOSPC'});
	}
}

async function keepOwnerAndMode(handle: FileHandle, old: {uid: number; gid: number; mode: number}): Promise<void> {
	const fresh = await handle.stat();
	if (fresh.uid !== old.uid || fresh.gid !== old.gid) {
		await handle.chown(old.uid, old.gid).catch(ignoring('EPERM'));
	}
	await handle.chmod(old.mode & 0o7777);
}

/** Makes new names in a directory last. Windows and some network file systems cannot flush a directory; there is no more to do there. */
export async function syncDirectory(directory: string): Promise<void> {
	try {
		const handle = await open(directory, 'r');
		await handle.sync().finally(() => handle.close());
	} catch (error) {
		if (!['EISDIR', 'EPERM', 'EINVAL', 'ENOTSUP', 'EACCES'].includes(errorCode(error) ?? '')) throw error;
	}
}

function ignoring(code: string): (error: unknown) => undefined {
	return (error) => {
		if (errorCode(error) !== code) throw error;
	};
}
