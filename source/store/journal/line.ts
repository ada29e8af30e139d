/** A line of a journal: one edit, whole in itself, so that it can be put on a record that has changed meanwhile. */
import type {Edit} from '../../retro/edit.ts';
import type {ListName} from '../../retro/fields.ts';
import {type KeptItem, keptItem, rebaseWith} from '../../retro/merge/rebase.ts';
import type {Retro} from '../../retro/record.ts';
import type {Instant} from '../../time/instant.ts';

export type Line = {
	/** Who wrote it: one opening of one retro by one program. */
	readonly writer: string;
	/** From 1, by one more with each line of a writer. */
	readonly number: number;
	/** Larger than that of every line the writer had seen: all readers put the lines in this order. */
	readonly clock: number;
	readonly at: Instant;
	readonly edit: Edit;
	/** The changed items as they were afterwards: should somebody else take one away, it comes back whole. */
	readonly items: readonly (KeptItem & {readonly list: ListName; readonly id: string})[];
};

/** The items that an edit changes, as they are in the retro with the edit on it. */
export function changedItems(edit: Edit, mine: Retro): Line['items'] {
	if (edit.type === 'batch') return edit.edits.flatMap((part) => changedItems(part, mine));
	if (edit.type !== 'change') return [];
	const kept = keptItem(mine, edit.list, edit.id);
	return kept === undefined ? [] : [{list: edit.list, id: edit.id, ...kept}];
}

/** The retro with the lines on it, the same whatever order they are given in. */
export function withLines(retro: Retro, lines: readonly Line[]): Retro {
	return [...lines].sort(inOrder).reduce(withLine, retro);
}

function withLine(retro: Retro, {edit, items, at}: Line): Retro {
	const next = rebaseWith(retro, [edit], (list, id) => items.find((kept) => kept.list === list && kept.id === id));
	return {...next, updatedAt: at > next.updatedAt ? at : next.updatedAt};
}

function inOrder(a: Line, b: Line): number {
	return a.clock - b.clock || (a.writer < b.writer ? -1 : a.writer > b.writer ? 1 : a.number - b.number);
}
