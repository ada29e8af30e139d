/**
 * Thousands of items that come or go as one step, an import and taking it back: each by itself would go through
 * the whole list once.
 */
import {isDeepStrictEqual} from 'node:util';
import type {Edit, RemoveEdit} from '../edit.ts';
import {type AnyItem, identityOf, itemsOf, type ListName} from '../fields.ts';
import type {Retro} from '../record.ts';

type EditOf<Type extends Edit['type']> = Extract<Edit, {readonly type: Type}>;

/** Whether all edits are of one type. */
export function areAll<Type extends Edit['type']>(
	type: Type,
	edits: readonly Edit[],
): edits is readonly EditOf<Type>[] {
	return edits.every((edit) => edit.type === type);
}

/** The removals, each with its item as it is in the record now. */
export function removalsOn(retro: Retro, edits: readonly RemoveEdit[]): RemoveEdit[] {
	const find = finder(retro);
	return edits.map((edit) => ({...edit, item: find(edit.list, identityOf(edit.item)) ?? edit.item}) as RemoveEdit);
}

/** The removals of what nobody has changed or taken away since. */
export function stillThere(retro: Retro, edits: readonly RemoveEdit[]): RemoveEdit[] {
	const find = finder(retro);
	return edits.filter((edit) => isDeepStrictEqual(find(edit.list, identityOf(edit.item)), edit.item));
}

function finder(retro: Retro): (list: ListName, id: string) => AnyItem | undefined {
	const lists = new Map<ListName, ReadonlyMap<string, AnyItem>>();
	return (list, id) => {
		const known = lists.get(list) ?? new Map(itemsOf(retro, list).map((item) => [identityOf(item), item]));
		lists.set(list, known);
		return known.get(id);
	};
}
