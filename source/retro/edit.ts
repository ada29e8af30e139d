/**
 * Edits: every change to a retro as plain serialisable data, addressed by stable ids and complete in
 * itself, so that it can be applied to a record which has changed meanwhile, kept in a journal, undone.
 */
import {conflictAt} from './conflicts.ts';
import {
	type AnyItem,
	type FieldName,
	type FieldValues,
	fieldOf,
	identityOf,
	itemOf,
	itemPath,
	itemsOf,
	type ListItems,
	type ListName,
	listOf,
} from './fields.ts';
import {changed, inserted, moved, placeBehind, without} from './item-lists.ts';
import {withOther} from './other-values.ts';
import type {Retro} from './record.ts';
import {orderedTimeline} from './timeline.ts';

/** Sets a single field. `was` is the value that the editor saw, for merging when it has changed since. */
export type SetEdit = {
	[Name in FieldName]: {type: 'set'; field: Name; value: FieldValues[Name]; was: FieldValues[Name]};
}[FieldName];

/** Adds an item after the item `after`; first when `after` is null, last when it is gone. */
export type InsertEdit = {
	[Name in ListName]: {type: 'insert'; list: Name; item: ListItems[Name]; after: string | null};
}[ListName];

/** Changes parts of an item; `was` holds the values that the touched parts had, without those that were absent. */
export type ChangeEdit = {
	[Name in ListName]: {
		type: 'change';
		list: Name;
		id: string;
		to: Partial<ListItems[Name]>;
		was: Partial<ListItems[Name]>;
		/** Parts that are taken away by this edit. */
		without?: readonly string[];
	};
}[ListName];

/** Takes an item away. It carries the whole item and its place, so that it can be undone. */
export type RemoveEdit = {
	[Name in ListName]: {type: 'remove'; list: Name; item: ListItems[Name]; after: string | null};
}[ListName];

/** Moves an item to the place after another; first when `after` is null. */
export type MoveEdit = {type: 'move'; list: ListName; id: string; after: string | null; was: string | null};

/** Keeps a line that is being typed and not entered yet; an empty text forgets it. */
export type DraftEdit = {type: 'draft'; place: string; text: string; was: string};

/**
 * Sets a value that no screen sets: the template, a newer version's fields, what could not be merged.
 * `value` and `was` are left out where there is none, which null is not.
 */
export type OtherEdit = {type: 'other'; path: readonly string[]; value?: unknown; was?: unknown};

/** Several edits that are one step for the user: done and undone together. */
export type BatchEdit = {type: 'batch'; edits: readonly Edit[]};

export type Edit = SetEdit | InsertEdit | ChangeEdit | RemoveEdit | MoveEdit | DraftEdit | OtherEdit | BatchEdit;

/**
 * The retro after the edit. An edit that addresses something which is gone changes nothing; inserting
 * an id that is there replaces nothing. `updatedAt` is left to the store.
 */
export function apply(retro: Retro, edit: Edit): Retro {
	switch (edit.type) {
		case 'set':
			return withField(retro, edit.field, edit.value);
		case 'insert':
			return withList(retro, edit.list, inserted(listOf(retro, edit.list), edit.item, edit.after));
		case 'change':
			return withList(retro, edit.list, changed(listOf(retro, edit.list), edit));
		case 'remove':
			return withList(retro, edit.list, without(listOf(retro, edit.list), identityOf(edit.item)));
		case 'move':
			return withList(retro, edit.list, moved(listOf(retro, edit.list), edit));
		case 'draft':
			return withDraft(retro, edit.place, edit.text);
		case 'other':
			return withOther(retro, edit.path, edit);
		case 'batch':
			return applyAll(retro, edit.edits);
	}
}

/**
 * The edit that takes this one back: `apply(apply(r, e), inverse(e))` equals `r` where `e`, or each
 * part of a batch, changed `r`.
 */
