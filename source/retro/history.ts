/**
 * Undo and redo of the edits of one sitting. What is undone is the inverse of an edit and not an old
 * state, so that it leaves alone what others have changed meanwhile.
 */
import {isDeepStrictEqual} from 'node:util';
import {type Edit, inverse} from './edit.ts';

export type History = {
	readonly past: readonly Edit[];
	readonly future: readonly Edit[];
	/** While a field is being typed in, its edits are one step: the visit they belong to. */
	readonly visit: string | null;
};

export const emptyHistory: History = {past: [], future: [], visit: null};

/** How many steps can be taken back. */
const longestPast = 1000;

/**
 * The history after an edit. Edits of one field or of the same parts of one item that share a `visit`
 * make one step; a step that ends where it began is none, and neither is an edit that changes nothing.
 * Drafts are not steps.
 */
export function record(history: History, edit: Edit, visit: string | null = null): History {
	if (isNothing(edit)) return history;
	const last = history.past.at(-1);
	const joined = visit !== null && visit === history.visit && last ? join(last, edit) : undefined;
	if (joined === undefined) {
		return {past: [...history.past, edit].slice(-longestPast), future: [], visit};
	}
	const before = history.past.slice(0, -1);
	return isNothing(joined) ? {past: before, future: [], visit: null} : {past: [...before, joined], future: [], visit};
}

/** The edit that takes the last step back and the history after it; undefined when there is none. */
export function undo(history: History): {edit: Edit; history: History} | undefined {
	const last = history.past.at(-1);
	return (
		last && {
			edit: inverse(last),
			history: {past: history.past.slice(0, -1), future: [last, ...history.future], visit: null},
		}
	);
}

/** The edit that does the last undone step again and the history after it; undefined when there is none. */
export function redo(history: History): {edit: Edit; history: History} | undefined {
	const [next, ...future] = history.future;
	return next && {edit: next, history: {past: [...history.past, next], future, visit: null}};
}

/** Two edits of the same field, parts of one item or draft, one after the other, as one; else undefined. */
export function join(first: Edit, second: Edit): Edit | undefined {
	if (first.type === 'draft' && second.type === 'draft' && first.place === second.place) {
		return {...second, was: first.was};
	}
	if (first.type === 'set' && second.type === 'set' && first.field === second.field) {
		return {...second, was: first.was} as Edit;
	}
	if (first.type === 'change' && second.type === 'change' && first.list === second.list && first.id === second.id) {
		const sameParts = isDeepStrictEqual(Object.keys(first.to).sort(), Object.keys(second.to).sort());
		return sameParts && !first.without && !second.without ? ({...second, was: first.was} as Edit) : undefined;
	}
	return undefined;
}

/** Whether a step back from here would show nothing: no step for the user. */
function isNothing(edit: Edit): boolean {
	switch (edit.type) {
		case 'set':
			return isDeepStrictEqual(edit.value, edit.was);
		case 'change':
			return isDeepStrictEqual(edit.to, edit.was);
		case 'move':
			return edit.after === edit.was;
		case 'other':
			return isDeepStrictEqual(edit.value, edit.was);
		case 'draft':
			return true;
		case 'batch':
			return edit.edits.every(isNothing);
		case 'insert':
		case 'remove':
			return false;
	}
}
