/** The rows of tables in a written timeline: which columns are the time, who acted, and what happened. */
import type {ImportContext} from './candidate.ts';
import {declaredZone} from './declared.ts';
import type {Known} from './placement.ts';
import type {Habits} from './written-parts.ts';
import {readWrittenTime, type WrittenTime} from './written-time.ts';

export type Columns = {
	readonly times: readonly number[];
	readonly who: number | undefined;
	/** Whether a header said so; else it is guessed from the row itself. */
	readonly named: boolean;
};

export const noColumns: Columns = {times: [0], who: undefined, named: false};

/** The columns by the words of a header. */
export function columnsOf(header: readonly string[]): Columns {
	const plain = header.map((cell) => cell.replace(/[*_`]/g, '').trim());
	const times = indexesOf(plain, /^(?:date|day|time|when|timestamp|utc|at)\b|\btime\b(?! (?:to|taken|spent))/i);
	const who = plain.findIndex((cell) => /^(?:who|author|person|people|actor|by|user|source)\b/i.test(cell));
	return {times: times.length > 0 ? times : [0], who: who < 0 ? undefined : who, named: times.length > 0};
}

/** The zone that the head of a time's column declares. */
export function zoneOfHeader(header: readonly string[], {times}: Columns, settled: ImportContext['zones']) {
	return times.map((column) => declaredZone(header[column] ?? '', settled)).find((zone) => zone !== undefined);
}

export type TableRow = {
	readonly time: WrittenTime | null;
	readonly who: string;
	readonly text: string;
};

/** Reads a row; its date and its time may stand in two columns. */
export function readRow(
	cells: readonly string[],
	{times, who}: Columns,
	known: Known,
	habits: Habits,
	context: ImportContext,
): TableRow {
	const [first = 0, second] = times;
	const one = cells[first] ?? '';
	const both = second === undefined ? one : `${one} ${cells[second] ?? ''}`;
	const alone = readWrittenTime(one, known, habits, context);
	const [time, typed] = alone === null ? [readWrittenTime(both, known, habits, context), both] : [alone, one];
	const rest = time === null ? typed : typed.slice(time.end).trim();
	const texts = cells.filter((cell, index) => !times.includes(index) && index !== who && cell !== '');
	const text = [rest, ...texts].filter((part) => /[\p{L}\p{N}]/u.test(part)).join(' – ');
	return {time, who: who === undefined ? '' : (cells[who] ?? ''), text};
}

function indexesOf(cells: readonly string[], shape: RegExp): number[] {
	return cells.flatMap((cell, index) => (shape.test(cell) ? [index] : []));
}
