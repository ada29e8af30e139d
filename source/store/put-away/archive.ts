/**
 * The archive of a directory of retros: `archive/` in it, so that what is put there goes with the others through git
 * and is out of the way of everyday work. Reading finds it there; to be worked on it is brought back first.
 */
import {stat} from 'node:fs/promises';
import {join} from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import {Problem, wrongUse} from '../../problem.ts';
import {removeRecord} from '../record/remove-record.ts';
import {latest} from '../reference.ts';
import type {Store} from '../store.ts';

export type ArchivingStore = Store & {
	/** The retros in the archive, and nothing else. */
	readonly archived: Store;
	/** Puts a retro into the archive. Rejects with a `Problem`, nothing being lost then. */
	archive(id: string): Promise<void>;
	/** Brings a retro back out of the archive. Rejects with a `Problem`, nothing being lost then. */
	unarchive(id: string): Promise<void>;
};

/** The name of the archive in the directory of retros. */
export const archiveDirectory = 'archive';

/** @param archived the store in the archive's directory */
export function withArchive(store: Store, archived: Store): ArchivingStore {
	async function refuseArchived(id: string): Promise<void> {
		if ((await has(store, id)) || !(await has(archived, id))) return;
		throw new Problem(`${id} is in the archive`, `To work on it again: retro archive --restore ${id}`);
	}

	return {
		...store,
		archived,
		async find(reference) {
			try {
				return await store.find(reference);
			} catch (error) {
				if (!(error instanceof Problem)) throw error;
				if (reference === latest) throw (await isAllArchived(store, archived)) ? onlyArchived() : error;
				return await archived.find(reference).catch(() => {
					throw error;
				});
			}
		},
		isConflicted: async (id) =>
			((await has(store, id)) || !(await has(archived, id)) ? store : archived).isConflicted(id),
		load: async (id) => ((await has(store, id)) || !(await has(archived, id)) ? store : archived).load(id),
		async open(id) {
			await refuseArchived(id);
			return store.open(id);
		},
		async update(id, change) {
			await refuseArchived(id);
			return store.update(id, change);
		},
		async create(retro) {
			if (await has(archived, retro.id)) {
				throw new Problem(`There is a retro ${retro.id} in the archive already`, 'It is left as it is.');
			}
			await store.create(retro);
		},
		archive: (id) => move(id, store, archived),
		unarchive: (id) => move(id, archived, store),
	};
}

/** Whether there are retros, and all of them were put away. */
export async function isAllArchived(store: Store, archived: Store): Promise<boolean> {
	const [here, away] = await Promise.all([store.list(), archived.list()]);
	return here.retros.length + here.broken.length === 0 && away.retros.length > 0;
}

function onlyArchived(): Problem {
	return wrongUse('All retros are in the archive', 'retro list --archived shows them; retro new starts another.');
}

/** Whether there is a record of this id in the store itself, readable or not. */
export async function has({directory}: Pick<Store, 'directory'>, id: string): Promise<boolean> {
	return (await stat(join(directory, `${id}.json`)).catch(() => undefined)) !== undefined;
}

/** Written anew before the old one goes: at any moment there is one of them, and at worst both. */
async function move(id: string, from: Store, to: Store): Promise<void> {
	const retro = await from.load(id);
	await to.create(retro);
	if (!isDeepStrictEqual(await from.load(id), retro)) {
		await removeRecord(to.directory, id);
		throw new Problem(`${id} was changed by somebody just now`, 'Try again when nobody is at work on it.');
	}
	await removeRecord(from.directory, id);
}
