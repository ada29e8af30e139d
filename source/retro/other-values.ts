/** The values of a record that are neither a field nor a list nor a draft, addressed by the keys that lead to them. */
import {isDeepStrictEqual} from 'node:util';
import {fieldNames, listNames} from './fields.ts';
import type {Retro} from './record.ts';

/** A value that may be absent, which null is not. */
export type Maybe = {readonly value?: unknown};

/** What the store settles for a record as a whole; no edit changes it. */
const ofTheStore = ['schemaVersion', 'id', 'createdAt', 'updatedAt'];

/** The parts of a record that hold others: each of their values stands for itself. */
const holders = ['impact', 'lessons', 'conflicts'];

/** Everything at the top and in the holders that an edit of another kind is there for. */
const spokenFor = new Set(
	[...fieldNames, ...listNames, ...ofTheStore, 'drafts'].map((name) => JSON.stringify(name.split('.'))),
);

/** The value under these keys. */
export function otherOf(retro: Retro, path: readonly string[]): Maybe {
	let holder: unknown = retro;
	for (const key of path) {
		if (!isHolder(holder) || !Object.hasOwn(holder, key)) return {};
		holder = holder[key];
	}
	return holder === undefined ? {} : {value: holder};
}

/** The retro with that value, or without any, under these keys; values that could not be merged leave no empty holder. */
export function withOther(retro: Retro, path: readonly string[], maybe: Maybe): Retro {
	const next = placed(retro, path, maybe) as Retro;
	const {conflicts, ...rest} = next;
	return conflicts !== undefined && Object.keys(conflicts).length === 0 ? (rest as Retro) : next;
}

/** The keys of all such values in either retro: the template, those of a newer version and of conflicts. */
export function otherPaths(...retros: readonly Retro[]): string[][] {
	const paths = new Map<string, string[]>();
	for (const retro of retros) {
		for (const [key, value] of Object.entries(retro)) {
			const inside =
				holders.includes(key) && isHolder(value) ? Object.keys(value).map((inner) => [key, inner]) : [[key]];
			for (const path of inside) paths.set(JSON.stringify(path), path);
		}
	}
	return [...paths].flatMap(([name, path]) => (spokenFor.has(name) ? [] : [path]));
}

/** Whether both are absent, or the same. */
export function isSame(first: Maybe, second: Maybe): boolean {
	return isDeepStrictEqual(first, second);
}

function placed(holder: unknown, [key, ...rest]: readonly string[], maybe: Maybe): unknown {
	const parts = isHolder(holder) ? holder : {};
	if (key === undefined) return maybe.value;
	const inner = rest.length === 0 ? maybe.value : placed(Object.hasOwn(parts, key) ? parts[key] : {}, rest, maybe);
	return inner === undefined
		? Object.fromEntries(Object.entries(parts).filter(([other]) => other !== key))
		: {...parts, [key]: inner};
}

function isHolder(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
