/** The directory of retros: finding, listing, creating, opening and changing them. */
import {basename, join} from 'node:path';
import {Problem, wrongUse} from '../problem.ts';
import type {Edit} from '../retro/edit.ts';
import type {Retro} from '../retro/record.ts';
import {failure} from './files/failure.ts';
import {makeWithParents} from './files/make-directory.ts';
import {type Listing, type ListingOptions, listRetros, retroIds} from './listing.ts';
import {type StoreKind, teamDirectory} from './location.ts';
import {type OpenRetro, type OpenRetroOptions, openRetro} from './open/open-retro.ts';
import {ChangedUnderneath} from './record/file-adapter.ts';
import {type RecordFile, recordFile} from './record/record-file.ts';
import {findRetro, isRetroId} from './reference.ts';

export type Store = {
	/** Absolute path; the directory need not be there before the first retro. */
	readonly directory: string;
	/**
	 * All retros, the last worked on first, and the files that cannot be read. Rejects with a `Problem`.
	 * @param onProgress told how many of how many records are read, as it goes on
	 */
	list(onProgress?: ListingOptions['onProgress']): Promise<Listing>;
	/**
	 * The id that is meant by an id, the beginning of one, or `latest` (the one last worked on). Rejects
	 * with a `Problem` of wrong use where none or more than one is meant.
	 */
	find(reference: string): Promise<string>;
	/** Writes a new retro. Rejects with a `Problem` when there is one of that id, or when it cannot be written. */
	create(retro: Retro): Promise<void>;
	/** Reads a retro. Rejects with a `Problem`. */
	load(id: string): Promise<Retro>;
	/** Whether git left conflict markers in a retro's file, which is read as both its sides merged. Rejects with a `Problem`. */
	isConflicted(id: string): Promise<boolean>;
	/** Opens a retro to work on it. Rejects with a `Problem` when it cannot be read. */
	open(id: string): Promise<OpenRetro>;
	/**
	 * Reads, changes and writes a retro while nobody else can, and resolves with it when it is on disk.
	 * The change may be asked for more than once, each time with what is on disk then; undefined leaves
	 * all as it is, and what it throws comes through. Rejects with a `Problem`, nothing being changed then.
	 */
	update(id: string, change: (retro: Retro) => Edit | undefined): Promise<Retro>;
};

export type StoreDependencies = Pick<OpenRetroOptions, 'now' | 'randomId' | 'temporaryDirectory'> &
	Partial<OpenRetroOptions>;

/** The store in a directory. Touches no file yet. */
export function openStore(directory: string, kind: StoreKind, dependencies: StoreDependencies): Store {
	// A team's directory is shared as its repository is; elsewhere a retro is its owner's alone.
	const isShared = kind === 'repository' || basename(directory) === teamDirectory;
	const options = {
		delay: 150,
		maximumWait: 400,
		checkEvery: 400,
		patience: 700,
		foldAfter: 2000,
		...dependencies,
	};

	function fileOf(id: string): RecordFile {
		if (!isRetroId(id)) throw wrongUse(`“${id}” is not the id of a retro`, 'retro list shows them.');
		return recordFile(join(directory, `${id}.json`), id, isShared ? 0o666 : 0o600, options);
	}

	const list: Store['list'] = (onProgress) =>
		listRetros(directory, fileOf, {indexMode: isShared ? 0o666 : 0o600, clock: Date.now, onProgress});

	return {
		directory,
		list,
		async find(reference) {
			return findRetro(reference, await retroIds(directory), () => list());
		},
		async create(retro) {
			await makeDirectory(directory, isShared ? 0o777 : 0o700);
			await refuseTwin(directory, retro.id);
			try {
				await fileOf(retro.id).create(retro);
			} catch (error) {
				throw error instanceof ChangedUnderneath
					? new Problem(`There is a retro ${retro.id} already`, 'It is left as it is.')
					: error;
			}
		},
		load: async (id) => fileOf(id).loadSettled(),
		async isConflicted(id) {
			const file = fileOf(id);
			// Each command asks, and hardly any retro is: it is about to be read anyway.
			if (!(await file.holdsMarkers())) return false;
			await file.load();
			return file.isConflicted;
		},
		open: async (id) => openRetro(fileOf(id), options),
		update: async (id, change) => fileOf(id).update(change),
	};
}

/** Two ids that differ by capitals alone would be one file on a disk that does not tell them apart. */
async function refuseTwin(directory: string, id: string): Promise<void> {
	const twin = (await retroIds(directory)).find((other) => other !== id && other.toLowerCase() === id.toLowerCase());
	if (twin !== undefined) {
		throw new Problem(
			`There is a retro ${twin} already, which some disks do not tell from ${id}`,
			'Give it another id.',
		);
	}
}

async function makeDirectory(directory: string, mode: number): Promise<void> {
	try {
		await makeWithParents(directory, mode);
	} catch (error) {
		throw failure(error, `Cannot make the directory ${directory}`);
	}
}
