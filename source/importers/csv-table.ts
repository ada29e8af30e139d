/** A table in CSV with a header: which columns are time, text and person is told by their names. */
import {Readable} from 'node:stream';
import {parse} from 'csv-parse';
import {parse as parseNow} from 'csv-parse/sync';
import {fromEpoch, readIso} from './absolute-time.ts';
import {type Candidate, type ImportContext, kept, leftOut} from './candidate.ts';
import {declaredZone} from './declared.ts';
import {type Known, nothingKnown} from './placement.ts';
import type {TableSource} from './source.ts';
import {readWrittenTime} from './written-time.ts';

export const csvTable: TableSource = {
	kind: 'table',
	name: 'csv',
	title: 'CSV',
	unit: 'rows',
	claims(sample) {
		const [header, row] = firstRows(sample);
		if (header === undefined || row === undefined || header.length < 2) return false;
		const columns = columnsOf(header);
		return columns.times.length > 0 && /\d/.test(row[columns.times[0] ?? 0] ?? '');
	},
	read: readRows,
};

type Columns = {
	readonly names: readonly string[];
	readonly times: readonly number[];
	readonly texts: readonly number[];
	readonly who: number | undefined;
};

/** The most telling names first. */
const textNames = [
	/^(?:message|content|text|body|log|msg)$/i,
	/^(?:description|summary|event|note|what|details?|action|entry)$/i,
	/^(?:title|subject|name|title.*|event.*)$/i,
];
const timeName =
	/^@?(?:date|time|datetime|timestamp|when|ts|at|(?:created|occurred|started|sent|triggered|updated|event|log)[ _-]?(?:at|on|time|date)?)(?:[ _/-]?(?:time|date|stamp|utc))?(?:\s*[[(].*[\])])?$/i;
const whoName = /^(?:who|user(?:[ _]?name)?|author|from|sender|owner|actor|agent|person|assignee|created[ _]?by)$/i;

function columnsOf(header: readonly string[]): Columns {
	const names = header.map((name) => name.trim());
	const times = names.flatMap((name, index) => (timeName.test(name) ? [index] : []));
	const text = textNames.map((shape) => names.findIndex((name) => shape.test(name))).find((index) => index >= 0);
	const who = names.findIndex((name) => whoName.test(name));
	const others = names.flatMap((_, index) => (times.includes(index) || index === who ? [] : [index]));
	return {names, times, texts: text === undefined ? others : [text], who: who < 0 ? undefined : who};
}

function optionsFor(sample: string) {
	const [first = ''] = sample.split(/\r\n|\n|\r/);
	const delimiter = [',', ';', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ',';
	return {
		delimiter,
		bom: true,
		relax_quotes: true,
		relax_column_count: true,
		skip_empty_lines: true,
		max_record_size: 1_048_576,
	};
}

function firstRows(sample: string): string[][] {
	try {
		return parseNow(sample, {...optionsFor(sample), to: 2}) as string[][];
	} catch {
		return [];
	}
}

const batch = 500;

async function* readRows(chunks: AsyncIterable<string>, context: ImportContext): AsyncGenerator<readonly Candidate[]> {
	const rest = chunks[Symbol.asyncIterator]();
	const first = await rest.next();
	if (first.done === true) return;
	const begun = (async function* () {
		yield first.value;
		yield* {[Symbol.asyncIterator]: () => rest};
	})();
	const parser = Readable.from(begun).pipe(parse(optionsFor(first.value)));
	let columns: Columns | undefined;
	let known: Known = nothingKnown;
	let candidates: Candidate[] = [];
	try {
		for await (const row of parser as AsyncIterable<string[]>) {
			if (columns === undefined) {
				columns = columnsOf(row);
				const declared = declaredZone(columns.names[columns.times[0] ?? 0] ?? '', context.zones);
				if (declared?.kind === 'zone') known = {...known, zone: declared.zone};
				continue;
			}
			candidates.push(candidateOf(row, columns, known, context));
			if (candidates.length < batch) continue;
			yield candidates;
			candidates = [];
		}
	} catch {
		candidates.push(leftOut(kept(undefined, 'The rest of the table'), 'broken CSV'));
	}
	if (candidates.length > 0) yield candidates;
}

function candidateOf(row: readonly string[], columns: Columns, known: Known, context: ImportContext): Candidate {
	const {names, times, texts, who: whoColumn} = columns;
	const who = whoColumn === undefined ? '' : (row[whoColumn] ?? '');
	const text =
		texts.length === 1
			? (row[texts[0] ?? 0] ?? '')
			: texts.flatMap((index) => ((row[index] ?? '') === '' ? [] : [`${names[index]}: ${row[index]}`])).join(', ');
	const cells = times.map((index) => (row[index] ?? '').trim()).filter((cell) => cell !== '');
	const [first = '', second = ''] = cells;
	const exact = readIso(first) ?? epochOf(first);
	if (exact !== undefined) return kept(exact, text, {who});
	for (const cell of [first, `${first} ${second}`, `${second} ${first}`]) {
		const time = readWrittenTime(
			cell,
			known,
			{bareDigits: false, halves: false, wholeDays: true, order: undefined, relative: false},
			context,
		);
		if (time === null || time.end < cell.trim().length) continue;
		if (time.at === undefined) return leftOut(kept(undefined, text, {who}), time.problem);
		return kept(time.at, text, {who, assumed: time.assumed, ...(time.typed !== '' && {typed: time.typed})});
	}
	return leftOut(kept(undefined, text, {who}), 'no time');
}

function epochOf(cell: string) {
	return /^1\d{9}(?:\.\d{1,9})?$/.test(cell)
		? fromEpoch(Number(cell) * 1000)
		: /^1\d{12}$/.test(cell)
			? fromEpoch(Number(cell))
			: undefined;
}
