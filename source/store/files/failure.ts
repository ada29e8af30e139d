/** What the operating system says went wrong, in words for people. */
import {Problem} from '../../problem.ts';

/** What an error code of Node means, and what helps. */
const meanings: Readonly<Record<string, readonly [why: string, hint: string]>> = {
	ENOSPC: ['the disk is full', 'Make some room on it.'],
	EDQUOT: ['your share of the disk is used up', 'Make some room, or ask for more.'],
	EFBIG: ['the file would be larger than is allowed', 'Raise the limit (ulimit -f), or use another disk.'],
	EACCES: ['permission is denied', 'Look at who owns it and who may write there.'],
	EPERM: ['permission is denied', 'Look at who owns it and who may write there.'],
	EROFS: ['the file system is read-only', 'Make it writable, or choose another place with --store.'],
	ENOENT: ['the directory is not there', 'Bring it back, or choose another place with --store.'],
	EEXIST: ['something else of that name is in the way', 'Move it away, or choose another place with --store.'],
	ENOTDIR: ['a part of the path is a file, not a directory', 'Choose another place with --store.'],
	EISDIR: ['it is a directory, not a file', 'Move the directory away.'],
	ELOOP: ['its symbolic links go in a circle', 'Mend the links.'],
	EMFILE: ['too many files are open', 'Close some programs, or raise the limit (ulimit -n).'],
	EIO: ['the disk reports an error', 'Look at the disk, and copy what is on it while it can be read.'],
	ELOCKED: ['another program keeps it locked', 'Wait for it to end, and try again.'],
};

/**
 * The problem behind an error of the file system; any other error comes back as it is.
 *
 * @param what what could not be done and where: `Cannot save /home/mia/.retros/x.json`
 */
export function failure(error: unknown, what: string): unknown {
	const code = errorCode(error);
	if (error instanceof Problem || code === undefined) return error;
	const [why, hint] = meanings[code] ?? [code, undefined];
	return new Problem(`${what}: ${why}`, hint);
}

/** The code of an error of the file system (`ENOENT`), or undefined for any other error. */
export function errorCode(error: unknown): string | undefined {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
