/** Reads a text that was pasted, by the same path as an import of the command line. */
import type {Instant} from '../time/instant.ts';
import {type ImportContext, kept} from './candidate.ts';
import {collector} from './collection.ts';
import {readImport} from './read-import.ts';
import type {Gathered} from './summary.ts';

/** `unknown` where nothing in it is recognised as having a time, `too-long` as in `ImportResult`. */
export type PasteReading =
	| {readonly kind: 'gathered'; readonly gathered: Gathered}
	| {readonly kind: 'unknown'}
	| {readonly kind: 'too-long'};

/** Never rejects. Gives way to keys while it reads. */
export async function readPasted(text: string, context: ImportContext): Promise<PasteReading> {
	const read = await readImport(piecesOf(text), context);
	if (read.kind !== 'imported') return read;
	const {source, ...collection} = read.imported;
	if (collection.rows.length === 0) return {kind: 'unknown'};
	return {kind: 'gathered', gathered: {...collection, sources: [source], unread: []}};
}

/** The lines of a text without any times, as rows that all take one time; left out while that is not known. */
export function plainLines(text: string, at: Instant | undefined): Gathered {
	const found = collector({});
	for (const line of text.split(/\r\n|\n|\r/)) if (line.trim() !== '') found.add(kept(at, line));
	const source = {name: 'paste', title: 'Lines without a time', unit: 'lines'};
	return {...found.finish(), sources: [source], unread: []};
}

/** In UTF-16 units. */
const pieceLength = 64 * 1024;

async function* piecesOf(text: string): AsyncGenerator<string> {
	for (let start = 0; start < text.length; start += pieceLength) yield text.slice(start, start + pieceLength);
}
