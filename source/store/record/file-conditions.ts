/** What a record's file is like before it is written. */
import {constants} from 'node:fs';
import {access, rename, stat} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import type {Instant} from '../../time/instant.ts';
import {errorCode} from '../files/failure.ts';

/**
 * Rejects with the error of the file system where a record may not be read or written: then nothing may be written
 * beside it either.
 */
export async function mayWrite(path: string): Promise<void> {
	await access(path, constants.R_OK | constants.W_OK).catch((error: unknown) => {
		if (errorCode(error) !== 'ENOENT') throw error;
	});
}

/** Whether a file was written within so many milliseconds, or is not there: then it may be about to be. */
export async function isFresh(path: string, patience: number): Promise<boolean> {
	const found = await stat(path).catch(() => undefined);
	return found === undefined || Date.now() - found.mtimeMs < patience;
}

/** Gives a file that cannot be read a name that says so, and resolves with its path. */
export async function moveAside(
	path: string,
	dependencies: {now: () => Instant; randomId: () => string},
): Promise<string> {
	const moment = dependencies.now().replaceAll(/[-:]/g, '');
	const name = `${basename(path, '.json')}.broken-${moment}-${dependencies.randomId()}.json`;
	const aside = join(dirname(path), name);
	await rename(path, aside);
	return aside;
}
