/**
 * A backup: all retros of a directory as one JSON file each, those of the archive in `archive/`, and a manifest that
 * says what there is. Files that cannot be read go along byte for byte.
 */
import {lstat, mkdir, readdir, readFile, realpath} from 'node:fs/promises';
import {basename, join} from 'node:path';
import * as v from 'valibot';
import {renderJson} from '../../export/json.ts';
import {Problem} from '../../problem.ts';
import {visibleJson} from '../../text/visible-json.ts';
import type {Instant} from '../../time/instant.ts';
import {replaceFile} from '../files/durable-write.ts';
import {errorCode, failure} from '../files/failure.ts';
import {makeWithParents} from '../files/make-directory.ts';
import type {Store} from '../store.ts';
import {archiveDirectory} from './archive.ts';

export const manifestName = 'incident-retro-backup.json';

/** Where what could not be read lies in a backup. */
const unreadableDirectory = 'unreadable';

/** The name of a record in a backup, and nothing that leads out of it. */
const recordName = /^(?:archive\/)?[\w-]{1,64}\.json$/;

const manifestSchema = v.object({
	schemaVersion: v.literal(1),
	kind: v.literal('incident-retro backup'),
	madeAt: v.string(),
	/** Of the program that wrote it. */
	version: v.string(),
	retros: v.array(
		v.object({
			id: v.string(),
			title: v.string(),
			/** Relative to the manifest, with `/`. */
			file: v.pipe(v.string(), v.regex(recordName)),
			archived: v.boolean(),
		}),
	),
	/** Files that are no retros as far as they could be read, relative to the manifest. */
	unreadable: v.array(v.string()),
});

export type Manifest = v.InferOutput<typeof manifestSchema>;

/**
 * Writes all retros into the directory, which is made where it is missing. Rejects with a `Problem` where something
 * lies in it and `force` is not set, where it is a symbolic link or one lies in the way, and where it cannot be
 * written. Files in it that are none of the backup's are left alone.
 */
export async function writeBackup(
	directory: string,
	store: Store & {readonly archived: Store},
	options: {readonly force: boolean; readonly now: Instant; readonly version: string},
): Promise<Manifest> {
	await prepare(directory, options.force);
	const retros: Manifest['retros'] = [];
	const unreadable: string[] = [];
	for (const from of [store.archived, store]) {
		const archived = from === store.archived;
		const {retros: summaries, broken} = await from.list();
		if (archived && summaries.length > 0) await ownDirectory(join(directory, archiveDirectory));
		for (const {id, readOnly, title} of summaries) {
			const file = archived ? `${archiveDirectory}/${id}.json` : `${id}.json`;
			const isAsItIs = readOnly === true;
			const text = isAsItIs ? await bytesOf(join(from.directory, `${id}.json`)) : renderJson(await from.load(id));
			await write(join(directory, file), text);
			retros.push({id, title, file, archived});
		}
		if (broken.length > 0) await ownDirectory(join(directory, unreadableDirectory));
		for (const {file} of broken) {
			const name = `${unreadableDirectory}/${archived ? 'archived-' : ''}${basename(file)}`;
			await write(join(directory, name), await bytesOf(file));
			unreadable.push(name);
		}
	}
	retros.sort((a, b) => (a.id < b.id ? -1 : 1));
	const kind = 'incident-retro backup';
	const {now, version} = options;
	const manifest = {schemaVersion: 1, kind, madeAt: now, version, retros, unreadable} satisfies Manifest;
	// Last: what has a manifest is whole.
	await write(join(directory, manifestName), `${visibleJson(JSON.stringify(manifest, null, 2))}\n`);
	return manifest;
}

/** A record of a backup: the file's name in it, and its text. Reading rejects where it is a link or no UTF-8. */
export type BackedUp = {readonly file: string; readonly archived: boolean; text(): Promise<string>};

/**
 * What there is in a backup; undefined where the directory is none: it has no manifest, and no file on top looks like
 * a record. A manifest that is broken or newer rejects with a `Problem`. Links are not followed.
 */
