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

/** Whether a value has the shape of a line: a directory that came from elsewhere may hold anything. */
export function isLine(value: unknown): value is Line {
	if (typeof value !== 'object' || value === null) return false;
	const {writer, number, clock, at, edit, items} = value as Readonly<Record<string, unknown>>;
	return (
		[writer, at].every((text) => typeof text === 'string') &&
		[number, clock].every((count) => Number.isSafeInteger(count) && Number(count) > 0) &&
		isEdit(edit) &&
		Array.isArray(items) &&
		items.every((item) => typeof item === 'object' && item !== null)
	);
}

function isEdit(value: unknown): boolean {
	if (typeof value !== 'object' || value === null || !('type' in value)) return false;
	if (value.type !== 'batch') return typeof value.type === 'string' && editTypes.has(value.type);
	return 'edits' in value && Array.isArray(value.edits) && value.edits.every(isEdit);
}

const editTypes: ReadonlySet<string> = new Set<Edit['type']>([
	'set',
	'insert',
	'change',
	'remove',
	'move',
	'draft',
	'other',
]);

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
