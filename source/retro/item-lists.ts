/** The lists of a retro, changed by an item: each function gives the list that it got where nothing is to change. */
import {type AnyItem, identityOf} from './fields.ts';

/** The index behind the item `after`: 0 for null, the end when it is gone. */
export function placeBehind(items: readonly AnyItem[], after: string | null): number {
	const found = items.findIndex((other) => identityOf(other) === after);
	return after === null ? 0 : found < 0 ? items.length : found + 1;
}

/** With the item behind `after`; the same list when an item of its identity is there. */
export function inserted(items: readonly AnyItem[], item: AnyItem, after: string | null): readonly AnyItem[] {
	if (items.some((other) => identityOf(other) === identityOf(item))) return items;
	const place = placeBehind(items, after);
	return [...items.slice(0, place), item, ...items.slice(place)];
}

/** What a change does to an item: parts to set, and parts to take away. */
export type ItemChange = {
	readonly id: string;
	readonly to: Partial<AnyItem>;
	readonly without?: readonly string[];
};

/** An item keeps its identity for life: a change that would give it another one is none. */
export function changed(items: readonly AnyItem[], edit: ItemChange): readonly AnyItem[] {
	const index = items.findIndex((item) => identityOf(item) === edit.id);
	if (index < 0) return items;
	const parts = Object.entries({...items[index], ...edit.to}).filter(([key]) => !edit.without?.includes(key));
	const item = Object.fromEntries(parts) as AnyItem;
	return identityOf(item) === edit.id ? items.with(index, item) : items;
}

/** Without the item of that identity; the same list when it is not there. */
export function without(items: readonly AnyItem[], id: string): readonly AnyItem[] {
	return items.some((item) => identityOf(item) === id) ? items.filter((item) => identityOf(item) !== id) : items;
}

/** With an item behind another; the same list when it is not there. */
export function moved(
	items: readonly AnyItem[],
	edit: {readonly id: string; readonly after: string | null},
): readonly AnyItem[] {
	const item = items.find((other) => identityOf(other) === edit.id);
	return item === undefined || edit.after === edit.id ? items : inserted(without(items, edit.id), item, edit.after);
}
