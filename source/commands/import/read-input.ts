/** Reads whatever an import comes from into one collection: a text, a directory, a zip archive. */
import {dirname, join} from 'node:path';
import type {ImportContext} from '../../importers/candidate.ts';
import {type Bounds, collector} from '../../importers/collection.ts';
import {collectFrom} from '../../importers/read-import.ts';
import {slackNames} from '../../importers/slack-export.ts';
import type {Source} from '../../importers/source.ts';
import {sources} from '../../importers/sources.ts';
import type {Gathered} from '../../importers/summary.ts';
import {Problem} from '../../problem.ts';
import {quoted} from '../quote.ts';
import {decodedText} from './decoded-text.ts';
import {fileBytes, type ImportInput, type Part} from './input-bytes.ts';
import {looksLikeZip, zippedFiles} from './zip-parts.ts';

/** What was read, with the sources themselves. */
export type ReadInput = Gathered & {readonly sources: readonly Source[]};

type Reading = {
	readonly context: ImportContext;
	readonly bounds: Bounds;
	readonly from: Source | undefined;
	/** The one source that is asked for its shape. */
	readonly only?: Source | undefined;
};

/** Throws a `Problem` where nothing is recognised. `onBytes` hears of every stretch that was read. */
export async function readInput(
	input: ImportInput,
	reading: Reading,
	onBytes: (count: number) => void,
): Promise<ReadInput> {
	const counted = counting(onBytes);
	const [first] = input.parts;
	if (input.kind === 'directory') {
		const names = await namesIn(
			input.parts.filter(({name}) => !/[\\/]/.test(name)),
			input.path,
		);
		return collectParts(asParts(input.parts, counted), exportOf(names, reading));
	}
	if (first === undefined) throw unknownSource('it');
	const {head, all} = await headOf(counted(first.bytes()));
	if (!looksLikeZip(head)) {
		const names = input.path === undefined ? undefined : await namesIn([], dirname(input.path));
		const context = names === undefined || names.size === 0 ? reading.context : {...reading.context, names};
		return collectParts(one({name: first.name, bytes: all}), {...reading, context});
	}
	if (input.path === undefined)
		throw new Problem('A zip archive cannot be read from standard input', 'Name its file instead.');
	return readZip(first, reading, counted);
}

async function readZip(file: Part, reading: Reading, counted: Counted): Promise<ReadInput> {
	const unread: string[] = [];
	const tooLong = (name: string): void => void unread.push(name);
	// People and channels are listed at the top of an export, and anywhere in the archive.
	const isAtTop = (name: string): boolean => /^(?:[^/]+\/)?[^/]+\.json$/i.test(name);
	const lists: unknown[] = [];
	for await (const {bytes} of zippedFiles(file.bytes(), isAtTop, () => undefined)) lists.push(parsed(bytes));
	const names = namesOf(lists);
	const parts = (async function* (): AsyncGenerator<Part> {
		for await (const {name, bytes} of zippedFiles(counted(file.bytes()), () => true, tooLong))
			yield {name, bytes: () => one(bytes)};
	})();
	const read = await collectParts(parts, exportOf(names, reading));
	return {...read, unread: [...(names.size > 0 ? [] : read.unread), ...unread]};
}

const slackExport = sources.find(({name}) => name === 'slack-export');

/** What stands beside the messages in an export of Slack is lists, and not asked whether it is something else. */
function exportOf(names: ReadonlyMap<string, string>, reading: Reading): Reading {
	return names.size === 0 ? reading : {...reading, context: {...reading.context, names}, only: slackExport};
}

async function collectParts(parts: AsyncIterable<Part>, {context, bounds, from, only}: Reading): Promise<ReadInput> {
	const found = collector(bounds);
	const all = new Set<Source>();
	const unread: string[] = [];
	const asked = from ?? only;
	const candidates = asked === undefined ? sources : [asked];
	let count = 0;
	for await (const {name, bytes} of parts) {
		count += 1;
		const read = await collectFrom(decodedText(bytes(), quoted(name)), found, context, candidates, from !== undefined);
		if (typeof read !== 'string') all.add(read);
		else if (read === 'too-long' && count === 1) throw tooLongProblem(name);
		else unread.push(name);
	}
	if (all.size === 0) throw unknownSource(count === 1 ? quoted(unread[0] ?? '') : 'these files');
	return {...found.finish(), sources: [...all], unread: count > 1 && only === undefined ? unread : []};
}

function unknownSource(name: string): Problem {
	return new Problem(
		`What is in ${name} is not recognised`,
		`Its shape is none of: ${sources.map(({title}) => title).join(', ')}. --from says what it is.`,
	);
}

function tooLongProblem(name: string): Problem {
	return new Problem(
		`There is more than 10 MB in ${quoted(name)}`,
		'A written timeline is text: pass only the part that matters.',
	);
}

/** Names out of lists of people and channels: the given files, and those beside or above a single channel. */
async function namesIn(top: readonly Part[], path: string | undefined): Promise<ReadonlyMap<string, string>> {
	const lists: unknown[] = [];
	for (const {name, bytes} of top) if (/\.json$/i.test(name)) lists.push(await parsedBytes(bytes()));
	const own = namesOf(lists);
	if (own.size > 0 || path === undefined) return own;
	for (const file of ['users.json', 'channels.json']) {
		const beside = join(dirname(path), file);
		lists.push(await parsedBytes(fileBytes(beside, file)));
	}
	return namesOf(lists);
}

/** By their shape: people have a profile, channels have members. */
function namesOf(lists: readonly unknown[]): ReadonlyMap<string, string> {
	const having = (key: string): unknown[] =>
		lists
			.flatMap((list) => (Array.isArray(list) ? list : []))
			.filter((one: unknown) => typeof one === 'object' && one !== null && key in one && 'id' in one);
	return slackNames(having('profile'), having('members'));
}

const longestList = 32 * 1024 * 1024;

/** Undefined for what is not there, is no JSON, or is longer than any list. */
async function parsedBytes(bytes: AsyncIterable<Uint8Array>): Promise<unknown> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	try {
		for await (const chunk of bytes) {
			length += chunk.byteLength;
			if (length > longestList) return undefined;
			chunks.push(chunk);
		}
	} catch {
		return undefined;
	}
	return parsed(Buffer.concat(chunks));
}

function parsed(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
	} catch {
		return undefined;
	}
}

type Counted = (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

function counting(onBytes: (count: number) => void): Counted {
	return async function* (bytes) {
		for await (const chunk of bytes) {
			onBytes(chunk.byteLength);
			yield chunk;
		}
	};
}

async function* asParts(parts: readonly Part[], counted: Counted): AsyncGenerator<Part> {
	for (const {name, bytes} of parts) yield {name, bytes: () => counted(bytes())};
}

async function headOf(
	bytes: AsyncIterable<Uint8Array>,
): Promise<{head: Uint8Array; all: () => AsyncIterable<Uint8Array>}> {
	const rest = bytes[Symbol.asyncIterator]();
	const first = await rest.next();
	const head = first.done === true ? new Uint8Array(0) : first.value;
	return {
		head,
		all: async function* () {
			yield head;
			yield* {[Symbol.asyncIterator]: () => rest};
		},
	};
}

async function* one<Value>(value: Value): AsyncGenerator<Value> {
	yield value;
}
