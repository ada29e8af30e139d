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
export const longestWhole = 10 * 1024 * 1024;

/** Throws only what reading the chunks throws. `from` is the source where the shape is not asked. */
export async function readImport(
	chunks: AsyncIterable<string>,
	context: ImportContext,
	bounds: Bounds = {},
	from?: Source,
): Promise<ImportResult> {
	const start = await peek(chunks);
	const asked = from === undefined ? sources : [from];
	if (looksLikeJson(start.head) || from?.kind === 'json') {
		const values = looksLikeYaml(start.head) ? yamlValues(start) : jsonValues(start);
		const result = await readJson(values, context, bounds, asked, from !== undefined);
		if (result !== undefined) return result;
	} else if (looksLikeYaml(start.head)) {
		const result = await readJson(yamlValues(start), context, bounds, asked, false);
		if (result !== undefined) return result;
	}
	return readText(start, context, bounds, asked, from !== undefined);
}

/** Undefined where the text is not what it looked like, and may still be of another source. */
async function readJson(
	values: AsyncIterable<unknown>,
	context: ImportContext,
	bounds: Bounds,
	asked: readonly Source[],
	sure: boolean,
): Promise<ImportResult | undefined> {
	const found = collector(bounds);
	let source: JsonSource | undefined;
	for await (const value of values) {
		source ??= asked.find((one): one is JsonSource => one.kind === 'json' && (sure || one.claims(value)));
		if (source === undefined) return {kind: 'unknown'};
		if (!addAll(found, source.read(value, context))) break;
	}
	return source === undefined ? undefined : {kind: 'imported', imported: {...found.finish(), source: named(source)}};
}

async function readText(
	start: Peeked,
	context: ImportContext,
	bounds: Bounds,
	asked: readonly Source[],
	sure: boolean,
): Promise<ImportResult> {
	const lines = start.head.split(/\r\n|\n|\r/);
	const source = asked.find((one) => {
		if (one.kind === 'json') return false;
		if (sure) return true;
		return one.kind === 'lines' ? one.claims(lines) : one.claims(start.head);
	});
	if (source === undefined || source.kind === 'json') return {kind: 'unknown'};
	const found = collector(bounds);
	switch (source.kind) {
		case 'lines': {
			const read = source.reader(context);
			for await (const group of linesOf(start.all())) {
				if (
					!addAll(
						found,
						group.flatMap((line) => read(line) ?? []),
					)
				)
					break;
			}
			break;
		}
		case 'table':
			for await (const rows of source.read(start.all(), context)) if (!addAll(found, rows)) break;
			break;
		case 'text': {
			const text = await start.whole(longestWhole);
			if (text === undefined) return {kind: 'too-long'};
			addAll(found, source.read(text, context));
		}
	}
	return {kind: 'imported', imported: {...found.finish(), source: named(source)}};
}

/** False where the collection takes no more. */
function addAll(found: ReturnType<typeof collector>, candidates: Iterable<Candidate>): boolean {
	for (const candidate of candidates) if (!found.add(candidate)) return false;
	return true;
}

function named({name, title, unit}: Source): Imported['source'] {
	return {name, title, unit};
}
