/**
 * Where the focus is within a step, as text: a field (`summary`), an entry line or an empty question
 * (`timeline`, the list's own name), a selected row (`timeline:k3x9`), or a part of a row that is being
 * edited (`timeline:k3x9.text`). Every `FieldPath` is a focus, so that findings and gaps can be jumped to.
 */
import {identityOf, type ListName, listNames, listOf} from '../retro/fields.ts';
import type {Retro} from '../retro/record.ts';

export type Focus = string;

/** The focus of a row that is selected and not being edited. */
export function rowFocus(list: ListName, id: string): Focus {
	return `${list}:${id}`;
}

/** What a focus within a list points at; undefined for a field that is no list's. */
export function listFocus(focus: Focus): {list: ListName; id: string | null; part: string | null} | undefined {
	const list = listNames.find((name) => focus === name || focus.startsWith(`${name}:`));
	if (list === undefined) return undefined;
	const rest = focus.slice(list.length + 1);
	if (rest === '') return {list, id: null, part: null};
	const dot = rest.indexOf('.');
	return dot < 0 ? {list, id: rest, part: null} : {list, id: rest.slice(0, dot), part: rest.slice(dot + 1)};
}

/** The list of the row that a focus is on, when that row is no longer in it. */
export function lostRow(focus: Focus, retro: Retro): ListName | undefined {
	const at = listFocus(focus);
	const isThere =
		at === undefined || at.id === null || listOf(retro, at.list).some((item) => identityOf(item) === at.id);
	return isThere ? undefined : at.list;
}

/**
 * The stop after (`by` 1) or before (-1) the focus; the ends stay where they are. A part that is being
 * edited counts as its row, and a row whose parts are stops as all of them.
 */
export function neighbour(stops: readonly Focus[], focus: Focus, by: 1 | -1): Focus {
	const isPart = (stop: Focus): boolean => stop.startsWith(`${focus}.`);
	const candidates = [
		stops.indexOf(focus),
		stops.findIndex((stop) => focus.startsWith(`${stop}.`)),
		by === 1 ? stops.findLastIndex(isPart) : stops.findIndex(isPart),
	];
	const index = candidates.find((candidate) => candidate >= 0);
	if (index === undefined) return stops[0] ?? focus;
	return stops[Math.min(stops.length - 1, Math.max(0, index + by))] ?? focus;
}

/** Whether a focus is a line that is not entered yet. */
export function isNewLine(focus: Focus): boolean {
	const at = listFocus(focus);
	return focus === 'whys.question' || (at !== undefined && at.id === null);
}
