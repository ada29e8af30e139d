/**
 * Conflicts: where two people gave a value differently at the same time. One value stands, or both
 * wordings stand in one text; the record remembers it until somebody settles it.
 */
import {isDeepStrictEqual} from 'node:util';
import {type FieldPath, fieldNames, fieldOf, identityOf, listOf, parseItemPath} from './fields.ts';
import {otherOf} from './other-values.ts';
import type {Conflict, Retro} from './record.ts';

export type OpenConflict = {
	readonly path: FieldPath;
	/** The value that stands; null where there is none. */
	readonly here: unknown;
	/** The other values; none where both wordings stand in the text. */
	readonly elsewhere: readonly unknown[];
};

/** The conflicts whose value still stands as the merge left it, in the order they came in. */
export function openConflicts(retro: Retro): OpenConflict[] {
	return Object.keys(retro.conflicts ?? {}).flatMap((path) => openConflict(retro, path) ?? []);
}

/** The conflict on a path, or undefined where there is none or it is settled. */
function openConflict(retro: Retro, path: string): OpenConflict | undefined {
	const conflict = conflictAt(retro, path);
	if (conflict === undefined || !isDeepStrictEqual(valueAt(retro, path), conflict.here)) return undefined;
	return {path: path as FieldPath, here: conflict.here, elsewhere: conflict.elsewhere};
}

/** What the record remembers of a path, settled or not. */
export function conflictAt(retro: Retro, path: string): Conflict | undefined {
	return otherOf(retro, ['conflicts', path]).value as Conflict | undefined;
}

/** The value that an address means, null where there is none; for an item that is gone, undefined. */
function valueAt(retro: Retro, path: string): unknown {
	const place = parseItemPath(path);
	if (place !== undefined) {
		const items: readonly Record<string, unknown>[] = listOf(retro, place.list);
		const item = items.find((other) => identityOf(other as never) === place.id);
		return item === undefined ? undefined : ((Object.hasOwn(item, place.part) ? item[place.part] : null) ?? null);
	}
	const name = fieldNames.find((field) => field === path);
	return name === undefined ? (otherOf(retro, path.split('.')).value ?? null) : fieldOf(retro, name);
}
