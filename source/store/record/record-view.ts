/** Reading a record: its file and the journals beside it, without a lock. */
import {Low} from 'lowdb';
import type {Retro} from '../../retro/record.ts';
import {type Composed, compose} from '../journal/compose.ts';
import {type Fold, readFolds} from '../journal/folded.ts';
import type {Line} from '../journal/line.ts';
import {filesIn, type JournalPlace, placeBeside} from '../journal/place.ts';
import {type FoundJournal, readThese} from '../journal/read.ts';
import {fileAdapter, type StoredRecord, UnreadableRecord} from './file-adapter.ts';
import {isStillReadable} from './still-readable.ts';

/** A record as it is on disk. */
export type View = Composed & {
	readonly place: JournalPlace;
	readonly record: StoredRecord;
	readonly journals: readonly FoundJournal[];
	readonly folds: readonly Fold[];
};

export type RecordView = {
	/** The real path of the file. */
	realPath(): Promise<string>;
	/** Where the journals lie. */
	place(): Promise<JournalPlace>;
	/**
	 * Reads all there is; `retro` is the same object as before while nothing changed. Rejects with `UnreadableRecord`
	 * or with the error of the file system.
	 */
	read(): Promise<View>;
	/** Puts a record in the place of what was read last, nothing if there was none. See `fileAdapter`. */
	write(record: Omit<StoredRecord, 'digest'>): Promise<StoredRecord>;
	/** There is no file any more: what is written next is new. */
	forget(): void;
};

/** How often to read again what was folded meanwhile. */
const tries = 20;

/** @param mode of a new file, before the umask */
export function recordView(path: string, id: string, mode: number): RecordView {
	let adapter = fileAdapter(path, id, mode);
	let low = new Low<StoredRecord | null>(adapter, null);
	let last: {record: StoredRecord; lines: string; retro: Retro} | undefined;

	const place = async (): Promise<JournalPlace> => placeBeside(await adapter.realPath(), mode);

	async function readFile(): Promise<StoredRecord> {
		low.data = null;
		await low.read();
		if (low.data !== null) return low.data;
		throw new UnreadableRecord('missing', `${path} is not there`, 'retro list shows those that are.');
	}

	/**
	 * The journals are read before the file: lines that are folded in between are in it then. A fold after the file was
	 * read and before the folds were would make it look like one that was brought back, so that all is read again.
	 */
	async function read(): Promise<View> {
		for (let attempt = 1; ; attempt++) {
			const {view, status} = await readOnce();
			if (status === undefined || attempt === tries || adapter.status() === status) return view;
		}
	}

	/** `status` is that of the file before it was read, where there may have been a fold since. */
	async function readOnce(): Promise<{view: View; status: string | undefined}> {
		const where = await place();
		const files = await filesIn(where);
		const journals = await readThese(files);
		// Most records have nothing beside them, and a list reads thousands.
		const isAlone = files.length === 0;
		const status = isAlone ? undefined : adapter.status();
		const record = await readFile();
		const newer = journals.find((journal) => journal.newer !== undefined);
		if (newer !== undefined) throw written(newer);
		const strange = journals.find((journal) => journal.isStrange);
		if (strange !== undefined) throw notOurs(strange.path);
		const folds = isAlone ? [] : await readFolds(where);
		const lines = journals.flatMap((journal) => journal.lines);
		const composed = composedOf(record, folds, lines, where);
		const view = {...composed, retro: remembered(record, composed), place: where, record, journals, folds};
		return {view, status};
	}

	function remembered(record: StoredRecord, {retro, missing, fresh}: Composed): Retro {
		const lines = [...missing, ...fresh].map(({writer, number}) => `${writer}:${number}`).join(' ');
		if (last?.record !== record || last.lines !== lines) last = {record, lines, retro};
		return last.retro;
	}

	return {
		realPath: () => adapter.realPath(),
		place,
		read,
		async write(record) {
			low.data = {...record, digest: ''};
			await low.write();
			return adapter.latest as StoredRecord;
		},
		forget() {
			adapter = fileAdapter(path, id, mode);
			low = new Low<StoredRecord | null>(adapter, null);
		},
	};
}

function written({path, newer}: FoundJournal): UnreadableRecord {
	return new UnreadableRecord(
		'newer',
		`${path} was written by a newer version (journal version ${newer})`,
		'Update incident-retro. The file is left as it is.',
	);
}

/** Lines of the right shape may still be about what no record has. */
function composedOf(
	record: StoredRecord,
	folds: readonly Fold[],
	lines: readonly Line[],
	{directory}: JournalPlace,
): Composed {
	let composed: Composed | undefined;
	try {
		composed = compose(record, folds, lines);
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
	}
	if (composed !== undefined && (lines.length === 0 || isStillReadable(composed.retro, record.retro))) return composed;
	throw notOurs(directory);
}

/** As with what a newer version wrote, nothing is touched. */
function notOurs(path: string): UnreadableRecord {
	return new UnreadableRecord(
		'newer',
		`${path} holds changes that this version does not understand`,
		'Update incident-retro, or move it away: then the record is read without them.',
	);
}
