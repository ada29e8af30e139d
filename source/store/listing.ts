/** What lies in the directory of retros. */
import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {Problem} from '../problem.ts';
import {errorCode, failure} from './files/failure.ts';
import {journalDirectory} from './journal/place.ts';
import {indexFrom, readIndex, settledStamp, writeIndex} from './list-index.ts';
import {UnreadableRecord} from './record/file-adapter.ts';
import type {RecordFile} from './record/record-file.ts';
import {isRetroId} from './reference.ts';
import {type RetroSummary, summaryOf} from './retro-summary.ts';

/** A file that should be a retro and cannot be read; it is left as it is. */
export type BrokenFile = {
	/** Absolute path. */
	readonly file: string;
	/** What is wrong with which file, and what to do. */
	readonly problem: Problem;
};

export type Listing = {
	/** The last worked on first. */
	readonly retros: readonly RetroSummary[];
	readonly broken: readonly BrokenFile[];
};

/** The ids of the retros in a directory by their files' names, none when there is no directory. Rejects with a `Problem`. */
export async function retroIds(directory: string): Promise<string[]> {
	return idsAmong(await namesIn(directory));
}

async function namesIn(directory: string): Promise<string[]> {
	try {
		return await readdir(directory);
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return [];
		throw failure(error, `Cannot read the directory of retros ${directory}`);
	}
}

function idsAmong(names: readonly string[]): string[] {
	return names
		.filter((name) => name.endsWith('.json'))
		.map((name) => name.slice(0, -'.json'.length))
		.filter(isRetroId);
}

/** The records whose journals hold edits of somebody: what their own files say is not all of it. */
async function idsAtWork(directory: string): Promise<Set<string>> {
	const names = await readdir(join(directory, journalDirectory)).catch(() => []);
	return new Set(names.map((name) => name.slice(0, name.indexOf('.'))));
}

/** How many files are read at a time. */
const atATime = 32;

export type ListingOptions = {
	/** Of the index that is kept of a large store, before the umask. */
	readonly indexMode: number;
	/** Milliseconds since the epoch, by the clock of the files' times. */
	readonly clock: () => number;
	/** Told how many of how many records are read, as it goes on. */
	readonly onProgress?: ((done: number, total: number) => void) | undefined;
};

/**
 * Lists all retros of a directory. A large one is read once and known by an index from then on, as far as nothing of
 * it has changed. Rejects with a `Problem` when the directory itself cannot be read.
 */
export async function listRetros(
	directory: string,
	fileOf: (id: string) => Pick<RecordFile, 'load'>,
	{indexMode, clock, onProgress}: ListingOptions,
): Promise<Listing> {
	const ids = await retroIds(directory);
	const index = ids.length >= indexFrom ? readIndex(directory) : undefined;
	const stamps =
		index === undefined ? new Map<string, string>() : stampsOf(directory, ids, await idsAtWork(directory), clock());
	const listed = new Map<string, RetroSummary>();
	for (const [id, stamp] of stamps) {
		const record = index?.get(id);
		if (record !== undefined && record.stamp === stamp) listed.set(id, record.summary);
	}
	const unknown = ids.filter((id) => !listed.has(id));
	const {summaries, broken} = await readAll(directory, unknown, fileOf, onProgress);
	for (const [id, summary] of summaries) listed.set(id, summary);
	const indexed = [...stamps].flatMap(([id, stamp]) => {
		const summary = listed.get(id);
		return summary === undefined ? [] : [[id, {stamp, summary}] as const];
	});
	const isNews = indexed.length !== index?.size || unknown.some((id) => stamps.has(id) && summaries.has(id));
	if (index !== undefined && isNews) await writeIndex(directory, indexed, indexMode);
	return {
		retros: [...listed.values()].sort((a, b) => compare(b.updatedAt, a.updatedAt) || compare(b.id, a.id)),
		broken: broken.sort((a, b) => compare(a.file, b.file)),
	};
}

/** The stamps of the records that can be known by them. */
function stampsOf(
	directory: string,
	ids: readonly string[],
	atWork: ReadonlySet<string>,
	now: number,
): Map<string, string> {
	const stamps = new Map<string, string>();
	for (const id of ids) {
		const stamp = atWork.has(id) ? undefined : settledStamp(join(directory, `${id}.json`), now);
		if (stamp !== undefined) stamps.set(id, stamp);
	}
	return stamps;
}

async function readAll(
	directory: string,
	ids: readonly string[],
	fileOf: (id: string) => Pick<RecordFile, 'load'>,
	onProgress: ListingOptions['onProgress'],
): Promise<{summaries: Map<string, RetroSummary>; broken: BrokenFile[]}> {
	const summaries = new Map<string, RetroSummary>();
	const broken: BrokenFile[] = [];
	for (let start = 0; start < ids.length; start += atATime) {
		await Promise.all(
			ids.slice(start, start + atATime).map(async (id) => {
				try {
					summaries.set(id, summaryOf(await fileOf(id).load()));
				} catch (error) {
					if (!(error instanceof Problem)) throw error;
					if (error instanceof UnreadableRecord && error.toRead !== undefined) {
						summaries.set(id, summaryOf(error.toRead));
						return;
					}
					// Deleted since the directory was read.
					if (error instanceof UnreadableRecord && error.kind === 'missing') return;
					broken.push({file: join(directory, `${id}.json`), problem: error});
				}
			}),
		);
		onProgress?.(Math.min(start + atATime, ids.length), ids.length);
	}
	return {summaries, broken};
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
