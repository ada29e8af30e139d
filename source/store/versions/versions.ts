/** The old versions of the retros of one directory, as files in the user's state directory. */
import {open, readdir, readFile, rm, stat, unlink} from 'node:fs/promises';
import {join} from 'node:path';
import {type Instant, millisecondsOf} from '../../time/instant.ts';
import {replaceFile} from '../files/durable-write.ts';
import {errorCode} from '../files/failure.ts';
import {makeWithParents} from '../files/make-directory.ts';
import {isRetroId} from '../reference.ts';
import {storeName} from '../state-location.ts';
import {readBody, readHead, type VersionBody, type VersionHead, versionBytes} from './version-file.ts';
import {superfluous} from './version-thinning.ts';

/** What is known of a version without unpacking it. `size` in bytes on the disk. */
export type VersionInfo = VersionHead & {readonly size: number};

export type Versions = {
	/** The directory of a retro's versions; need not be there. */
	directoryOf(id: string): Promise<string>;
	/** Oldest first; empty where there are none or none can be read. Files that are damaged are left out. */
	list(id: string): Promise<VersionInfo[]>;
	/** Undefined where there is no such version or it is damaged. */
	load(id: string, number: number): Promise<VersionBody | undefined>;
	/**
	 * Writes a version under the next number, or in the place of the one that `number` names, and removes
	 * those that are superfluous. Gives the number. Rejects with the error of the file system.
	 */
	write(id: string, head: Omit<VersionHead, 'number' | 'format'>, body: VersionBody, number?: number): Promise<number>;
	/** Removes all versions of a retro. */
	forget(id: string): Promise<void>;
};

const ending = '.version';

/** Nobody writes one file for so long, in milliseconds. */
const leftAfter = 3_600_000;

/**
 * @param state the user's state directory
 * @param directory of the retros
 */
export function versionsIn(state: string, directory: string, now: () => Instant): Versions {
	let name: Promise<string> | undefined;

	async function directoryOf(id: string): Promise<string> {
		if (!isRetroId(id)) throw new Error('not the id of a retro');
		name ??= storeName(directory);
		return join(state, 'history', await name, id);
	}

	async function pathOf(id: string, number: number): Promise<string> {
		return join(await directoryOf(id), `${String(number).padStart(6, '0')}${ending}`);
	}

	async function numbers(id: string): Promise<number[]> {
		const names = await readdir(await directoryOf(id)).catch(() => []);
		return names
			.filter((file) => /^\d{6,9}\.version$/.test(file))
			.map((file) => Number.parseInt(file, 10))
			.sort((a, b) => a - b);
	}

	async function list(id: string): Promise<VersionInfo[]> {
		const heads = await Promise.all(
			(await numbers(id)).map(async (number): Promise<VersionInfo | undefined> => {
				const bytes = await readFile(await pathOf(id, number)).catch(() => undefined);
				const head = bytes && readHead(bytes);
				return head?.number === number ? {...head, size: bytes?.length ?? 0} : undefined;
			}),
		);
		return heads.filter((head) => head !== undefined);
	}

	/** Takes the next number for us alone: another program may be writing a version of the same retro. */
	async function reserve(id: string): Promise<number> {
		await makeWithParents(await directoryOf(id), 0o700);
		for (let number = ((await numbers(id)).at(-1) ?? 0) + 1; ; number++) {
			try {
				await (await open(await pathOf(id, number), 'wx', 0o600)).close();
				return number;
			} catch (error) {
				if (errorCode(error) !== 'EEXIST') throw error;
			}
		}
	}

	async function thin(id: string): Promise<void> {
		for (const number of superfluous(await list(id), now())) {
			await unlink(await pathOf(id, number)).catch(() => undefined);
		}
	}

	/** Removes what programs that were killed while writing left behind. */
	async function sweep(id: string): Promise<void> {
		const home = await directoryOf(id);
		for (const file of await readdir(home)) {
			const path = join(home, file);
			const {size, mtimeMs} = await stat(path);
			const isLeft = file.endsWith('.retro-tmp') || (file.endsWith(ending) && size === 0);
			if (isLeft && millisecondsOf(now()) - mtimeMs > leftAfter) await unlink(path);
		}
	}

	return {
		directoryOf,
		list,
		async load(id, number) {
			const bytes = await readFile(await pathOf(id, number)).catch(() => undefined);
			return bytes === undefined || readHead(bytes)?.number !== number ? undefined : readBody(bytes);
		},
		async write(id, head, body, place) {
			const number = place ?? (await reserve(id));
			const path = await pathOf(id, number);
			try {
				await replaceFile(path, await versionBytes({format: 1, ...head, number}, body), {mode: 0o600});
			} catch (error) {
				if (place === undefined) await unlink(path).catch(() => undefined);
				throw error;
			}
			await thin(id);
			await sweep(id).catch(() => undefined);
			return number;
		},
		async forget(id) {
			await rm(await directoryOf(id), {recursive: true, force: true});
		},
	};
}
