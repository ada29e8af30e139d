/**
 * What went into a record lately, so that it can be told what a record that somebody else put in its place goes back
 * to: an editor that read it before our last lines and writes it after them does not know them, and they are put on
 * once more; but whoever brings back one of the very records of before means to go back.
 */
import {createHash} from 'node:crypto';
import {appendFile, open, readdir, readFile, rename, stat, unlink} from 'node:fs/promises';
import {join} from 'node:path';
import {errorCode} from '../files/failure.ts';
import type {Line} from './line.ts';
import {inDirectory, type JournalPlace, pathIn} from './place.ts';
import {sealed, unsealed} from './sealed.ts';

/** One text of the record, as it was put in place. */
export type Fold = {
	/** `digestOf` the record's text. */
	readonly digest: string;
	/** The version vector in it, as text; empty when it has none. */
	readonly vector: string;
	/** Those that are in it and not in the fold before. */
	readonly lines: readonly Line[];
};

/** How much is kept, in bytes. */
const most = 1_000_000;

/** How long it is kept when nobody has the record open any more, in milliseconds. */
const grace = 600_000;

/** Tells one text from another. */
export function digestOf(text: string): string {
	return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

/** The folds, oldest first; none when they are not kept any more. */
export async function readFolds(place: JournalPlace): Promise<Fold[]> {
	const text = await readFile(pathIn(place, 'folded'), 'utf8').catch((error: unknown) => {
		if (errorCode(error) !== 'ENOENT') throw error;
		return '';
	});
	return text
		.split('\n')
		.map(unsealed)
		.filter((fold) => fold !== undefined)
		.map((fold) => fold as Fold);
}

/**
 * Keeps what was folded now. Only to be called by the one who holds the lock. Not flushed: lost with the power, it
 * would be missed only by an editor that was left open meanwhile.
 */
export async function addFold(place: JournalPlace, fold: Fold): Promise<void> {
	const path = pathIn(place, 'folded');
	const text = sealed(fold);
	const {size} = await stat(path);
	if (size + text.length < most) await appendFile(path, text);
	else await keepFolds(place, [...(await readFolds(place)), fold]);
}

/** Keeps these folds and no others, the newest in any case. Only to be called by the one who holds the lock. */
export async function keepFolds(place: JournalPlace, folds: readonly Fold[]): Promise<void> {
	const path = pathIn(place, 'folded');
	const all = folds.map(sealed);
	let room = most / 2;
	const kept = all.toReversed().filter((one, index) => {
		room -= one.length;
		return index === 0 || room > 0;
	});
	await replace(place, path, kept.toReversed().join(''));
}

async function replace(place: JournalPlace, path: string, text: string): Promise<void> {
	const fresh = pathIn(place, 'claim', 'folded');
	const handle = await inDirectory(place, () => open(fresh, 'w', place.mode));
	await handle.writeFile(text).finally(() => handle.close());
	await rename(fresh, path);
}

/**
 * Forgets the folds of all records in the directory that nobody has written to for a while and that have no journal.
 * Taken away under somebody who is about to add to it, one is begun anew.
 */
export async function dropPastFolds({directory}: JournalPlace): Promise<void> {
	const names = await readdir(directory).catch(() => []);
	const busy = new Set(names.filter((name) => name.endsWith('.journal')).map((name) => name.split('.')[0]));
	for (const name of names) {
		if (!name.endsWith('.folded') || busy.has(name.split('.')[0])) continue;
		const path = join(directory, name);
		const found = await stat(path).catch(() => undefined);
		if (found && Date.now() - found.mtimeMs > grace) await unlink(path).catch(() => undefined);
	}
}
