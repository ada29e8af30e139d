/**
 * The text of a record's file: plain JSON in a fixed order, a field a line and an entry a group of
 * lines, so that git shows a change as what it is and merges entries that two people added apart.
 */
import * as v from 'valibot';
import {commonBase} from '../../retro/merge/common-base.ts';
import {mergeRetros} from '../../retro/merge/merge-retros.ts';
import {migrated} from '../../retro/migrations/migrate.ts';
import {migrations} from '../../retro/migrations/steps.ts';
import {type Retro, retroSchema, schemaVersion} from '../../retro/record.ts';
import {hasConflictMarkers, readConflicted} from './conflict-markers.ts';
import {inexactness} from './exactness.ts';

/** What a record's text holds: a retro, nothing that can be read (and why), or a retro of a newer version. */
export type ParsedRetro =
	/** `healed`: the text held the conflicts of a git merge, and the retro is both sides merged. */
	| {readonly kind: 'retro'; readonly retro: Retro; readonly healed?: 'conflict-markers'}
	/** `why` goes on after "it cannot be read: ". */
	| {readonly kind: 'broken'; readonly why: string}
	/**
	 * `retro`: what it says as far as this version knows it, to be shown and never written. `needs`: the first version
	 * of the program that writes it, where it says so.
	 */
	| {readonly kind: 'newer'; readonly version: number; readonly needs?: string; readonly retro?: Retro};

/** What a record's file holds besides the retro: which lines of the journals are in it. */
export const vectorField = 'journals';

// What every edit changes stands above two fields that never change, so that git tells it from a change of the title.
const churning = ['updatedAt', vectorField];
const fieldRank = ranked(
	Object.keys(retroSchema.entries)
		.filter((key) => !churning.includes(key))
		.toSpliced(1, 0, ...churning),
);
const itemRank = ranked([
	// Timeline entries, whys, notes and action items.
	...['id', 'at', 'phase', 'kind', 'question', 'answer', 'text', 'owner', 'due', 'status', 'parent', 'rootCause'],
	...['typed', 'shifted', 'source'],
	// Impact and lessons.
	...['start', 'end', 'users', 'revenue', 'data', 'wentWell', 'wentWrong', 'gotLucky'],
	// Kept findings, and conflicts.
	...['field', 'rule', 'reason', 'here', 'elsewhere'],
]);

/**
 * The text of a retro: known fields in the order of the record, unknown ones after them in the order
 * they came in, indented by two spaces, with a final newline.
 */
export function printRetro(retro: Retro): string {
	const fields = inOrder(retro, fieldRank).map(([key, value]) => [key, arranged(value)]);
	return `${JSON.stringify(Object.fromEntries(fields), null, 2)}\n`;
}

/** Reads the text of a record. What comes back holds every field of the text, unknown ones too. */
export function parseRetro(text: string): ParsedRetro {
	if (text.trim() === '') return {kind: 'broken', why: 'it is empty'};
	if (/^\0+$/.test(text)) return {kind: 'broken', why: 'it holds nothing but zero bytes, as after a power failure'};
	return hasConflictMarkers(text) ? healed(text) : parseWhole(text);
}

/**
 * Both sides of a text that git could not merge, as one retro. What both were made of is taken from the
 * text where it stands there whole, else only what both have in common is held to be old.
 */
function healed(text: string): ParsedRetro {
	const sides = readConflicted(text);
	if (sides === undefined) return {kind: 'broken', why: 'it has conflict markers of a git merge in it'};
	const [ours, theirs] = [parseWhole(sides.ours), parseWhole(sides.theirs)];
	const unread =
		[ours, theirs].find(({kind}) => kind === 'newer') ?? [ours, theirs].find(({kind}) => kind === 'broken');
	if (unread?.kind === 'newer') return unread;
	if (ours.kind !== 'retro' || theirs.kind !== 'retro' || ours.retro.id !== theirs.retro.id) {
		const why =
			unread?.kind === 'broken' ? `one side of it cannot be read (${unread.why})` : 'its sides are two retros';
		return {kind: 'broken', why: `it has conflict markers of a git merge in it, and ${why}`};
	}
	const base = sides.base === undefined ? undefined : parseWhole(sides.base);
	const from = base?.kind === 'retro' ? base.retro : commonBase(ours.retro, theirs.retro);
	const {retro} = mergeRetros(from, ours.retro, theirs.retro);
	return {kind: 'retro', retro, healed: 'conflict-markers'};
}

