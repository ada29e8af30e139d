/** The journals that lie beside a record. */
import {readFile, stat} from 'node:fs/promises';
import {errorCode} from '../files/failure.ts';
import {journalVersion} from './append.ts';
import type {Line} from './line.ts';
import {asOwner, fateOf, type Owner} from './owner.ts';
import {filesIn, type JournalPlace} from './place.ts';
import {unsealed} from './sealed.ts';

export type FoundJournal = {
	readonly path: string;
	readonly writer: string;
	readonly owner: Owner | undefined;
	/** Those that are whole. One that was cut short was never acknowledged. */
	readonly lines: readonly Line[];
	/** The version of a program of ours that is to come, when that wrote it. */
	readonly newer?: number;
};

/** Reads all journals of a record. Rejects with the error of the file system when one cannot be read. */
export async function readJournals(place: JournalPlace): Promise<FoundJournal[]> {
	return readThese(await filesIn(place));
}

/** The same, where it is known which files there are. */
export async function readThese(files: Awaited<ReturnType<typeof filesIn>>): Promise<FoundJournal[]> {
	const journals = files.filter(({kind}) => kind === 'journal');
	const found = await Promise.all(journals.map(({path, name}) => readOne(path, name)));
	return found.filter((journal) => journal !== undefined);
}

/** Undefined when it has gone meanwhile, which it does once the record has all its lines. */
async function readOne(path: string, writer: string): Promise<FoundJournal | undefined> {
	try {
		return parseJournal(path, writer, await readFile(path, 'utf8'));
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return undefined;
		throw error;
	}
}

function parseJournal(path: string, writer: string, text: string): FoundJournal {
	const [header, ...lines] = text.split('\n').map(unsealed);
	const version = typeof header === 'object' && header !== null && 'journal' in header ? header.journal : undefined;
	return {
		path,
		writer,
		owner: asOwner(header),
		lines: version === journalVersion ? lines.filter((line) => line !== undefined).map((line) => line as Line) : [],
		...(typeof version === 'number' && version > journalVersion && {newer: version}),
	};
}

/** A journal is nobody's when its writer cannot be asked after and was silent for so long, in milliseconds. */
const silence = 24 * 3600 * 1000;

/** One whose first line is not whole is nobody's after so long: should it be somebody's after all, it is begun anew. */
const birth = 200;

/** Whether nobody will write in a journal any more. */
export async function isAbandoned({owner, path}: FoundJournal): Promise<boolean> {
	const fate = owner === undefined ? 'elsewhere' : fateOf(owner);
	if (fate !== 'elsewhere') return fate === 'gone';
	const found = await stat(path).catch(() => undefined);
	return found !== undefined && Date.now() - found.mtimeMs > (owner === undefined ? birth : silence);
}
