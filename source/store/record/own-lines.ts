/** The lines that we write beside a record, and what we have seen of those of others. */
import {randomBytes} from 'node:crypto';
import type {Edit} from '../../retro/edit.ts';
import type {Retro} from '../../retro/record.ts';
import type {Instant} from '../../time/instant.ts';
import {type Journal, journalOf} from '../journal/append.ts';
import {changedItems, type Line} from '../journal/line.ts';
import type {JournalPlace} from '../journal/place.ts';
import {type Vector, withLine} from '../journal/vector.ts';

export type OwnLines = {
	/** Who we are to others; another after `abandon`. */
	readonly writer: string;
	/** What lies in our journal, in bytes. */
	readonly size: number;
	/** Whether there is a journal of ours. */
	readonly isBegun: boolean;
	/** All lines that we have written or seen in the record. */
	readonly covered: Vector;
	/** Told what was read, so that our next line comes after all that is in it. */
	haveSeen(found: {readonly clock: number; readonly covered: Vector}): void;
	/** The next line of ours, which is not written yet. */
	lineOf(edit: Edit, mine: Retro): Line;
	/** Told that such a line is on disk, in whichever file. */
	isOnDisk(line: Line): void;
	/** Puts an edit into our journal, flushed. Rejects with the error of the file system, nothing being changed then. */
	append(edit: Edit, mine: Retro): Promise<Instant>;
	/** Empties our journal: the record has all of it. */
	clear(): Promise<void>;
	/** Our lines stay on disk; those to come are another writer's. */
	abandon(): Promise<void>;
};

/** @param place where the journals lie */
export function ownLines(dependencies: {now: () => Instant}, place: () => Promise<JournalPlace>): OwnLines {
	let writer = newWriter();
	let journal: Journal | undefined;
	let number = 0;
	let clock = 0;
	let covered: Vector = new Map();

	function lineOf(edit: Edit, mine: Retro): Line {
		const at = dependencies.now();
		return {writer, number: number + 1, clock: clock + 1, at, edit, items: changedItems(edit, mine)};
	}

	function isOnDisk(line: Line): void {
		({number, clock} = line);
		covered = withLine(covered, line);
	}

	return {
		get writer() {
			return writer;
		},
		get size() {
			return journal?.size ?? 0;
		},
		get isBegun() {
			return journal !== undefined;
		},
		get covered() {
			return covered;
		},
		haveSeen(found) {
			clock = Math.max(clock, found.clock);
			covered = found.covered;
		},
		lineOf,
		isOnDisk,
		async append(edit, mine) {
			journal ??= journalOf(await place(), writer);
			const line = lineOf(edit, mine);
			await journal.append(line);
			isOnDisk(line);
			return line.at;
		},
		async clear() {
			await journal?.clear();
		},
		async abandon() {
			await journal?.close(journal.size === 0 ? 'remove' : 'leave');
			journal = undefined;
			writer = newWriter();
			number = 0;
		},
	};
}

function newWriter(): string {
	return randomBytes(6).toString('hex');
}
