/** A retro that was read anew, with the objects that are known already: what is remembered of them holds on. */
import type {Retro} from './record.ts';

/**
 * The same as `next`, where all that it has in common with `known` is the same objects: each item, each list and
 * each part, and the whole of it where nothing differs. Items are found by their ids, wherever they stand.
 */
export function withKnownItems(known: Retro, next: Retro): Retro {
	return shared(known, next) as Retro;
}

type Plain = {readonly [name: string]: unknown};

function shared(known: unknown, next: unknown): unknown {
	if (known === next || !isPlain(known) || !isPlain(next)) return next;
	if (Array.isArray(known)) return Array.isArray(next) ? sharedList(known, next) : next;
	return Array.isArray(next) ? next : sharedParts(known, next);
}

function sharedParts(known: Plain, next: Plain): Plain {
	const names = Object.keys(next);
	const parts = names.map((name) => shared(Object.hasOwn(known, name) ? known[name] : undefined, next[name]));
	const isSame =
		names.length === Object.keys(known).length &&
		names.every((name, place) => Object.hasOwn(known, name) && parts[place] === known[name]);
	return isSame ? known : Object.fromEntries(names.map((name, place) => [name, parts[place]]));
}

function sharedList(known: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
	// Most stand where they stood; the others are looked for once it is known that there are any.
	let places: Map<unknown, unknown> | undefined;
	const items = next.map((item, place) => {
		const id = idOf(item);
		if (id === undefined || id === idOf(known[place])) return shared(known[place], item);
		places ??= new Map(known.map((other) => [idOf(other), other]));
		return shared(places.get(id), item);
	});
	return items.length === known.length && items.every((item, place) => item === known[place]) ? known : items;
}

function idOf(item: unknown): unknown {
	return isPlain(item) ? item.id : undefined;
}

function isPlain(value: unknown): value is Plain {
	return typeof value === 'object' && value !== null;
}
