/** What the names in a directory of retros say about the files. */
import {isRetroId} from '../reference.ts';

export type Named = {
	/** Of records. */
	readonly ids: readonly string[];
	/** Files in the making. */
	readonly temporaries: readonly string[];
	/** Directories that older versions of the app locked a record with. */
	readonly locks: readonly string[];
	/** Records that were set aside, with the ids that they had. */
	readonly setAside: readonly {readonly name: string; readonly id: string}[];
	/** JSON under a name that is no id. */
	readonly strays: readonly string[];
	readonly unknown: readonly string[];
};

/** @param known names that mean something here beside the records */
export function sortedNames(
	entries: readonly {readonly name: string; isDirectory(): boolean; isFile(): boolean; isSymbolicLink(): boolean}[],
	known: ReadonlySet<string>,
): Named {
	const named = {
		ids: [] as string[],
		temporaries: [] as string[],
		locks: [] as string[],
		setAside: [] as {name: string; id: string}[],
		strays: [] as string[],
		unknown: [] as string[],
	};
	for (const entry of entries) {
		const {name} = entry;
		if (known.has(name)) continue;
		const id = name.endsWith('.json') ? name.slice(0, -'.json'.length) : '';
		const aside = /^([\w-]{1,64})\.(?:broken|conflict)-[\w-]+\.json$/.exec(name)?.[1] ?? '';
		if (entry.isDirectory()) named[name.endsWith('.json.lock') ? 'locks' : 'unknown'].push(name);
		// A pipe would be read for ever.
		else if (!entry.isFile() && !entry.isSymbolicLink()) named.unknown.push(name);
		else if (isRetroId(id)) named.ids.push(id);
		else if (isRetroId(aside)) named.setAside.push({name, id: aside});
		else named[otherKind(name)].push(name);
	}
	return named;
}

function otherKind(name: string): 'temporaries' | 'strays' | 'unknown' {
	if (/^\..*\.retro-tmp$/.test(name)) return 'temporaries';
	return name.endsWith('.json') ? 'strays' : 'unknown';
}

/** Pairs of ids that differ by capitals alone: each with the one before it that it is like. */
export function twinsAmong(ids: readonly string[]): [id: string, like: string][] {
	const seen = new Map<string, string>();
	return ids.flatMap((id): [string, string][] => {
		const like = seen.get(id.toLowerCase());
		seen.set(id.toLowerCase(), like ?? id);
		return like === undefined ? [] : [[id, like]];
	});
}
