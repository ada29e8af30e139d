/** Reads JSON that is broken, as far as it goes, and tells apart what a plain parser lets fall silently. */
import {visit} from 'jsonc-parser';
import {deepest, isExact} from '../record/exactness.ts';

export type LenientJson = {
	readonly value: unknown;
	/** Whether it is no JSON as it stands. */
	readonly isBroken: boolean;
	/** Names that stand more than once in one object. */
	readonly doubles: ReadonlySet<string>;
	/** How often the most frequent of them stands in its object; 1 where there is none. */
	readonly most: number;
	/** Numbers that no number of JavaScript holds, kept as texts. */
	readonly numbers: readonly string[];
	/** Whether parts were left out that are nested too deeply. */
	readonly isCut: boolean;
};

type Node = Record<string, unknown> | unknown[];

/**
 * The value of a text; undefined where there is none.
 *
 * @param pick which of several fields of one name is taken, from 0; the last of those that there are
 */
export function lenientJson(text: string, pick: number): LenientJson {
	try {
		return readAs(text, text, pick);
	} catch (error) {
		if (error instanceof RangeError) return readAs(withoutDepth(text, deepest - 1), text, pick);
		throw error;
	}
}

function readAs(read: string, text: string, pick: number): LenientJson {
	const parents: Node[] = [];
	const doubles = new Set<string>();
	const numbers: string[] = [];
	/** Of each object that has them: how often a name stood in it so far. */
	const repeated = new Map<Node, Map<string, number>>();
	let root: unknown;
	let isBroken = false;
	let most = 1;
	/** Where the next value goes in the innermost object; undefined where it is not taken. */
	let name: string | undefined;
	const names: (string | undefined)[] = [];

	function put(value: unknown): void {
		const parent = parents.at(-1);
		if (parent === undefined) root = value;
		else if (Array.isArray(parent)) parent.push(value);
		else if (name !== undefined) own(parent, name, value);
	}

	function begin(node: Node): void {
		if (parents.length > deepest) throw new RangeError('nested too deeply');
		put(node);
		parents.push(node);
		names.push(name);
	}

	function end(): void {
		parents.pop();
		name = names.pop();
	}

	visit(
		read,
		{
			onObjectBegin: () => begin({}),
			onArrayBegin: () => begin([]),
			onObjectEnd: end,
			onArrayEnd: end,
			onObjectProperty(key) {
				const parent = parents.at(-1) as Record<string, unknown>;
				name = key;
				if (!Object.hasOwn(parent, key)) return;
				const counts = repeated.get(parent) ?? new Map<string, number>();
				const count = (counts.get(key) ?? 1) + 1;
				repeated.set(parent, counts.set(key, count));
				doubles.add(key);
				most = Math.max(most, count);
				if (count - 1 > pick) name = undefined;
			},
			onLiteralValue(value: unknown, offset, length) {
				const written = typeof value === 'number' ? read.slice(offset, offset + length) : undefined;
				if (written === undefined || isExact(written)) return put(value);
				numbers.push(written);
				put(written);
			},
			onError: () => {
				isBroken = true;
			},
		},
		{allowTrailingComma: true},
	);
	return {value: root, isBroken, doubles, most, numbers, isCut: read !== text};
}

/** The text with null in the place of what is nested more than so many levels deep. */
export function withoutDepth(text: string, most: number): string {
	const kept: string[] = [];
	let depth = 0;
	let from = 0;
	for (const {0: token, index} of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[[{\]}]/g)) {
		if (token === '[' || token === '{') {
			if (depth === most) kept.push(text.slice(from, index), 'null');
			depth++;
		} else if ((token === ']' || token === '}') && depth > 0) {
			depth--;
			if (depth === most) from = index + 1;
		}
	}
	return depth > most ? kept.join('') : kept.join('') + text.slice(from);
}

/** Whatever the name is: `__proto__` is a field like any other. */
function own(object: Record<string, unknown>, name: string, value: unknown): void {
	if (name !== '__proto__') object[name] = value;
	else Object.defineProperty(object, name, {value, enumerable: true, configurable: true, writable: true});
}
