/** Gets out of a broken record all that can still be read, and says what could not. */
import * as v from 'valibot';
import {type ListName, listNames} from '../../retro/fields.ts';
import {commonBase} from '../../retro/merge/common-base.ts';
import {mergeRetros} from '../../retro/merge/merge-retros.ts';
import {newRetro} from '../../retro/new-retro.ts';
import {type Retro, retroSchema, schemaVersion} from '../../retro/record.ts';
import type {Instant} from '../../time/instant.ts';
import {decodedRecord} from './decoded.ts';
import {lenientJson} from './lenient-json.ts';

export type Salvaged = {
	readonly retro: Retro;
	/** What was odd and what is left out, each a short line for people. */
	readonly notes: readonly string[];
};

/**
 * The record that can be made of the bytes, or undefined where nothing of one is in them. Every field and every entry
 * that can be read is in it; unknown fields too. Where a field stands twice, both are kept as if two people had written
 * them.
 *
 * @param id of the record, by its file's name
 * @param now what stands for times of the record itself that cannot be read
 */
export function salvaged(bytes: Uint8Array, id: string, now: Instant): Salvaged | undefined {
	const {text, oddities} = decodedRecord(bytes);
	const last = lenientJson(text, Number.POSITIVE_INFINITY);
	const notes = [...oddities.map((oddity) => `read although ${oddity}`)];
	if (last.isBroken) notes.push('mended what is not JSON');
	if (last.isCut) notes.push('left out what is nested too deeply');
	for (const number of last.numbers) notes.push(`kept as a text, being too long for a number: ${excerpt(number)}`);
	let retro = recordOf(last.value, id, now, notes);
	if (retro === undefined) return undefined;
	if (last.doubles.size > 0) notes.push(`there twice, and both kept: ${excerptOf([...last.doubles].join(', '))}`);
	for (let pick = 0; pick < Math.min(last.most, mostDoubles) - 1; pick++) {
		const other = recordOf(lenientJson(text, pick).value, id, now, notes);
		if (other !== undefined) retro = mergeRetros(commonBase(other, retro), other, retro).retro;
	}
	return {retro, notes: [...new Set(notes)]};
}

/** A field that stands more often than this was not written by people. */
const mostDoubles = 8;

function recordOf(value: unknown, id: string, now: Instant, notes: string[]): Retro | undefined {
	if (!isObject(value) || !Object.keys(value).some(isField)) return undefined;
	const blank = newRetro({id, now});
	const fields = new Map<string, unknown>(Object.entries(blank));
	for (const [key, part] of Object.entries(value)) {
		if (key === 'schemaVersion' || key === 'id') continue;
		fields.set(key, isField(key) ? readable(key, part, blank, notes) : part);
	}
	const retro = Object.fromEntries(fields);
	return v.is(retroSchema, retro) ? ({...retro, schemaVersion, id} as Retro) : undefined;
}

/** A field as it stands, or as much of it as fits the record, or what a blank retro has there. */
function readable(key: keyof typeof retroSchema.entries, part: unknown, blank: Retro, notes: string[]): unknown {
	const schema: v.GenericSchema = retroSchema.entries[key];
	if (v.is(schema, part)) return part;
	const unwritten = blank[key];
	if (typeof unwritten === 'string' && isScalar(part) && v.is(schema, String(part))) return String(part);
	if (key === 'impact' || key === 'lessons') return readableGroup(key, part, blank, notes);
	if (Array.isArray(part) && Array.isArray(unwritten)) return readableItems(key, part, notes);
	notes.push(`${key} could not be read: ${excerpt(part)}`);
	return unwritten;
}

function readableGroup(key: 'impact' | 'lessons', part: unknown, blank: Retro, notes: string[]): unknown {
	const group = new Map<string, unknown>(Object.entries(blank[key]));
	const schemas: Readonly<Record<string, v.GenericSchema>> = retroSchema.entries[key].entries;
	for (const [name, value] of Object.entries(isObject(part) ? part : {})) {
		const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
		const unwritten = group.get(name);
		if (schema === undefined || v.is(schema, value)) group.set(name, value);
		else if (Array.isArray(value) && Array.isArray(unwritten))
			group.set(name, readableItems(`${key}.${name}`, value, notes));
		else if (typeof unwritten === 'string' && isScalar(value)) group.set(name, String(value));
		else notes.push(`${key}.${name} could not be read: ${excerpt(value)}`);
	}
	return Object.fromEntries(group);
}

/** The items that are what they should be, each mended where that loses nothing. */
function readableItems(name: string, items: readonly unknown[], notes: string[]): unknown[] {
	const schema = itemSchemaOf(name);
	return items.flatMap((item, index) => {
		const mended = mendedItem(name, item, index);
		if (v.is(schema, mended)) return [mended];
		notes.push(`${name} ${index + 1} could not be read: ${excerpt(item)}`);
		return [];
	});
}

function itemSchemaOf(name: string): v.GenericSchema {
	const [outer = '', inner] = name.split('.');
	const field = retroSchema.entries[outer as 'timeline' | 'lessons'];
	const list = inner === undefined ? field : (field as typeof retroSchema.entries.lessons).entries[inner as 'wentWell'];
	return (list as typeof retroSchema.entries.timeline).item;
}

/** What an item of a list needs beside what people wrote in it, where it is missing or not a text. */
function mendedItem(name: string, item: unknown, index: number): unknown {
	if (!isList(name)) return isScalar(item) ? String(item) : item;
	if (!isObject(item)) return typeof item === 'string' && item !== '' ? {id: `saved-${index}`, text: item} : item;
	const mended: Record<string, unknown> = {
		...missingParts[name],
		...(name !== 'kept' && {id: `saved-${index}`}),
		...item,
	};
	for (const [part, value] of Object.entries(mended)) {
		if (typeof value === 'number' && textParts.has(part)) mended[part] = String(value);
	}
	return mended;
}

const textParts = new Set(['id', 'text', 'question', 'answer', 'owner', 'typed', 'source', 'field', 'rule', 'reason']);

const missingParts: Readonly<Partial<Record<ListName, Readonly<Record<string, unknown>>>>> = {
	timeline: {text: ''},
	whys: {question: '', answer: '', parent: null, rootCause: false},
	actions: {kind: 'prevent', text: '', owner: '', due: null, status: 'open'},
};

function isField(key: string): key is keyof typeof retroSchema.entries {
	return Object.hasOwn(retroSchema.entries, key);
}

function isList(name: string): name is ListName {
	return (listNames as readonly string[]).includes(name);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): boolean {
	return ['string', 'number', 'boolean'].includes(typeof value);
}

/** So much of a value that people find it again in the file. */
function excerpt(value: unknown): string {
	return excerptOf(JSON.stringify(value) ?? '');
}

function excerptOf(text: string): string {
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
