/** What the tests of the store share: a directory of their own, a retro, a store with quick timing. */
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {onTestFinished} from 'vitest';
import {newRetro} from '../../source/retro/new-retro.ts';
import type {Retro, TimelineEntry} from '../../source/retro/record.ts';
import {openStore, type Store, type StoreDependencies} from '../../source/store/store.ts';
import type {Instant} from '../../source/time/instant.ts';

export const created = '2026-11-20T10:00:00Z' as Instant;
export const later = '2026-11-20T11:00:00Z' as Instant;
export const id = '2026-11-20-checkout-latency-k3x9';

/** A directory that is removed when the test ends. */
export async function temporaryDirectory(): Promise<string> {
	const directory = await mkdtemp(join(tmpdir(), 'retro-store-'));
	onTestFinished(() => rm(directory, {recursive: true, force: true, maxRetries: 5}));
	return directory;
}

export function sample(changes: Partial<Retro> = {}): Retro {
	return {...newRetro({id, now: created, title: 'Checkout latency', severity: 'SEV2'}), ...changes};
}

export function entry(entryId: string, text: string): TimelineEntry {
	return {id: entryId, at: created, text};
}

export function storeIn(directory: string, dependencies: Partial<StoreDependencies> = {}): Store {
	let count = 0;
	return openStore(directory, 'user', {
		now: () => later,
		randomId: () => `r${count++}`,
		temporaryDirectory: directory,
		delay: 5,
		maximumWait: 20,
		checkEvery: 20,
		patience: 20,
		...dependencies,
	});
}

/** A store that holds the sample. */
export async function storeWith(retro: Retro, dependencies: Partial<StoreDependencies> = {}): Promise<Store> {
	const store = storeIn(await temporaryDirectory(), dependencies);
	await store.create(retro);
	return store;
}

export function pathOf(store: Store, retroId = id): string {
	return join(store.directory, `${retroId}.json`);
}

export function textOf(store: Store): Promise<string> {
	return readFile(pathOf(store), 'utf8');
}

export function put(store: Store, text: string | Uint8Array): Promise<void> {
	return writeFile(pathOf(store), text);
}

/** The names in the store's directory, but for the journals' own. */
export async function names(directory: string): Promise<string[]> {
	return (await readdir(directory)).filter((name) => name !== '.journal').sort();
}

/** The names of the journals beside the records, of locks, and of whatever else lies there, but for the last folds. */
export async function journals(directory: string): Promise<string[]> {
	const all = await readdir(join(directory, '.journal')).catch(() => []);
	return all.filter((name) => name !== '.gitignore' && !name.endsWith('.folded')).sort();
}