function parseWhole(text: string): ParsedRetro {
	const parsed = parseJson(text);
	if ('why' in parsed) return {kind: 'broken', why: parsed.why};
	const {value} = parsed;
	const version = versionOf(value);
	if (version !== undefined && version > schemaVersion) return newer(value as object, version);
	const inexact = inexactness(text, value);
	if (inexact !== undefined) return {kind: 'broken', why: inexact};
	const current =
		version === undefined || version === schemaVersion
			? value
			: migrated(value as Record<string, unknown>, version, schemaVersion, migrations);
	if (current === undefined)
		return {kind: 'broken', why: `it says that it is of record version ${version}, which never was`};
	const checked = v.safeParse(retroSchema, current, {abortEarly: true});
	// The value itself and not what the schema made of it, which leaves out fields with names like `constructor`.
	return checked.success
		? {kind: 'retro', retro: current as Retro}
		: {kind: 'broken', why: describe(checked.issues[0])};
}

/** From version 2 on a record says in `needs` which version of the program it takes to write it. */
function newer(value: object, version: number): ParsedRetro {
	const isKnown = v.is(retroSchema, {...value, schemaVersion});
	const needs = 'needs' in value && typeof value.needs === 'string' ? value.needs : '';
	return {
		kind: 'newer',
		version,
		...(/^\d{1,4}\.\d{1,4}(?:\.\d{1,4})?$/.test(needs) && {needs}),
		...(isKnown && {retro: value as Retro}),
	};
}

type Rank = ReadonlyMap<string, number>;

function ranked(order: readonly string[]): Rank {
	return new Map(order.map((key, index) => [key, index]));
}

function inOrder(record: object, rank: Rank): [string, unknown][] {
	return Object.entries(record).sort(([a], [b]) => (rank.get(a) ?? rank.size) - (rank.get(b) ?? rank.size));
}

/** A value of the record with the keys of its items in their order. Unknown values are left as they are. */
function arranged(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(arranged);
	if (typeof value !== 'object' || value === null || isArranged(value)) return value;
	return Object.fromEntries(
		inOrder(value, itemRank).map(([key, part]) => [key, Array.isArray(part) ? arranged(part) : part]),
	);
}

/** Most items are: a record of thousands is printed while somebody types. */
function isArranged(item: object): boolean {
	let last = 0;
	for (const key of Object.keys(item)) {
		const place = itemRank.get(key) ?? itemRank.size;
		if (place < last || Array.isArray(item[key as keyof typeof item])) return false;
		last = place;
	}
	return true;
}

function parseJson(text: string): {value: unknown} | {why: string} {
	try {
		return {value: JSON.parse(text)};
	} catch {
		return /[}\]]\s*$/.test(text) ? {why: 'it is not valid JSON'} : {why: 'it ends in the middle'};
	}
}

function versionOf(value: unknown): number | undefined {
	if (typeof value !== 'object' || value === null || !('schemaVersion' in value)) return undefined;
	return typeof value.schemaVersion === 'number' ? value.schemaVersion : undefined;
}

/** Where the record differs from its schema, without the value found there: it may be anything. */
function describe(issue: v.BaseIssue<unknown>): string {
	const place = v.getDotPath(issue)?.replaceAll(/[^\w.-]/g, '?') ?? 'the file';
	if (issue.received === 'undefined') return `${place} is missing`;
	const own = issue.type === 'custom' || issue.type === 'regex';
	return `${place} should be ${own ? issue.message : (issue.expected ?? 'something else')}`;
}
