/** An edit that was made on other values than those it now meets, as the edit that merges the two. */
import {isDeepStrictEqual} from 'node:util';
import {conflictAt} from '../conflicts.ts';
import {apply, type ChangeEdit, type Edit, type OtherEdit, type RemoveEdit, type SetEdit} from '../edit.ts';
import {type FieldName, fieldOf, identityOf, itemOf, itemPath} from '../fields.ts';
import {isSame, type Maybe, otherOf} from '../other-values.ts';
import type {Retro} from '../record.ts';
import {areAll, removalsOn} from './bulk.ts';
import {type MergedText, mergeLine, mergeProse} from './three-way-text.ts';
import {mergeVectors} from './version-vector.ts';

/**
 * The edit as it reads on this record: where a value is not the one that the editor saw, the two are
 * merged, prose by words and lists of names by name. Of two values that cannot be merged the edit's
 * stands, and the other is remembered as a conflict; what one side took away and the other changed stays.
 */
export function settle(retro: Retro, edit: Edit): Edit {
	switch (edit.type) {
		case 'set':
			return settleSet(retro, edit);
		case 'change':
			return settleChange(retro, edit);
		case 'remove':
			return {...edit, item: itemOf(retro, edit.list, identityOf(edit.item)) ?? edit.item} as RemoveEdit;
		case 'other':
			return settleOther(retro, edit);
		case 'batch': {
			if (areAll('insert', edit.edits)) return edit;
			if (areAll('remove', edit.edits)) return {type: 'batch', edits: removalsOn(retro, edit.edits)};
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

/** The edit that remembers other values of a path, besides those that are remembered already. */
export function conflictEdit(retro: Retro, path: string, here: unknown, elsewhere: readonly unknown[]): OtherEdit {
	const was = conflictAt(retro, path);
	const others = [...(was?.elsewhere ?? []), ...elsewhere].filter((value) => !isDeepStrictEqual(value, here));
	const distinct = others.filter((value, index) => others.findIndex((one) => isDeepStrictEqual(one, value)) === index);
	const value = {here, elsewhere: distinct};
	return {type: 'other', path: ['conflicts', path], value, ...(was !== undefined && {was})};
}

/** A value out of two: the one to set, and what to remember of the other. */
type Merged = {readonly value: unknown; readonly elsewhere?: readonly unknown[] | undefined};

type MergeText = (was: string, ours: string, theirs: string) => MergedText;

/** The parts of items that are written out of words; the others are single values. */
const worded: readonly string[] = ['text', 'question', 'answer', 'reason', 'owner'];

const mergeTextOf: Partial<Record<FieldName, MergeText>> = {
	title: mergeLine,
	facilitator: mergeLine,
	summary: mergeProse,
	'impact.users': mergeLine,
	'impact.revenue': mergeLine,
	'impact.data': mergeLine,
};

function settleSet(retro: Retro, edit: SetEdit): Edit {
	const theirs = fieldOf(retro, edit.field);
	if (isDeepStrictEqual(theirs, edit.was)) return edit;
	const {value, elsewhere} = Array.isArray(theirs)
		? {value: mergeNames(edit.was as Names, edit.value as Names, theirs)}
		: mergeValues(edit.was, edit.value, theirs, mergeTextOf[edit.field]);
	return withConflicts(retro, {...edit, value, was: theirs} as SetEdit, {[edit.field]: {value, elsewhere}});
}

function settleChange(retro: Retro, edit: ChangeEdit): Edit {
	const item: Record<string, unknown> | undefined = itemOf(retro, edit.list, edit.id);
	if (item === undefined) return edit;
	const was: Record<string, unknown> = edit.was;
	const merged = Object.entries(edit.to).map(([part, value]): [string, Merged] => [
		part,
		mergeValues(was[part], value, item[part], worded.includes(part) ? mergeLine : undefined),
	]);
	// What was typed as a time goes with the time.
	const isTaken = (part: string): boolean =>
		isDeepStrictEqual(item[part], was[part]) || (part === 'typed' && 'at' in edit.to);
	const without = (edit.without ?? []).filter(isTaken);
	const touched = [...Object.keys(edit.to), ...without].filter((part) => Object.hasOwn(item, part));
	const {without: _without, ...rest} = edit;
	const settled = {
		...rest,
		to: Object.fromEntries(merged.map(([part, {value}]) => [part, value])),
		was: Object.fromEntries(touched.map((part) => [part, item[part]])),
		...(without.length > 0 && {without}),
	} as ChangeEdit;
	const byPath = merged.map(([part, result]) => [itemPath(edit.list, edit.id, part), result]);
	return withConflicts(retro, settled, Object.fromEntries(byPath));
}

function settleOther(retro: Retro, edit: OtherEdit): Edit {
	const theirs = otherOf(retro, edit.path);
	const [was, ours] = [maybe(edit, 'was'), maybe(edit, 'value')];
	if (isSame(theirs, was)) return edit;
	const [holder, path = ''] = edit.path;
	if (holder === 'conflicts' && 'value' in ours && 'value' in theirs) {
		const {here, elsewhere} = ours.value as {here: unknown; elsewhere: readonly unknown[]};
		return conflictEdit(retro, path, here, elsewhere);
	}
	const vector = mergeVectors(ours.value, theirs.value);
	const {value, elsewhere}: Merged =
		vector === undefined ? mergeValues(was.value, ours.value, theirs.value, undefined) : {value: vector};
	const settled: OtherEdit = {type: 'other', path: edit.path, ...some('value', value), ...some('was', theirs.value)};
	return withConflicts(retro, settled, {[edit.path.join('.')]: {value, elsewhere}});
}

/** `undefined` and null are no value. Texts are merged where there is a way to. */
function mergeValues(was: unknown, ours: unknown, theirs: unknown, mergeText: MergeText | undefined): Merged {
	if (isDeepStrictEqual(ours, theirs) || isDeepStrictEqual(theirs, was)) return {value: ours};
	if (isDeepStrictEqual(ours, was) || isNone(ours)) return {value: theirs};
	if (isNone(theirs)) return {value: ours};
	if (mergeText === undefined || typeof ours !== 'string' || typeof theirs !== 'string') {
		return {value: ours, elsewhere: [theirs]};
	}
	const {text, hasBoth} = mergeText(typeof was === 'string' ? was : '', ours, theirs);
	return hasBoth ? {value: text, elsewhere: []} : {value: text};
}

type Names = readonly string[];

function mergeNames(was: Names, ours: Names, theirs: Names): Names {
	const kept = theirs.filter((name) => ours.includes(name) || !was.includes(name));
	return [...kept, ...ours.filter((name) => !was.includes(name) && !theirs.includes(name))];
}

function withConflicts(retro: Retro, edit: Edit, merged: Readonly<Record<string, Merged>>): Edit {
	const conflicts = Object.entries(merged).flatMap(([path, {value, elsewhere}]) =>
		elsewhere === undefined ? [] : [conflictEdit(retro, path, value, elsewhere)],
	);
	return conflicts.length === 0 ? edit : {type: 'batch', edits: [edit, ...conflicts]};
}

function isNone(value: unknown): boolean {
	return value === undefined || value === null;
}

function maybe(edit: OtherEdit, key: 'value' | 'was'): Maybe {
	return edit[key] === undefined ? {} : {value: edit[key]};
}

function some(key: 'value' | 'was', value: unknown): object {
	return value === undefined ? {} : {[key]: value};
}
