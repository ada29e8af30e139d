/** Ids that stand twice in a list, as where somebody copied an entry in an editor. */
import {type AnyItem, identityOf, itemsOf, listNames} from '../fields.ts';
import {withOther} from '../other-values.ts';
import type {Retro} from '../record.ts';

/**
 * The retro in which every item can be addressed: the second of one id gets a number at its end, always
 * the same one; a decision on a finding that stands twice is one, with both reasons.
 */
export function withUniqueIds(retro: Retro): Retro {
	return listNames.reduce((result, list) => {
		const items = itemsOf(result, list);
		const unique = uniqueItems(items);
		return unique.length === items.length && unique.every((item, index) => item === items[index])
			? result
			: withOther(result, list.split('.'), {value: unique});
	}, retro);
}

function uniqueItems(items: readonly AnyItem[]): AnyItem[] {
	const all = new Set(items.map(identityOf));
	const unique = new Map<string, AnyItem>();
	for (const item of items) {
		const identity = identityOf(item);
		const first = unique.get(identity);
		if (first === undefined) unique.set(identity, item);
		else if (typeof item.id === 'string') {
			const id = freeId(identity, all);
			all.add(id);
			unique.set(id, {...item, id} as AnyItem);
		} else if (first.reason !== item.reason) {
			unique.set(identity, {...first, reason: `${String(first.reason)} / ${String(item.reason)}`} as AnyItem);
		}
	}
	return [...unique.values()];
}

/** An id has 64 characters at most. */
function freeId(id: string, taken: ReadonlySet<string>): string {
	for (let number = 2; ; number++) {
		const candidate = `${id.slice(0, 56)}-${number}`;
		if (!taken.has(candidate)) return candidate;
	}
}
