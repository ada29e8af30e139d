/**
 * Where the journals lie: in `.journal` beside the record, which git is told to leave alone. The directory comes with
 * the first file in it and goes with the last.
 */
import {mkdir, open, readdir, rmdir, unlink, writeFile} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {syncDirectory} from '../files/durable-write.ts';
import {errorCode} from '../files/failure.ts';

/** The journals of one record. */
export type JournalPlace = {
	readonly directory: string;
	/** The name of the record without its ending. */
	readonly id: string;
	/** Of new files, before the umask. */
	readonly mode: number;
};

/** The name of the directory, beside the records. */
export const journalDirectory = '.journal';

/** @param path the record's real path */
export function placeBeside(path: string, mode: number): JournalPlace {
	return {directory: join(dirname(path), journalDirectory), id: basename(path, '.json'), mode};
}

/** What a file in the directory is; `claim` is a lock in the making. */
export type Kind = 'journal' | 'folded' | 'lock' | 'claim';

/** The path of a file of this record. */
export function pathIn(place: JournalPlace, kind: Kind, name?: string): string {
	return join(place.directory, [place.id, ...(name === undefined ? [] : [name]), kind].join('.'));
}

/** The names in the directory that belong to this record, with what they are; none where there is no directory. */
export async function filesIn(place: JournalPlace): Promise<{kind: Kind; path: string; name: string}[]> {
	const names = await readdir(place.directory).catch((error: unknown) => {
		if (errorCode(error) !== 'ENOENT') throw error;
		return [];
	});
	return names
		.filter((name) => name.startsWith(`${place.id}.`))
		.map((file) => {
			const parts = file.slice(place.id.length + 1).split('.');
			return {kind: parts.at(-1) as Kind, path: join(place.directory, file), name: parts.slice(0, -1).join('.')};
		});
}

/** How often to make the directory again that somebody else takes away because it is empty. */
const tries = 10;

/** Does something that needs the directory, which is made where it is missing. */
export async function inDirectory<Result>(place: JournalPlace, work: () => Promise<Result>): Promise<Result> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await work();
		} catch (error) {
			if (errorCode(error) !== 'ENOENT' || attempt === tries) throw error;
			await make(place);
		}
	}
}

async function make({directory, mode}: JournalPlace): Promise<void> {
	try {
		await mkdir(directory, {mode: mode | ((mode & 0o444) >> 2)});
		await syncDirectory(dirname(directory));
	} catch (error) {
		if (errorCode(error) !== 'EEXIST') throw error;
	}
	await ignore(directory, mode);
}

const ignoreFile = '.gitignore';

async function ignore(directory: string, mode: number): Promise<void> {
	await writeFile(join(directory, ignoreFile), '*\n', {flag: 'wx', mode}).catch((error: unknown) => {
		if (!['EEXIST', 'ENOENT'].includes(errorCode(error) ?? '')) throw error;
	});
}

/** Takes the directory away when nothing is in it. Whoever is about to use it makes it again. */
export async function tidy({directory, mode}: JournalPlace): Promise<void> {
	try {
		if ((await readdir(directory)).some((name) => name !== ignoreFile)) return;
		await unlink(join(directory, ignoreFile));
		await rmdir(directory);
	} catch {
		// Somebody came in meanwhile, or it is gone.
		await ignore(directory, mode).catch(() => undefined);
	}
}

/** Makes a new file in the directory, for writing. Rejects with EEXIST when it is there. */
export function create(place: JournalPlace, path: string): ReturnType<typeof open> {
	return inDirectory(place, () => open(path, 'wx', place.mode));
}
