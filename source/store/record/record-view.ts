/** Reading a record: its file and the journals beside it, without a lock. */
import {Low} from 'lowdb';
import type {Retro} from '../../retro/record.ts';
import {type Composed, compose} from '../journal/compose.ts';
import {type Fold, readFolds} from '../journal/folded.ts';
import {filesIn, type JournalPlace, placeBeside} from '../journal/place.ts';
import {type FoundJournal, readThese} from '../journal/read.ts';
import {fileAdapter, type StoredRecord, UnreadableRecord} from './file-adapter.ts';

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

	/** The journals are read before the file: lines that are folded in between are in it then. */
	async function read(): Promise<View> {
		const where = await place();
		const files = await filesIn(where);
		const journals = await readThese(files);
		const record = await readFile();
		const newer = journals.find((journal) => journal.newer !== undefined);
		if (newer !== undefined) throw written(newer);
		// Most records have nothing beside them, and a list reads thousands.
		const folds = files.length === 0 ? [] : await readFolds(where);
		const lines = journals.flatMap((journal) => journal.lines);
		const composed = compose(record, folds, lines);
		return {...composed, retro: remembered(record, composed), place: where, record, journals, folds};
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
