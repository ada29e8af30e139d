/** Holding a record against its schema before it is written, at the cost of what is new in it. */
import * as v from 'valibot';
import {listNames, listOf} from '../../retro/fields.ts';
import {type Retro, retroSchema} from '../../retro/record.ts';

/**
 * Whether a retro could be read again.
 *
 * @param from the readable one that it was made of by edits; the items that it has from there are not looked at again
 */
export function isStillReadable(retro: Retro, from: Retro | undefined): boolean {
	const checked = from === undefined ? retro : onlyNew(retro, from);
	return v.is(retroSchema, checked);
}

function onlyNew(retro: Retro, from: Retro): Retro {
	const rest: Retro = {...retro, lessons: {...retro.lessons}};
	for (const name of listNames) {
		const known = new Set<unknown>(listOf(from, name));
		const items = listOf(retro, name).filter((item) => !known.has(item));
		const [outer = name, inner] = name.split('.');
		if (inner === undefined) Object.assign(rest, {[outer]: items});
		else Object.assign(rest.lessons, {[inner]: items});
	}
	return rest;
}