export async function readBackup(directory: string): Promise<BackedUp[] | undefined> {
	const names = await filesIn(directory);
	if (names.includes(manifestName)) {
		const text = await readFile(join(directory, manifestName), 'utf8');
		const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), manifestSchema), text);
		if (!parsed.success) {
			throw new Problem(
				`${manifestName} is not one that this version reads`,
				'Update incident-retro, or take the retros in one by one: retro import FILE',
			);
		}
		return parsed.output.retros.map(({file, archived}) => backedUp(directory, file, archived));
	}
	const found = names.filter((name) => recordName.test(name)).map((name) => backedUp(directory, name, false));
	for (const record of found) {
		if (!looksLikeRecord(await record.text().catch(() => ''))) continue;
		const archive = await filesIn(join(directory, archiveDirectory));
		const archived = archive.map((name) => `${archiveDirectory}/${name}`).filter((name) => recordName.test(name));
		return [...found, ...archived.map((name) => backedUp(directory, name, true))];
	}
	return undefined;
}

function backedUp(directory: string, file: string, archived: boolean): BackedUp {
	const path = join(directory, file);
	return {
		file,
		archived,
		async text() {
			const isOwn = (await realpath(path)) === join(await realpath(directory), file);
			if (!isOwn || !(await lstat(path)).isFile()) throw new Problem('It is a link, or no file');
			return new TextDecoder('utf-8', {fatal: true}).decode(await readFile(path));
		},
	};
}

/** Cheap, and told apart from what other programs export: which fields there are. */
function looksLikeRecord(text: string): boolean {
	return ['"schemaVersion"', '"contributingFactors"', '"timeline"'].every((field) => text.includes(field));
}

/** The names of the files in a directory, links left out; none where there is no directory. */
async function filesIn(directory: string): Promise<string[]> {
	try {
		const entries = await readdir(directory, {withFileTypes: true});
		return entries
			.filter((entry) => entry.isFile())
			.map(({name}) => name)
			.sort();
	} catch (error) {
		if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return [];
		throw failure(error, `Cannot read ${directory}`);
	}
}

async function prepare(directory: string, force: boolean): Promise<void> {
	const there = await lstat(directory).catch(() => undefined);
	if (there?.isSymbolicLink()) {
		throw new Problem(`${directory} is a symbolic link, and nothing is written through it`, 'Name what it leads to.');
	}
	if (there !== undefined && !there.isDirectory()) {
		throw new Problem(`${directory} is not a directory`, 'Name another, or one that is not there yet.');
	}
	try {
		if (there === undefined) await makeWithParents(directory, 0o700);
		else if (!force && (await readdir(directory)).length > 0) {
			throw new Problem(`${directory} is not empty`, 'Name another directory, or add --force to write into this one.');
		}
	} catch (error) {
		throw failure(error, `Cannot make the directory ${directory}`);
	}
}

/** A directory in the backup; a link that somebody planted there is refused. */
async function ownDirectory(path: string): Promise<void> {
	const there = await lstat(path).catch(() => undefined);
	if (there?.isDirectory()) return;
	if (there !== undefined) throw new Problem(`${path} is in the way: it is no directory`, 'Move it away.');
	try {
		await mkdir(path, {mode: 0o700});
	} catch (error) {
		throw failure(error, `Cannot make the directory ${path}`);
	}
}

async function write(path: string, text: string | Uint8Array): Promise<void> {
	const there = await lstat(path).catch(() => undefined);
	if (there !== undefined && !there.isFile()) {
		throw new Problem(`${path} is in the way: it is no file`, 'Move it away, or name another directory.');
	}
	try {
		await replaceFile(path, text, {mode: 0o600});
	} catch (error) {
		throw failure(error, `Cannot write ${path}`);
	}
}

async function bytesOf(path: string): Promise<Uint8Array> {
	try {
		return await readFile(path);
	} catch (error) {
		throw failure(error, `Cannot read ${path}`);
	}
}
