/** What changed from one retro to another, as the edits that make the one into the other. */
import {isDeepStrictEqual} from 'node:util';
import type {ChangeEdit, Edit, InsertEdit, MoveEdit, OtherEdit, RemoveEdit, SetEdit} from './edit.ts';
import {type AnyItem, fieldNames, fieldOf, identityOf, type ListName, listNames, listOf} from './fields.ts';
import {isSame, otherOf, otherPaths} from './other-values.ts';
import type {Retro} from './record.ts';
import {risingRun} from './rising-run.ts';

/**
 * The edits that make `was` into `now` when they are applied in this order, each as it would have been
 * made by hand, and as few as there can be. What the store settles (id, version, times of writing) is
 * left out. A list in which an id stands twice is replaced as a whole.
 */
export function differences(was: Retro, now: Retro): Edit[] {
	return [
		...fieldNames.flatMap((field) => {
			const [before, value] = [fieldOf(was, field), fieldOf(now, field)];
			return isDeepStrictEqual(before, value) ? [] : [{type: 'set', field, value, was: before} as SetEdit];
		}),
		...listNames.flatMap((list) => listDifferences(list, listOf(was, list), listOf(now, list))),
		...draftDifferences(was.drafts ?? {}, now.drafts ?? {}),
		...otherDifferences(was, now),
	];
}

function listDifferences(list: ListName, was: readonly AnyItem[], now: readonly AnyItem[]): Edit[] {
	if (isDeepStrictEqual(was, now)) return [];
	const [before, after] = [byIdentity(was), byIdentity(now)];
	if (before.size < was.length || after.size < now.length) {
		return [{type: 'other', path: list.split('.'), value: now, was}];
	}
	return [...removals(list, was, after), ...placements(list, was, now, before, after), ...changes(list, before, after)];
}

function byIdentity(items: readonly AnyItem[]): Map<string, AnyItem> {
	return new Map(items.map((item) => [identityOf(item), item]));
}

/** Each with the place that it has when those before it are gone. */
function removals(list: ListName, was: readonly AnyItem[], after: ReadonlyMap<string, AnyItem>): RemoveEdit[] {
	let before: string | null = null;
	const edits: RemoveEdit[] = [];
	for (const item of was) {
		const id = identityOf(item);
		if (after.has(id)) before = id;
		else edits.push({type: 'remove', list, item, after: before} as RemoveEdit);
	}
	return edits;
}

/** Inserts and moves, in the new order: each goes behind an item that is at its place already. */
function placements(
	list: ListName,
	was: readonly AnyItem[],
	now: readonly AnyItem[],
	before: ReadonlyMap<string, AnyItem>,
	after: ReadonlyMap<string, AnyItem>,
): Edit[] {
	const order = was.map(identityOf).filter((id) => after.has(id));
	const rank = new Map(order.map((id, index) => [id, index]));
	const resting = risingRun(
		now.map(identityOf).filter((id) => rank.has(id)),
		(id) => rank.get(id) ?? 0,
	);
	const edits: Edit[] = [];
	let behind: string | null = null;
	for (const item of now) {
		const id = identityOf(item);
		if (!before.has(id)) {
			edits.push({type: 'insert', list, item, after: behind} as InsertEdit);
			order.splice(placeBehind(order, behind), 0, id);
		} else if (!resting.has(id)) {
			const from = order.indexOf(id);
			edits.push({type: 'move', list, id, after: behind, was: order[from - 1] ?? null} satisfies MoveEdit);
			order.splice(from, 1);
			order.splice(placeBehind(order, behind), 0, id);
		}
		behind = id;
	}
	return edits;
}

function placeBehind(order: readonly string[], id: string | null): number {
	return id === null ? 0 : order.indexOf(id) + 1;
}

function changes(
	list: ListName,
	before: ReadonlyMap<string, AnyItem>,
	after: ReadonlyMap<string, AnyItem>,
): ChangeEdit[] {
	return [...after].flatMap(([id, item]) => {
		const old = before.get(id);
		return old === undefined || isDeepStrictEqual(old, item) ? [] : [change(list, id, old, item)];
	});
}

function change(list: ListName, id: string, was: Record<string, unknown>, now: Record<string, unknown>): ChangeEdit {
	const isOther = (part: string): boolean =>
		Object.hasOwn(was, part) !== Object.hasOwn(now, part) || !isDeepStrictEqual(was[part], now[part]);
	const pick = (item: Record<string, unknown>): object =>
		Object.fromEntries(Object.entries(item).filter(([part]) => isOther(part)));
	const gone = Object.keys(was).filter((part) => !Object.hasOwn(now, part));
	const edit = {type: 'change', list, id, to: pick(now), was: pick(was)};
	return (gone.length === 0 ? edit : {...edit, without: gone}) as ChangeEdit;
}

function draftDifferences(was: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): Edit[] {
	const at = (drafts: Readonly<Record<string, string>>, place: string): string =>
		Object.hasOwn(drafts, place) ? (drafts[place] ?? '') : '';
	return Object.keys({...was, ...now})
		.filter((place) => at(was, place) !== at(now, place))
		.map((place) => ({type: 'draft', place, text: at(now, place), was: at(was, place)}));
}

function otherDifferences(was: Retro, now: Retro): OtherEdit[] {
	return otherPaths(was, now).flatMap((path) => {
		const [before, value] = [otherOf(was, path), otherOf(now, path)];
		if (isSame(before, value)) return [];
		return [{type: 'other', path, ...value, ...('value' in before && {was: before.value})}];
	});
}
