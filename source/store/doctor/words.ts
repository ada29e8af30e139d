/** Which words of one record are nowhere in another. */
import type {Retro} from '../../retro/record.ts';

/** Says when it was written or which item is which, and is nothing that somebody said. */
const bookkeeping = new Set(['schemaVersion', 'id', 'createdAt', 'updatedAt', 'parent', 'journals']);

/** The texts and values in a record, wherever they stand, that are not in the other. */
export function missingIn(other: Retro, retro: Retro): string[] {
	const there = new Set(leaves(other));
	return [...new Set(leaves(retro))].filter((leaf) => !there.has(leaf));
}

function leaves(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(leaves);
	if (typeof value === 'object' && value !== null) {
		return Object.entries(value).flatMap(([key, part]) => (bookkeeping.has(key) ? [] : leaves(part)));
	}
	return value === null || value === undefined || value === '' ? [] : [String(value)];
}
