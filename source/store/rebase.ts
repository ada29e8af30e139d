/**
 * Puts edits onto a record that has changed since they were made, edit by edit, so that neither what
 * we typed nor what others wrote is lost.
 */
import {isDeepStrictEqual} from 'node:util';
import {apply, type ChangeEdit, type Edit, placeOf, type RemoveEdit, type SetEdit} from '../retro/edit.ts';
import {type FieldValues, fieldOf, identityOf, type ListItems, type ListName, listOf} from '../retro/fields.ts';
import type {Retro} from '../retro/record.ts';
import {mergeLine, mergeProse} from './three-way-text.ts';

/**
 * The record with the edits on it. An entry that was changed here and taken away there comes back; one
 * that was taken away here and changed there stays.
 *
 * @param theirs the record as somebody else left it
 * @param edits ours, oldest first, made on a record from before theirs
 * @param mine our record with the edits on it
 */
export function rebase(theirs: Retro, edits: readonly Edit[], mine: Retro): Retro {
	return rebaseWith(theirs, edits, (list, id) => keptItem(mine, list, id));
}

/** An item as the one who changed it had it, and the item that it stood behind, null for the first. */
export type KeptItem = {readonly item: ListItems[ListName]; readonly after: string | null};

/** The same, where of our record only the changed items are at hand; `find` gives those that we had after the edits. */
export function rebaseWith(
	theirs: Retro,
	edits: readonly Edit[],
	find: (list: ListName, id: string) => KeptItem | undefined,
): Retro {
	return edits.reduce((retro, edit) => applyOne(retro, edit, find), theirs);
}

/** The item of a list as a retro has it, with its place; undefined where it is not there. */
export function keptItem(retro: Retro, list: ListName, id: string): KeptItem | undefined {
	const item = itemOf(retro, list, id);
	return item && {item, after: placeOf(retro, list, id)};
}

type Find = Parameters<typeof rebaseWith>[2];

/**
 * The edit as it reads on this record: where a value is not the one that the editor saw, the two are
 * merged, prose by words and lists of names by name; of two values of a short field the edit's wins.
 */
export function settle(retro: Retro, edit: Edit): Edit {
	switch (edit.type) {
		case 'set':
			return settleSet(retro, edit);
		case 'change':
			return settleChange(retro, edit);
		case 'remove':
			return {...edit, item: itemOf(retro, edit.list, identityOf(edit.item)) ?? edit.item} as RemoveEdit;
		case 'batch': {
			let state = retro;
			const edits = edit.edits.map((part) => {
				const settled = settle(state, part);
				state = apply(state, settled);
				return settled;
			});
			return {type: 'batch', edits};
		}
		case 'insert':
		case 'move':
		case 'draft':
			return edit;
	}
}

function applyOne(retro: Retro, edit: Edit, find: Find): Retro {
	switch (edit.type) {
		case 'set':
			return apply(retro, settle(retro, edit));
		case 'change':
			return itemOf(retro, edit.list, edit.id) === undefined
				? apply(retro, broughtBack(find, edit.list, edit.id))
				: apply(retro, settle(retro, edit));
		case 'remove':
			return isDeepStrictEqual(itemOf(retro, edit.list, identityOf(edit.item)), edit.item) ? apply(retro, edit) : retro;
		case 'batch':
			return rebaseWith(retro, edit.edits, find);
		case 'draft':
			// A line that was entered here is forgotten; another that somebody types at the same place is not.
			return edit.text === '' && retro.drafts?.[edit.place] !== edit.was ? retro : apply(retro, edit);
		case 'insert':
		case 'move':
			return apply(retro, edit);
	}
}

function settleSet(retro: Retro, edit: SetEdit): Edit {
	const theirs = fieldOf(retro, edit.field);
	if (isDeepStrictEqual(theirs, edit.was)) return edit;
	return {...edit, value: mergeField(edit, theirs), was: theirs} as SetEdit;
}

function mergeField(edit: SetEdit, theirs: FieldValues[keyof FieldValues]): FieldValues[keyof FieldValues] {
	if (edit.field === 'summary' && typeof theirs === 'string') return mergeProse(edit.was, edit.value, theirs);
	if ((edit.field === 'participants' || edit.field === 'services') && Array.isArray(theirs)) {
		const {was, value} = edit;
		const kept = theirs.filter((name) => value.includes(name) || !was.includes(name));
		return [...kept, ...value.filter((name) => !was.includes(name) && !theirs.includes(name))];
	}
	return edit.value;
}

/** The parts of items that are sentences; the others are single values. */
const sentences: readonly string[] = ['text', 'question', 'answer', 'reason'];

function settleChange(retro: Retro, edit: ChangeEdit): Edit {
	const item = itemOf(retro, edit.list, edit.id);
	if (item === undefined) return edit;
	const theirs: Record<string, unknown> = {...item};
	const was: Record<string, unknown> = {...edit.was};
	const to = Object.entries(edit.to).map(([part, value]): [string, unknown] => {
		const [before, now] = [was[part], theirs[part]];
		const isText = typeof value === 'string' && typeof before === 'string' && typeof now === 'string';
		return [part, isText && sentences.includes(part) ? mergeLine(before, value, now) : value];
	});
	const touched = [...Object.keys(edit.to), ...(edit.without ?? [])].filter((part) => part in theirs);
	return {
		...edit,
		to: Object.fromEntries(to),
		was: Object.fromEntries(touched.map((part) => [part, theirs[part]])),
	} as ChangeEdit;
}

/** An edit that puts an item back as we have it, or one that does nothing where we have it no more. */
function broughtBack(find: Find, list: ListName, id: string): Edit {
	const kept = find(list, id);
	return kept === undefined ? {type: 'batch', edits: []} : ({type: 'insert', list, ...kept} as Edit);
}

function itemOf(retro: Retro, list: ListName, id: string): ListItems[ListName] | undefined {
	return (listOf(retro, list) as readonly ListItems[ListName][]).find((item) => identityOf(item) === id);
}
