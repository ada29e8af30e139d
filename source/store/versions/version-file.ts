/**
 * The bytes of one old version: a line of JSON that says what it is, readable by itself, and behind it the
 * record and what can be taken back, compressed.
 */
import {promisify} from 'node:util';
import {gunzip, gzip} from 'node:zlib';
import * as v from 'valibot';
import type {Edit} from '../../retro/edit.ts';
import {type Retro, retroSchema} from '../../retro/record.ts';
import {type Instant, isInstant} from '../../time/instant.ts';

const instant = v.custom<Instant>((value) => typeof value === 'string' && isInstant(value));

const headSchema = v.object({
	/** Of the shape of these files. */
	format: v.literal(1),
	/** Counts up in one retro; people name a version by it. */
	number: v.pipe(v.number(), v.integer(), v.minValue(1)),
	/** When the sitting began, or the first of the scripts ran. */
	began: instant,
	/** When it ended. */
	at: instant,
	/** The commands that wrote it, the first one first; see `unknownHand`. */
	by: v.array(v.string()),
	/** Set where the app did not come to its own end. */
	cutShort: v.optional(v.boolean()),
	/** What it changed, in few words; empty for the first. */
	changed: v.string(),
	/** The same for two versions of the same content. */
	digest: v.string(),
});

export type VersionHead = v.InferOutput<typeof headSchema>;

/** Stands among the commands for a state that somebody else left: git, an editor, another machine. */
export const unknownHand = 'found';

/** A step that a later sitting can take back. */
export type KeptStep = {
	/** When its sitting ended. */
	readonly at: Instant;
	/** The command: `open`, `set`, … */
	readonly by: string;
	readonly edit: Edit;
};

export type VersionBody = {
	readonly retro: Retro;
	/** What can be taken back from here, the oldest first; it reaches over the versions before. */
	readonly steps: readonly KeptStep[];
};

const bodySchema = v.object({
	retro: retroSchema,
	steps: v.array(v.looseObject({at: instant, by: v.string(), edit: v.looseObject({type: v.string()})})),
});

export async function versionBytes(head: VersionHead, body: VersionBody): Promise<Uint8Array> {
	const packed = await promisify(gzip)(JSON.stringify(body));
	return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), packed]);
}

/** Undefined where the bytes are those of no version. */
export function readHead(bytes: Uint8Array): VersionHead | undefined {
	const end = bytes.indexOf(0x0a);
	if (end < 0) return undefined;
	const parsed = v.safeParse(headSchema, json(bytes.subarray(0, end)));
	return parsed.success ? parsed.output : undefined;
}

/** Longer than any record: a file that unpacks to more was not made by us. */
const longestBody = 256 * 1024 * 1024;

/** Undefined where the bytes are damaged. */
export async function readBody(bytes: Uint8Array): Promise<VersionBody | undefined> {
	try {
		const packed = bytes.subarray(bytes.indexOf(0x0a) + 1);
		const value = json(await promisify(gunzip)(packed, {maxOutputLength: longestBody}));
		// The schema knows an edit by its type alone: what it is about is looked at when it is applied.
		return v.is(bodySchema, value) ? (value as unknown as VersionBody) : undefined;
	} catch {
		return undefined;
	}
}

function json(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder().decode(bytes));
	} catch {
		return undefined;
	}
}
