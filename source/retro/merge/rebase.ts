/**
 * Puts edits onto a record that has changed since they were made, edit by edit, so that neither what
 * we typed nor what others wrote is lost.
 */
import {isDeepStrictEqual} from 'node:util';
import {apply, type Edit, type InsertEdit, type MoveEdit, placeOf} from '../edit.ts';
import {identityOf, itemOf, type ListItems, type ListName} from '../fields.ts';
import type {Retro} from '../record.ts';
import {areAll, stillThere} from './bulk.ts';
import {onePhaseEach} from './phases.ts';
import {settle} from './settle.ts';

export {settle} from './settle.ts';

/**
 * The record with the edits on it. An entry that was changed here and taken away there comes back; one
 * that was taken away here and changed there stays.
 *
 * @param theirs the record as somebody else left it
 * @param edits ours, oldest first, made on a record from before theirs
 * @param mine our record with the edits on it
 */
export function rebase(theirs: Retro, edits: readonly Edit[], mine: Retro): Retro {
	const find: Find = (list, id) => keptItem(mine, list, id);
	return onePhaseEach(applyAll(theirs, edits, find), mine, theirs);
}

/** An item as the one who changed it had it, and the item that it stood behind, null for the first. */
export type KeptItem = {readonly item: ListItems[ListName]; readonly after: string | null};

/** The same, where of our record only the changed items are at hand; `find` gives those that we had after the edits. */
export function rebaseWith(
	theirs: Retro,
	edits: readonly Edit[],
	find: (list: ListName, id: string) => KeptItem | undefined,
): Retro {
	return onePhaseEach(applyAll(theirs, edits, find), theirs);
}

/** The item of a list as a retro has it, with its place; undefined where it is not there. */
export function keptItem(retro: Retro, list: ListName, id: string): KeptItem | undefined {
	const item = itemOf(retro, list, id);
	return item && {item, after: placeOf(retro, list, id)};
}

type Find = Parameters<typeof rebaseWith>[2];

function applyAll(theirs: Retro, edits: readonly Edit[], find: Find): Retro {
	return edits.reduce((retro, edit) => applyOne(retro, edit, find), theirs);
}

function applyOne(retro: Retro, edit: Edit, find: Find): Retro {
	switch (edit.type) {
		case 'set':
		case 'other':
			return apply(retro, settle(retro, edit));
		case 'change':
			return itemOf(retro, edit.list, edit.id) === undefined
				? apply(retro, broughtBack(retro, find, edit.list, edit.id))
				: apply(retro, settle(retro, edit));
		case 'remove':
			return isDeepStrictEqual(itemOf(retro, edit.list, identityOf(edit.item)), edit.item) ? apply(retro, edit) : retro;
		case 'batch':
			if (areAll('insert', edit.edits)) return apply(retro, {type: 'batch', edits: allPlaced(retro, edit.edits, find)});
			if (areAll('remove', edit.edits)) return apply(retro, {type: 'batch', edits: stillThere(retro, edit.edits)});
			return applyAll(retro, edit.edits, find);
		case 'draft':
			// A line that was entered here is forgotten; another that somebody types at the same place is not.
			return edit.text === '' && retro.drafts?.[edit.place] !== edit.was ? retro : apply(retro, edit);
		case 'insert':
		case 'move':
			return apply(retro, placed(retro, edit, find));
	}
}

/** The edit with a place that is still there: where the item to follow has gone, the one before it. */
function placed<Placed extends InsertEdit | MoveEdit>(retro: Retro, edit: Placed, find: Find): Placed {
	let {after} = edit;
	while (after !== null && itemOf(retro, edit.list, after) === undefined) {
		const gone = find(edit.list, after);
		if (gone === undefined) return edit;
		after = gone.after;
	}
	return after === edit.after ? edit : {...edit, after};
}

/** The inserts with places that are there: of a run in which each follows the one before, only the first is asked. */
function allPlaced(retro: Retro, edits: readonly InsertEdit[], find: Find): InsertEdit[] {
	const coming = new Set<string>();
	return edits.map((edit) => {
		const follows = edit.after !== null && coming.has(`${edit.list} ${edit.after}`);
		coming.add(`${edit.list} ${identityOf(edit.item)}`);
		return follows ? edit : placed(retro, edit, find);
	});
}

/** An edit that puts an item back as we have it, or one that does nothing where we have it no more. */
function broughtBack(retro: Retro, find: Find, list: ListName, id: string): Edit {
	const kept = find(list, id);
	return kept === undefined
		? {type: 'batch', edits: []}
		: placed(retro, {type: 'insert', list, ...kept} as InsertEdit, find);
}