export function inverse(edit: Edit): Edit {
	switch (edit.type) {
		case 'set':
			return {...edit, value: edit.was, was: edit.value} as SetEdit;
		case 'insert':
			return {...edit, type: 'remove'} as RemoveEdit;
		case 'change':
			return inverseChange(edit);
		case 'remove':
			return {...edit, type: 'insert'} as InsertEdit;
		case 'move':
			return {...edit, after: edit.was, was: edit.after};
		case 'draft':
			return {...edit, text: edit.was, was: edit.text};
		case 'other': {
			const {type, path} = edit;
			return {type, path, ...('was' in edit && {value: edit.was}), ...('value' in edit && {was: edit.value})};
		}
		case 'batch':
			return {type: 'batch', edits: edit.edits.map(inverse).reverse()};
	}
}

/** One after the other; items that follow each other into a list, or out of it, go at once, which an import of thousands needs. */
function applyAll(retro: Retro, edits: readonly Edit[]): Retro {
	let result = retro;
	for (let start = 0; start < edits.length; ) {
		const run = insertsInRow(edits, start);
		const [first] = run;
		const items = first === undefined ? [] : listOf(result, first.list);
		const ids = new Set([...items, ...run.map(({item}) => item)].map(identityOf));
		if (first !== undefined && run.length > 1 && ids.size === items.length + run.length) {
			const place = placeBehind(items, first.after);
			const all = [...items.slice(0, place), ...run.map(({item}) => item), ...items.slice(place)];
			result = withList(result, first.list, all);
			start += run.length;
			continue;
		}
		const taken = removesInRow(edits, start);
		const list = taken[0]?.list;
		if (list !== undefined && taken.length > 1) {
			const gone = new Set(taken.map(({item}) => identityOf(item)));
			const left = itemsOf(result, list).filter((item) => !gone.has(identityOf(item)));
			result = withList(result, list, left);
			start += taken.length;
			continue;
		}
		result = apply(result, edits[start] as Edit);
		start += 1;
	}
	return result;
}

/** The inserts from `start` on, as long as each goes behind the one before it. */
function insertsInRow(edits: readonly Edit[], start: number): InsertEdit[] {
	const run: InsertEdit[] = [];
	for (let index = start; index < edits.length; index++) {
		const edit = edits[index];
		if (edit?.type !== 'insert') break;
		const before = run.at(-1);
		if (before !== undefined && (edit.list !== before.list || edit.after !== identityOf(before.item))) break;
		run.push(edit);
	}
	return run;
}

/** The removals from `start` on, as long as they are from the same list. */
function removesInRow(edits: readonly Edit[], start: number): RemoveEdit[] {
	const run: RemoveEdit[] = [];
	for (let index = start; index < edits.length; index++) {
		const edit = edits[index];
		if (edit?.type !== 'remove' || (run[0] !== undefined && edit.list !== run[0].list)) break;
		run.push(edit);
	}
	return run;
}

function withField(retro: Retro, name: FieldName, value: FieldValues[FieldName]): Retro {
	const [outer, inner] = name.split('.');
	return inner === undefined
		? {...retro, [outer as string]: value}
		: {...retro, impact: {...retro.impact, [inner]: value}};
}

function withList(retro: Retro, name: ListName, items: readonly AnyItem[]): Retro {
	if (items === listOf(retro, name)) return retro;
	const [outer, inner] = name.split('.');
	return inner === undefined
		? {...retro, [outer as string]: items}
		: {...retro, lessons: {...retro.lessons, [inner]: items}};
}

function withDraft(retro: Retro, place: string, text: string): Retro {
	const {drafts = {}, ...rest} = retro;
	const {[place]: _old, ...others} = drafts;
	const next = text === '' ? others : {...others, [place]: text};
	return Object.keys(next).length === 0 ? (rest as Retro) : ({...rest, drafts: next} as Retro);
}

