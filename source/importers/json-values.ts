/** The values of JSON that arrives in chunks: all at once where it is short, else in pieces of bounded size. */
import {arrayPieces, isLongArray} from './json-array.ts';
import {linesOf} from './lines.ts';
import type {Peeked} from './peek.ts';

/** In UTF-16 units: up to here the platform's own parser is quicker, and takes a bounded amount of memory. */
const longestParsedWhole = 64 * 1024 * 1024;
const recordsInPiece = 500;

/** Whether a text begins as an object, or as an array of them. `[10:05] paged` does not. */
export function looksLikeJson(head: string): boolean {
	return /^\s*(?:\{\s*["}]|\[\s*(?:\{|\[|\]\s*$|$))/.test(head);
}

/**
 * Nothing where it is no JSON. JSON lines come as arrays of their values. Of a long document the elements of its
 * array come in arrays of at most 500, whichever of the usual keys the array stands under.
 */
export async function* jsonValues(start: Peeked): AsyncGenerator<unknown> {
	if (isJsonLines(start.head)) {
		yield* valuesOfLines(start.all());
		return;
	}
	const text = await start.whole(longestParsedWhole);
	if (text === undefined) {
		yield* piecesOf(start.all(), start.head);
		return;
	}
	if (isLongArray(text)) {
		yield* arrayPieces(text);
		return;
	}
	const value = parsed(text);
	if (value === undefined) return;
	yield value;
}

function isJsonLines(head: string): boolean {
	const [first = '', second = ''] = head.split('\n').filter((line) => line.trim() !== '');
	return typeof parsed(first) === 'object' && /^\s*[{[]/.test(second);
}

async function* valuesOfLines(chunks: AsyncIterable<string>): AsyncGenerator<unknown[]> {
	for await (const lines of linesOf(chunks)) {
		const values = lines.map((line) => parsed(line)).filter((value) => value !== undefined);
		if (values.length > 0) yield values;
	}
}

/** Where the records of an export stand, when they are not the document itself. */
const listKeys = [
	'items',
	'messages',
	'value',
	'log_entries',
	'events',
	'Events',
	'data',
	'alerts',
	'incidents',
	'Records',
];

async function* piecesOf(chunks: AsyncIterable<string>, head: string): AsyncGenerator<unknown[]> {
	const {default: JSONParser} = await import('@streamparser/json/jsonparser.js');
	const paths = /^\s*\[/.test(head) ? ['$.*'] : listKeys.map((key) => `$.${key}.*`);
	const parser = new JSONParser({paths, keepStack: false});
	let piece: unknown[] = [];
	let broken = false;
	parser.onValue = ({value}) => void piece.push(value);
	parser.onError = () => {
		broken = true;
	};
	for await (const chunk of chunks) {
		// What was read up to a mistake stands.
		if (broken || parser.isEnded) break;
		parser.write(chunk);
		if (piece.length < recordsInPiece) continue;
		yield piece;
		piece = [];
	}
	if (piece.length > 0) yield piece;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
