/** Reads parts of JSON that anybody may have written: what is not there, or of another kind, is empty. */

export type Json = Readonly<Record<string, unknown>>;

/** The object, or an empty one. */
export function objectOf(value: unknown): Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The objects of an array; of anything else none. */
export function objectsOf(value: unknown): Json[] {
	return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Whether it is an object and no array. */
export function isObject(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of keys, undefined where it leads nowhere. Inherited properties are none. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
	let found = value;
	for (const key of path) {
		if (!isObject(found)) return undefined;
		if (!Object.hasOwn(found, key)) return undefined;
		found = found[key];
	}
	return found;
}

/** The text at a path of keys; a number as its digits; empty for anything else. */
export function textAt(value: unknown, key: string, ...deeper: readonly string[]): string {
	const own = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
	const found = deeper.length === 0 ? own : valueAt(own, ...deeper);
	if (typeof found === 'string') return found;
	return typeof found === 'number' ? String(found) : '';
}

/** The first of the texts that is not empty. */
export function firstOf(...texts: readonly string[]): string {
	return texts.find((text) => text.trim() !== '') ?? '';
}

/** The first of these addresses that leads to a page, as the link of a candidate; nothing where none does. */
export function linkOf(...addresses: readonly string[]): {link?: string} {
	const link = addresses.find((one) => /^https?:\/\/(?!api\.)/.test(one));
	return link === undefined ? {} : {link};
}

/** The objects of an array, of the array under the first of these keys that has one, or the object itself alone. */
export function recordsUnder(value: unknown, ...keys: readonly string[]): Json[] {
	if (Array.isArray(value)) return objectsOf(value);
	const key = keys.find((name) => Array.isArray(valueAt(value, name)));
	return key === undefined ? (isObject(value) ? [value] : []) : objectsOf(valueAt(value, key));
}