function inverseChange({without: _taken, ...edit}: ChangeEdit): ChangeEdit {
	const added = Object.keys(edit.to).filter((key) => !Object.hasOwn(edit.was, key));
	return {...edit, to: edit.was, was: edit.to, ...(added.length > 0 && {without: added})} as ChangeEdit;
}

/** The identity of the item before this one in its list, or null for the first: the place to come back to. */
export function placeOf(retro: Retro, list: ListName, id: string): string | null {
	const items = listOf(retro, list);
	const index = items.findIndex((item) => identityOf(item) === id);
	const before = index > 0 ? items[index - 1] : undefined;
	return before === undefined ? null : identityOf(before);
}

/**
 * An edit that sets a field, with the value it has now kept for undo and merge. Two values that the
 * field had got are settled by it.
 */
export function setField<Name extends FieldName>(retro: Retro, field: Name, value: FieldValues[Name]): Edit {
	return settling(retro, [field], {type: 'set', field, value, was: fieldOf(retro, field)} as SetEdit);
}

function settling(retro: Retro, paths: readonly string[], edit: Edit): Edit {
	const settled = paths.flatMap((path): OtherEdit[] => {
		const was = conflictAt(retro, path);
		return was === undefined ? [] : [{type: 'other', path: ['conflicts', path], was}];
	});
	return settled.length === 0 ? edit : {type: 'batch', edits: [edit, ...settled]};
}

/** An edit that adds an item at the end of its list. */
export function append<Name extends ListName>(retro: Retro, list: Name, item: ListItems[Name]): Edit {
	const last = listOf(retro, list).at(-1);
	return {type: 'insert', list, item, after: last === undefined ? null : identityOf(last)} as InsertEdit;
}

/**
 * An edit that changes parts of an item, and settles two values that they had got; an item that is not
 * there gives an edit that does nothing.
 */
export function changeItem<Name extends ListName>(
	retro: Retro,
	list: Name,
	id: string,
	to: Partial<ListItems[Name]>,
	remove: readonly string[] = [],
): Edit {
	const item = itemOf(retro, list, id);
	const touched = [...Object.keys(to), ...remove];
	const was = Object.fromEntries(Object.entries(item ?? {}).filter(([key]) => touched.includes(key)));
	const edit = {type: 'change', list, id, to, was, ...(remove.length > 0 && {without: remove})} as ChangeEdit;
	const paths = touched.map((part) => itemPath(list, id, part));
	return settling(retro, paths, edit);
}

/** An edit that takes an item away, complete enough to be undone; undefined when it is not there. */
export function removeItem(retro: Retro, list: ListName, id: string): Edit | undefined {
	const item = itemOf(retro, list, id);
	return item && ({type: 'remove', list, item, after: placeOf(retro, list, id)} as RemoveEdit);
}

/**
 * An edit that moves an item by one place, up when negative; undefined where it cannot move. In the
 * timeline a place is a row, and free only among entries of the same instant.
 */
export function moveItem(retro: Retro, list: ListName, id: string, by: 1 | -1): Edit | undefined {
	const items: readonly AnyItem[] = list === 'timeline' ? orderedTimeline(retro) : listOf(retro, list);
	const index = items.findIndex((item) => identityOf(item) === id);
	const neighbour = index < 0 ? undefined : items[index + by];
	if (neighbour === undefined || (list === 'timeline' && neighbour.at !== items[index]?.at)) return undefined;
	const beside = identityOf(neighbour);
	const after = by === 1 ? beside : placeOf(retro, list, beside);
	return {type: 'move', list, id, after, was: placeOf(retro, list, id)};
}

/**
 * Several edits as one step; the edit itself where there is one, undefined where there is none. To be
 * taken back exactly, each must have been made on the retro as the ones before it leave it.
 */
export function batch(edits: readonly (Edit | undefined)[]): Edit | undefined {
	const real = edits.filter((edit) => edit !== undefined);
	return real.length > 1 ? {type: 'batch', edits: real} : real[0];
}
