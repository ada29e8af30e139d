/** The three-way merge of whole records: what git, and whoever finds two versions of a record, is given. */
import {isDeepStrictEqual} from 'node:util';
import {type OpenConflict, openConflicts} from '../conflicts.ts';
import {differences} from '../differences.ts';
import type {ChangeEdit, Edit, InsertEdit} from '../edit.ts';
import {identityOf, itemOf} from '../fields.ts';
import type {Retro} from '../record.ts';
import {rebase} from './rebase.ts';
import {mergeLine} from './three-way-text.ts';
import {withUniqueIds} from './unique-ids.ts';

export type MergedRetro = {
	readonly retro: Retro;
	/** What the two sides set differently: `retro` holds both values or both wordings. */
	readonly conflicts: readonly OpenConflict[];
};

/**
 * Merges two versions of one record by entry and field, texts by lines and words. Every entry and every
 * word that either side added is in the result. Giving ours as theirs and theirs as ours changes nothing
 * but the order of what was added and which of two values stands.
 *
 * @param base the version that both were made of
 */
export function mergeRetros(base: Retro, ours: Retro, theirs: Retro): MergedRetro {
	if (isUnchanged(base, theirs) || isUnchanged(ours, theirs)) return {retro: written(ours, theirs), conflicts: []};
	if (isUnchanged(base, ours)) return {retro: written(theirs, ours), conflicts: []};
	const [was, mine, other] = [withUniqueIds(base), withUniqueIds(ours), withUniqueIds(theirs)];
	const edits = differences(was, mine).map((edit) => onBoth(edit, other));
	const retro = written(rebase(other, edits, mine), ours);
	const known = new Set([ours, theirs].flatMap((side) => openConflicts(side).map(asText)));
	return {retro, conflicts: openConflicts(retro).filter((conflict) => !known.has(asText(conflict)))};
}

/** An entry that both added under one id is merged, and so is a line that both are typing. */
function onBoth(edit: Edit, theirs: Retro): Edit {
	if (edit.type === 'insert') return onTheSame(edit, theirs);
	if (edit.type !== 'draft' || edit.text === '') return edit;
	const line = theirs.drafts?.[edit.place] ?? '';
	return {...edit, text: line === '' ? edit.text : mergeLine(edit.was, edit.text, line).text};
}

function onTheSame(insert: InsertEdit, theirs: Retro): Edit {
	const {list, item} = insert;
	const id = identityOf(item);
	if (itemOf(theirs, list, id) === undefined) return insert;
	const {id: _id, ...to} = item;
	return {type: 'change', list, id, to, was: {}} as ChangeEdit;
}

/** Whether only the times of writing differ. */
function isUnchanged(was: Retro, now: Retro): boolean {
	return isDeepStrictEqual({...was, updatedAt: ''}, {...now, updatedAt: ''});
}

/** A record is as old as the older of its versions and as fresh as the fresher. */
function written(retro: Retro, {createdAt, updatedAt}: Retro): Retro {
	return {
		...retro,
		createdAt: createdAt < retro.createdAt ? createdAt : retro.createdAt,
		updatedAt: updatedAt > retro.updatedAt ? updatedAt : retro.updatedAt,
	};
}

function asText(conflict: OpenConflict): string {
	return JSON.stringify(conflict);
}
