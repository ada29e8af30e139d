/** What two versions of a record have in common, for where nobody knows what they were made of. */
import {isDeepStrictEqual} from 'node:util';
import {type FieldName, fieldNames, fieldOf, identityOf, itemsOf, type ListName, listNames, listOf} from '../fields.ts';
import {newRetro} from '../new-retro.ts';
import {isSame, otherOf, otherPaths, withOther} from '../other-values.ts';
import type {Retro} from '../record.ts';
import {withUniqueIds} from './unique-ids.ts';

/** An empty version of a record: what two branches that each added it came from. */
function emptyBase({id, createdAt}: Retro): Retro {
	return {...newRetro({id, now: createdAt}), date: null};
}

/**
 * A version that both may have been made of: what is the same in both, and nothing else. Merged with it,
 * what one side took away comes back, and no word of either is lost.
 */
export function commonBase(ours: Retro, theirs: Retro): Retro {
	const [one, other] = [withUniqueIds(ours), withUniqueIds(theirs)];
	let base = emptyBase(one);
	for (const path of otherPaths(one)) {
		const value = otherOf(one, path);
		if (isSame(value, otherOf(other, path))) base = withOther(base, path, value);
	}
	for (const name of fieldNames) {
		base = withOther(base, name.split('.'), {value: commonValue(name, one, other) ?? fieldOf(base, name)});
	}
	for (const list of listNames) base = withOther(base, list.split('.'), {value: commonItems(list, one, other)});
	const {drafts: typed = {}} = one;
	const drafts = Object.entries(typed).filter(([place, text]) => other.drafts?.[place] === text);
	return drafts.length === 0 ? base : {...base, drafts: Object.fromEntries(drafts)};
}

function commonValue(name: FieldName, ours: Retro, theirs: Retro): unknown {
	const [mine, other] = [fieldOf(ours, name), fieldOf(theirs, name)];
	if (Array.isArray(mine) && Array.isArray(other)) return mine.filter((value) => other.includes(value));
	return isDeepStrictEqual(mine, other) ? mine : undefined;
}

/** The items that both have, with the parts that are the same in both. */
function commonItems(list: ListName, ours: Retro, theirs: Retro): unknown[] {
	const others = new Map(listOf(theirs, list).map((item) => [identityOf(item), item]));
	return itemsOf(ours, list).flatMap((item) => {
		const other: Record<string, unknown> | undefined = others.get(identityOf(item));
		if (other === undefined) return [];
		return [Object.fromEntries(Object.entries(item).filter(([part, value]) => isDeepStrictEqual(other[part], value)))];
	});
}
