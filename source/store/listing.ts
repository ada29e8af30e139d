/** What lies in the directory of retros. */
import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {Problem} from '../problem.ts';
import type {Retro} from '../retro/record.ts';
import {errorCode, failure} from './failure.ts';
import {UnreadableRecord} from './file-adapter.ts';
import type {RecordFile} from './record-file.ts';
import {isRetroId} from './reference.ts';

/** What a table of retros shows. */
export type RetroSummary = Pick<
	Retro,
	| 'id'
	| 'createdAt'
	| 'updatedAt'
	| 'title'
	| 'severity'
	| 'status'
	| 'date'
	| 'facilitator'
	| 'participants'
	| 'services'
>;

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
	try {
		const names = await readdir(directory);
		return names
			.filter((name) => name.endsWith('.json'))
			.map((name) => name.slice(0, -'.json'.length))
			.filter(isRetroId);
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return [];
		throw failure(error, `Cannot read the directory of retros ${directory}`);
	}
}

/** How many files are read at a time. */
const atATime = 32;

/** Reads all retros of a directory. Rejects with a `Problem` when the directory itself cannot be read. */
export async function listRetros(directory: string, fileOf: (id: string) => RecordFile): Promise<Listing> {
	const ids = await retroIds(directory);
	const retros: RetroSummary[] = [];
	const broken: BrokenFile[] = [];
	for (let start = 0; start < ids.length; start += atATime) {
		const some = ids.slice(start, start + atATime);
		await Promise.all(
			some.map(async (id) => {
				try {
					retros.push(summaryOf(await fileOf(id).load()));
				} catch (error) {
					if (!(error instanceof Problem)) throw error;
					// Deleted since the directory was read.
					if (error instanceof UnreadableRecord && error.kind === 'missing') return;
					broken.push({file: join(directory, `${id}.json`), problem: error});
				}
			}),
		);
	}
	return {
		retros: retros.sort((a, b) => compare(b.updatedAt, a.updatedAt) || compare(b.id, a.id)),
		broken: broken.sort((a, b) => compare(a.file, b.file)),
	};
}

function summaryOf(retro: Retro): RetroSummary {
	const {id, createdAt, updatedAt, title, severity, status, date, facilitator, participants, services} = retro;
	return {id, createdAt, updatedAt, title, severity, status, date, facilitator, participants, services};
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
