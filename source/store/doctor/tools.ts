/** What the doctor works with. */
import {access} from 'node:fs/promises';
import {join} from 'node:path';
import {Problem} from '../../problem.ts';
import type {Instant} from '../../time/instant.ts';
import {failure} from '../files/failure.ts';
import {ChangedUnderneath} from '../record/file-adapter.ts';
import type {RecordFile} from '../record/record-file.ts';
import type {Versions} from '../versions/versions.ts';
import type {Copies} from './copies.ts';

export type Tools = {
	readonly copies: Copies;
	/** Of new files, before the umask. */
	readonly mode: number;
	now(): Instant;
	randomId(): string;
	/** Milliseconds since the epoch, by the clock of the files' times. */
	clock(): number;
	/** The record of an id in a directory: that of the retros, or its archive. */
	fileOf(directory: string, id: string): RecordFile;
	versions(): Promise<Versions>;
};

/** Nobody takes so long to write one file, in milliseconds. */
export const longestWrite = 60_000;

export function isThere(path: string): Promise<boolean> {
	return access(path).then(
		() => true,
		() => false,
	);
}

/** An id that no record of the directory and of those beside it has: the one asked for, or with a number behind it. */
export async function freeId(directories: readonly string[], id: string): Promise<string> {
	for (let number = 1; ; number++) {
		const candidate = number === 1 ? id : `${id.slice(0, 56)}-${number}`;
		const taken = await Promise.all(directories.map((directory) => isThere(join(directory, `${candidate}.json`))));
		if (!taken.includes(true)) return candidate;
	}
}

/** Does something to a file; what goes wrong becomes a `Problem` that names it. */
export async function mending<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof ChangedUnderneath) {
			throw new Problem(`${path} was changed by somebody just now`, 'Try again when nobody is at work on it.');
		}
		throw failure(error, `Cannot mend ${path}`);
	}
}
