/** What an importer is: how its source is recognised by its shape, and how it is read. */
import type {Candidate, ImportContext} from './candidate.ts';

type Named = {
	/** As in `--from slack-export`. */
	readonly name: string;
	/** As in “Slack export: 14 messages”. */
	readonly title: string;
	/** What one of its rows is called, in the plural: `messages`. */
	readonly unit: string;
};

/**
 * A source in JSON, in JSON lines or in YAML. A long one is read in pieces: an array comes as several shorter
 * ones, JSON lines as arrays of their values.
 */
export type JsonSource = Named & {
	readonly kind: 'json';
	/** Whether the parsed value, or its first pieces, has the shape of this source. */
	readonly claims: (value: unknown) => boolean;
	readonly read: (value: unknown, context: ImportContext) => Iterable<Candidate>;
};

/** A source that is read line by line, however long it is. */
export type LineSource = Named & {
	readonly kind: 'lines';
	/** Whether the first lines have the shape of this source. */
	readonly claims: (lines: readonly string[]) => boolean;
	/** What reads one line after the other; it remembers what earlier lines said. */
	readonly reader: (context: ImportContext) => (line: string) => Candidate | undefined;
};

/** A table with a header, read row by row. */
export type TableSource = Named & {
	readonly kind: 'table';
	readonly claims: (sample: string) => boolean;
	readonly read: (chunks: AsyncIterable<string>, context: ImportContext) => AsyncIterable<readonly Candidate[]>;
};

/** A source that is read as a whole. */
export type TextSource = Named & {
	readonly kind: 'text';
	readonly claims: (sample: string) => boolean;
	/** Undefined where it has only read on, so that a long text is no single stretch of work. */
	readonly read: (text: string, context: ImportContext) => Iterable<Candidate | undefined>;
};

export type Source = JsonSource | LineSource | TableSource | TextSource;
