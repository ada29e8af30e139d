/**
 * What the records of a large store said when they were last read, in one file beside them, so that a list need not
 * read thousands of files. It is derived: whoever deletes it loses nothing but the time to read them once more.
 */
import {createHash} from 'node:crypto';
import {lstatSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {schemaVersion} from '../retro/record.ts';
import {replaceFile} from './files/durable-write.ts';
import type {RetroSummary} from './retro-summary.ts';

/** Its name begins with a dot, which no record's does and which git ignores in a team's directory. */
export const indexFile = '.index.json';

/** Goes up with each change of what is kept, so that what another version wrote is not read. */
const indexVersion = 1;

/** From how many records on an index is kept: fewer are read before anybody could notice. */
export const indexFrom = 200;

/** A record's stamp (size and times of its file) and what it said then. */
export type IndexedRecord = {readonly stamp: string; readonly summary: RetroSummary};

/** The index of a directory by id; empty where there is none that can be trusted to be whole. */
export function readIndex(directory: string): Map<string, IndexedRecord> {
	try {
		const text = readFileSync(join(directory, indexFile), 'utf8');
		const [seal = '', body = ''] = splitOnce(text, '\n');
		if (seal !== sealOf(body)) return new Map();
		const records = JSON.parse(body) as [string, IndexedRecord][];
		return new Map(records);
	} catch {
		return new Map();
	}
}

/** Whether the index of a directory is one that lists go by. */
export function isWholeIndex(directory: string): boolean {
	return readIndex(directory).size > 0;
}

/** Keeps an index. A directory that takes none, being read-only or full, goes without. */
export async function writeIndex(
	directory: string,
	records: readonly (readonly [id: string, record: IndexedRecord])[],
	mode: number,
): Promise<void> {
	const body = JSON.stringify(records);
	await replaceFile(join(directory, indexFile), `${sealOf(body)}\n${body}`, {mode}).catch(() => undefined);
}

/**
 * What tells that a file is the one that was read: its inode, size and times; undefined where it is gone or lies
 * elsewhere, or was changed so short a time ago that another change might leave the same times.
 *
 * @param now milliseconds since the epoch
 */
export function settledStamp(path: string, now: number): string | undefined {
	const stat = lstatSync(path, {bigint: true, throwIfNoEntry: false});
	// Edits of a record that lies elsewhere lie there too.
	if (stat?.isFile() !== true) return undefined;
	const {ino, size, mtimeNs, ctimeNs, ctimeMs} = stat;
	return Math.abs(now - Number(ctimeMs)) < unsettledMs ? undefined : [ino, size, mtimeNs, ctimeNs].join(' ');
}

/** Coarser than the times of any file system that is used: FAT has two seconds. */
const unsettledMs = 2000;

/** Tells an index that was cut short or written by another version, or with records of another in it, from a whole one. */
function sealOf(body: string): string {
	return `${indexVersion}.${schemaVersion} ${createHash('sha256').update(body).digest('hex')}`;
}

function splitOnce(text: string, at: string): [string, string] {
	const index = text.indexOf(at);
	return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
}
