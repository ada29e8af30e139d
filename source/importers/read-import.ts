/** Reads an export of any known source: recognises it by its shape, and gathers what is in it. */
import type {Candidate, ImportContext} from './candidate.ts';
import {type Bounds, type Collection, collector} from './collection.ts';
import {jsonValues, looksLikeJson} from './json-values.ts';
import {linesOf} from './lines.ts';
import {type Peeked, peek} from './peek.ts';
import type {JsonSource, Source} from './source.ts';
import {sources} from './sources.ts';
import {looksLikeYaml, yamlValues} from './yaml-values.ts';

export type Imported = Collection & {readonly source: Pick<Source, 'name' | 'title' | 'unit'>};

/**
 * What is in a text, or why nothing is: `unknown` where no source claims it, `too-long` where it is of a kind
 * that is read as a whole, and longer than that.
 */
export type ImportResult =
	| {readonly kind: 'imported'; readonly imported: Imported}
	| {readonly kind: 'unknown'}
	| {readonly kind: 'too-long'};

/** In UTF-16 units. Written texts are read as a whole. */
const longestWhole = 10 * 1024 * 1024;

/** Throws only what reading the chunks throws. `from` is the source where the shape is not asked. */
export async function readImport(
	chunks: AsyncIterable<string>,
	context: ImportContext,
	bounds: Bounds = {},
	from?: Source,
): Promise<ImportResult> {
	const found = collector(bounds);
	const read = await collectFrom(chunks, found, context, from === undefined ? sources : [from], from !== undefined);
	if (typeof read === 'string') return {kind: read};
	const {name, title, unit} = read;
	return {kind: 'imported', imported: {...found.finish(), source: {name, title, unit}}};
}

type Collector = ReturnType<typeof collector>;

/**
 * Gathers what is in one text, and gives the source that it is of; or why it is of none.
 * @param asked the sources that it may be of
 * @param sure whether it is of the first of them, whatever its shape
 */
export async function collectFrom(
	chunks: AsyncIterable<string>,
	found: Collector,
	context: ImportContext,
	asked: readonly Source[],
	sure: boolean,
): Promise<Source | 'unknown' | 'too-long'> {
	const start = await peek(chunks);
	const isYaml = looksLikeYaml(start.head);
	if (isYaml || looksLikeJson(start.head)) {
		const read = await collectJson(isYaml ? yamlValues(start) : jsonValues(start), found, context, asked, sure);
		if (read !== undefined) return read;
	}
	return collectText(start, found, context, asked, sure);
}

/** Undefined where the text is not what it looked like, and may still be of another source. */
async function collectJson(
	values: AsyncIterable<unknown>,
	found: Collector,
	context: ImportContext,
	asked: readonly Source[],
	sure: boolean,
): Promise<Source | 'unknown' | undefined> {
	let source: JsonSource | undefined;
	for await (const value of values) {
		source ??= asked.find((one): one is JsonSource => one.kind === 'json' && (sure || one.claims(value)));
		if (source === undefined) return 'unknown';
		if (!(await addAll(found, source.read(value, context)))) break;
	}
	return source;
}

async function collectText(
	start: Peeked,
	found: Collector,
	context: ImportContext,
	asked: readonly Source[],
	sure: boolean,
): Promise<Source | 'unknown' | 'too-long'> {
	const lines = start.head.split(/\r\n|\n|\r/);
	const source = asked.find((one) => {
		if (one.kind === 'json') return false;
		if (sure) return true;
		return one.kind === 'lines' ? one.claims(lines) : one.claims(start.head);
	});
	if (source === undefined || source.kind === 'json') return 'unknown';
	switch (source.kind) {
		case 'lines': {
			const read = source.reader(context);
			for await (const group of linesOf(start.all())) if (!(await addAll(found, readAll(group, read)))) break;
			break;
		}
		case 'table':
			for await (const rows of source.read(start.all(), context)) if (!(await addAll(found, rows))) break;
			break;
		case 'text': {
			const text = await start.whole(longestWhole);
			if (text === undefined) return 'too-long';
			await addAll(found, source.read(text, context));
		}
	}
	return source;
}

function* readAll(
	lines: readonly string[],
	read: (line: string) => Candidate | undefined,
): Generator<Candidate | undefined> {
	for (const line of lines) yield read(line);
}

/** How long is read on at a stretch, in milliseconds: keys that come meanwhile are answered within it. */
const stretch = 15;

/** How many are read between two looks at the clock. */
const looksAfter = 16;

/** False where the collection takes no more. */
async function addAll(found: Collector, candidates: Iterable<Candidate | undefined>): Promise<boolean> {
	let began = performance.now();
	let count = 0;
	for (const candidate of candidates) {
		if (candidate !== undefined && !found.add(candidate)) return false;
		count += 1;
		if (count % looksAfter !== 0 || performance.now() - began < stretch) continue;
		await new Promise((resolve) => {
			setImmediate(resolve);
		});
		began = performance.now();
	}
	return true;
}
