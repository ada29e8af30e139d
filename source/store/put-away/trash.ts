/**
 * The trash: deleted retros of a directory, as files in the user's state directory. Not beside the retros, where a
 * team's repository would carry on what somebody wanted gone.
 */
import {readdir, readFile, unlink} from 'node:fs/promises';
import {join} from 'node:path';
import {Problem} from '../../problem.ts';

import {type Instant, instantOf} from '../../time/instant.ts';
import {replaceFile} from '../files/durable-write.ts';
import {failure} from '../files/failure.ts';
import {makeWithParents} from '../files/make-directory.ts';
import {parseRetro, printRetro} from '../record/layout.ts';
import {removeRecord} from '../record/remove-record.ts';
import {isRetroId} from '../reference.ts';
import {storeName} from '../state-location.ts';
import type {Store} from '../store.ts';
import {has} from './archive.ts';

export type Deleted = {
	readonly id: string;
	readonly at: Instant;
	/** Undefined where the record could not be read when it was deleted. */
	readonly title: string | undefined;
	/** Absolute path of the copy. */
	readonly path: string;
};

export type Trash = {
	/** What was deleted, the last first. */
	list(): Promise<Deleted[]>;
	/** Moves a retro of the store there, and gives the copy's path. Rejects with a `Problem`, nothing being lost then. */
	put(store: Store, id: string): Promise<string>;
	/** Brings a retro back under its id. Rejects with a `Problem` where one of that id is there. */
	restore(deleted: Deleted, store: Store): Promise<void>;
	/** Removes a copy for good. */
	remove(deleted: Deleted): Promise<void>;
};

/**
 * @param state the user's state directory
 * @param directory of the retros
 */
export function trashOf(state: string, directory: string, now: () => Instant): Trash {
	const home = async (): Promise<string> => join(state, 'trash', await storeName(directory));

	return {
		async list() {
			const place = await home();
			const names = await readdir(place).catch(() => []);
			const found = await Promise.all(names.map((name) => deletedAt(place, name)));
			return found.filter((one) => one !== undefined).sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
		},
		async put(store, id) {
			const bytes = await recordOf(store, id);
			const place = await home();
			const path = join(place, `${id}.${Date.parse(now())}.json`);
			try {
				await makeWithParents(place, 0o700);
				await replaceFile(path, bytes, {mode: 0o600});
			} catch (error) {
				throw failure(error, `Cannot put ${id} into the trash ${place}`);
			}
			if (!Buffer.from(bytes).equals(Buffer.from(await recordOf(store, id)))) {
				await unlink(path);
				throw new Problem(`${id} was changed by somebody just now`, 'Try again when nobody is at work on it.');
			}
			await removeRecord(store.directory, id);
			return path;
		},
		async restore({id, path}, store) {
			const bytes = await readFile(path);
			const parsed = parseRetro(bytes.toString('utf8'));
			if (parsed.kind === 'retro') await store.create(parsed.retro);
			else if (await has(store, id)) {
				throw new Problem(`There is a retro ${id} already`, 'It is left as it is.');
			} else await replaceFile(join(store.directory, `${id}.json`), bytes, {mode: 0o600});
			await unlink(path).catch(() => undefined);
		},
		async remove({path}) {
			await unlink(path);
		},
	};
}

/** What the copy of a retro holds: all that was acknowledged; of a file that cannot be read, its bytes. */
async function recordOf(store: Store, id: string): Promise<string | Uint8Array> {
	try {
		return printRetro(await store.load(id));
	} catch (error) {
		const path = join(store.directory, `${id}.json`);
		return await readFile(path).catch((unreadable: unknown) => {
			throw error instanceof Problem ? error : failure(unreadable, `Cannot read ${path}`);
		});
	}
}

async function deletedAt(place: string, name: string): Promise<Deleted | undefined> {
	const [, id = '', moment = ''] = /^([\w-]{1,64})\.(\d{1,15})\.json$/.exec(name) ?? [];
	if (!isRetroId(id)) return undefined;
	const path = join(place, name);
	const parsed = parseRetro(await readFile(path, 'utf8').catch(() => ''));
	return {id, at: instantOf(Number(moment)), title: parsed.kind === 'retro' ? parsed.retro.title : undefined, path};
}
