/** Remembers what was computed for a piece of text, within a bound. */

/**
 * A function that computes a value for a text once and remembers it. `budget` is in UTF-16 units of the
 * texts: at most twice as many are held. What was asked for lately stays longest: when the younger of two
 * generations is full, the older one goes.
 */
export function remembered<Value>(budget: number, compute: (text: string) => Value): (text: string) => Value {
	let young = new Map<string, Value>();
	let old = new Map<string, Value>();
	let held = 0;
	return (text) => {
		const known = young.get(text);
		if (known !== undefined) return known;
		const value = old.get(text) ?? compute(text);
		if (held > budget) {
			old = young;
			young = new Map();
			held = 0;
		}
		young.set(text, value);
		held += text.length + 1;
		return value;
	};
}
