/**
 * The lowdb adapter for a record's file: validates on reading and writing, replaces the file durably,
 * and never writes over bytes that it has not read.
 */
import {statSync} from 'node:fs';
import {readlink, realpath} from 'node:fs/promises';
import {basename, dirname, join, resolve} from 'node:path';
import type {Adapter} from 'lowdb';
import {Problem} from '../../problem.ts';
import {type Retro, schemaVersion} from '../../retro/record.ts';
import {replaceFile} from '../files/durable-write.ts';
import {errorCode} from '../files/failure.ts';
import {readRegular} from '../files/regular-file.ts';
import type {Snapshot} from '../journal/compose.ts';
import {digestOf} from '../journal/folded.ts';
import {parseVector, printVector} from '../journal/vector.ts';
import {type ParsedRetro, parseRetro, printRetro, vectorField} from './layout.ts';
import {isStillReadable} from './still-readable.ts';

/** A record that is not there or cannot be understood; what is on disk is left alone. */
export class UnreadableRecord extends Problem {
	/**
	 * @param kind `newer`: written by a version of ours that is to come, and fine for that one
	 * @param toRead what is known of such a one, to be shown and never written
	 */
	constructor(
		readonly kind: 'missing' | 'broken' | 'newer',
		message: string,
		hint: string,
		readonly toRead?: Retro,
	) {
		super(message, hint);
	}
}

/** The file is no longer the one that was read: read it again, and try again. */
export class ChangedUnderneath extends Error {}

/** What a record's file holds: the retro, and which lines of the journals are in it. */
export type StoredRecord = Snapshot & {
	/** Whether the file begins with a byte order mark, which stays. */
	readonly hasMark: boolean;
	/** The text of a file with conflict markers of a git merge in it, whose sides are merged here. */
	readonly conflicted?: string | undefined;
};

export type RecordAdapter = Adapter<StoredRecord | null> & {
	/** Follows symbolic links: the path of the file that is read, replaced and locked. */
	realPath(): Promise<string>;
	/** Differs for a file that was replaced or written to; undefined when there is none. */
	status(): string | undefined;
	/** What the last reading or writing here found, null when there was no file. */
	readonly latest: StoredRecord | null;
};

/**
 * Reading gives null when there is no file, and the same object as before while the bytes are the same.
 * It rejects with `UnreadableRecord`, or with the error of the file system.
 *
 * Writing rejects with `ChangedUnderneath` unless the file holds what the last reading or writing here
 * found (nothing, if there was none), and with the error of the file system, the old bytes untouched.
 *
 * @param mode of a new file, before the umask
 */
export function fileAdapter(path: string, id: string, mode: number): RecordAdapter {
	let known: {text: string; record: StoredRecord} | null = null;
	return {
		realPath: () => followed(path),
		status: () => statusOf(path),
		get latest() {
			return known?.record ?? null;
		},
		async read() {
			const text = await textOf(path);
			if (text === null) known = null;
			else if (text !== known?.text) known = {text, record: readable(path, id, text)};
			return known?.record ?? null;
		},
		async write(record) {
			if (record === null) return;
			const text = printRecord(record);
			if (!isStillReadable(record.retro, known?.record.retro))
				throw new Error(`The retro ${id} would not be readable again`);
			const target = await followed(path);
			if (known?.record.conflicted !== undefined) await keepConflicted(target, known.record.conflicted, mode);
			let seen: string | undefined;
			await replaceFile(target, text, {
				mode,
				async check() {
					seen = statusOf(target);
					if ((await textOf(target)) !== (known?.text ?? null)) throw new ChangedUnderneath();
				},
				lastLook() {
					if (statusOf(target) !== seen) throw new ChangedUnderneath();
				},
			});
			known = {text, record: {...record, digest: digestOf(text), conflicted: undefined}};
		},
	};
}

/** A copy of what git left, beside the record and under a name that is none of a record. */
async function keepConflicted(target: string, text: string, mode: number): Promise<void> {
	const name = `${basename(target, '.json')}.conflict-${digestOf(text).slice(0, 8)}.json`;
	await replaceFile(join(dirname(target), name), text, {mode});
}

function printRecord({retro, vector, hasMark}: StoredRecord): string {
	const journals = printVector(vector);
	const text = printRetro(journals === undefined ? retro : ({...retro, [vectorField]: journals} as Retro));
	return hasMark ? mark + text : text;
}

const mark = '\uFEFF';

function readable(path: string, id: string, text: string): StoredRecord {
	const hasMark = text.startsWith(mark);
	const parsed = parseRetro(hasMark ? text.slice(1) : text);
	switch (parsed.kind) {
		case 'retro':
			if (parsed.retro.id === id) {
				const {[vectorField]: journals, ...retro} = parsed.retro;
				const conflicted = parsed.healed === undefined ? undefined : text;
				return {retro: retro as Retro, vector: parseVector(journals), digest: digestOf(text), hasMark, conflicted};
			}
			throw broken(path, `it holds the retro ${parsed.retro.id}, not the one that its name says`);
		case 'broken':
			throw broken(path, parsed.why);
		case 'newer':
			throw newerRecord(path, id, parsed);
	}
}

function newerRecord(path: string, id: string, parsed: Extract<ParsedRetro, {kind: 'newer'}>): UnreadableRecord {
	const {version, needs, retro} = parsed;
	const isShown = retro?.id === id;
	const writer = needs === undefined ? 'a newer incident-retro' : `incident-retro ${needs} or later`;
	return new UnreadableRecord(
		'newer',
		`${path} was written by a newer version (record version ${version}, this one reads ${schemaVersion})`,
		`To change it, use ${writer}. ${isShown ? `Here it can be read: retro show ${id}` : 'The file is left as it is.'}`,
		isShown ? retro : undefined,
	);
}

function broken(path: string, why: string): UnreadableRecord {
	return new UnreadableRecord(
		'broken',
		`${path} cannot be read: ${why}`,
		'The file is left as it is. retro doctor --fix saves what can be read of it, after a copy.',
	);
}

/** The text of a file, or null when there is none. Bytes that are no UTF-8 would change silently, so they are refused. */
export async function textOf(path: string): Promise<string | null> {
	try {
		return decoded(path, await readRegular(path));
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return null;
		throw error;
	}
}

/** Differs for a file that was replaced or written to; undefined when there is none. */
function statusOf(path: string): string | undefined {
	const found = statSync(path, {bigint: true, throwIfNoEntry: false});
	return found && [found.ino, found.size, found.mtimeNs, found.ctimeNs].join(' ');
}

function decoded(path: string, bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
	} catch {
		throw broken(path, 'it is not UTF-8');
	}
}

/** The real path, also of a link whose target is missing: a new file belongs there. */
async function followed(path: string): Promise<string> {
	// A list asks for thousands, and hardly any is a link.
	const target = await readlink(path).catch(() => undefined);
	if (target === undefined) return path;
	try {
		return await realpath(path);
	} catch (error) {
		if (errorCode(error) !== 'ENOENT') throw error;
		return followed(resolve(dirname(path), target));
	}
}
