/**
 * Puts edits onto a record that has changed since they were made, edit by edit, so that neither what
 * we typed nor what others wrote is lost.
 */
import {isDeepStrictEqual} from 'node:util';
import {apply, type Edit, type InsertEdit, type MoveEdit, placeOf} from '../edit.ts';
import {identityOf, type ListName} from '../fields.ts';
import type {Retro} from '../record.ts';
import {onePhaseEach} from './phases.ts';
import {itemOf, settle} from './settle.ts';

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
	return onePhaseEach(applyAll(theirs, edits, mine), mine, theirs);
}

function applyAll(theirs: Retro, edits: readonly Edit[], mine: Retro): Retro {
	return edits.reduce((retro, edit) => applyOne(retro, edit, mine), theirs);
}

function applyOne(retro: Retro, edit: Edit, mine: Retro): Retro {
	switch (edit.type) {
		case 'set':
		case 'other':
			return apply(retro, settle(retro, edit));
		case 'change':
			return itemOf(retro, edit.list, edit.id) === undefined
				? apply(retro, broughtBack(retro, mine, edit.list, edit.id))
				: apply(retro, settle(retro, edit));
		case 'remove':
			return isDeepStrictEqual(itemOf(retro, edit.list, identityOf(edit.item)), edit.item) ? apply(retro, edit) : retro;
		case 'batch':
			return applyAll(retro, edit.edits, mine);
		case 'draft':
			// A line that was entered here is forgotten; another that somebody types at the same place is not.
			return edit.text === '' && retro.drafts?.[edit.place] !== edit.was ? retro : apply(retro, edit);
		case 'insert':
		case 'move':
			return apply(retro, placed(retro, edit, mine));
	}
}

/** The edit with a place that is still there: where the item to follow has gone, the one before it. */
function placed<Placed extends InsertEdit | MoveEdit>(retro: Retro, edit: Placed, mine: Retro): Placed {
	let {after} = edit;
	while (after !== null && itemOf(retro, edit.list, after) === undefined) {
		if (itemOf(mine, edit.list, after) === undefined) return edit;
		after = placeOf(mine, edit.list, after);
	}
	return after === edit.after ? edit : {...edit, after};
}

/** An edit that puts an item back as we have it, or one that does nothing where we have it no more. */
function broughtBack(retro: Retro, mine: Retro, list: ListName, id: string): Edit {
	const item = itemOf(mine, list, id);
	return item === undefined
		? {type: 'batch', edits: []}
		: placed(retro, {type: 'insert', list, item, after: placeOf(mine, list, id)} as InsertEdit, mine);
}
