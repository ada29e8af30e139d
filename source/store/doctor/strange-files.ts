/** Examines what lies among the records and is none: what was set aside, what was left over, what is unknown. */
import {rmdir, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {readRegular} from '../files/regular-file.ts';
import type {Finding} from './finding.ts';
import type {Named} from './names.ts';
import {readableRecord} from './record-ailments.ts';
import {takingIn} from './take-in.ts';
import {longestWrite, mending, type Tools} from './tools.ts';

/** @param directories where records may be, the one in hand first */
export async function strangeFindings(
	named: Named,
	directories: readonly [string, ...string[]],
	tools: Tools,
): Promise<Finding[]> {
	const [directory] = directories;
	const at = (name: string): string => join(directory, name);
	const findings: Finding[] = [];
	for (const {name, id} of named.setAside) {
		const path = at(name);
		if (name.startsWith(`${id}.conflict-`)) {
			const what = `what git left of ${id}, as it was before the merge was written`;
			findings.push({ailment: 'set-aside', file: path, what, remedy: puttingAway(path, tools)});
			continue;
		}
		const isReadable = (await recordIn(path, id, tools)) !== undefined;
		const what = isReadable ? `of ${id}` : `of ${id}; nothing in it can be read`;
		const remedy = isReadable ? takingIn({path, id, directories}, tools) : puttingAway(path, tools);
		findings.push({ailment: 'set-aside', file: path, what, remedy});
	}
	for (const name of named.strays) findings.push(await strayFinding(at(name), directories, tools));
	for (const name of named.temporaries) {
		const path = at(name);
		if (!(await isOld(path, tools))) continue;
		findings.push({ailment: 'leftover', file: path, what: 'a file in the making', remedy: puttingAway(path, tools)});
	}
	for (const name of named.locks) {
		const path = at(name);
		if (!(await isOld(path, tools))) continue;
		const apply = (): Promise<string> => mending(path, () => rmdir(path).then(() => 'was taken away'));
		findings.push({ailment: 'leftover', file: path, what: 'a lock of an older version', remedy: {apply}});
	}
	for (const name of named.unknown) findings.push({ailment: 'unknown', file: at(name), what: ''});
	return findings;
}

async function strayFinding(path: string, directories: readonly [string, ...string[]], tools: Tools): Promise<Finding> {
	const text = await readRegular(path).then(String, () => '');
	const [, id = ''] = /"id"\s*:\s*"([\w-]{1,64})"/.exec(text) ?? [];
	const retro = id === '' || !looksLikeRecord(text) ? undefined : await recordIn(path, id, tools);
	if (retro === undefined) return {ailment: 'unknown', file: path, what: ''};
	return {ailment: 'stray', file: path, what: `of ${id}`, remedy: takingIn({path, id, directories}, tools)};
}

/** Other JSON has a title or an id too. */
function looksLikeRecord(text: string): boolean {
	return ['"schemaVersion"', '"createdAt"', '"title"'].every((field) => text.includes(field));
}

async function recordIn(path: string, id: string, tools: Tools): Promise<unknown> {
	const bytes = await readRegular(path).catch(() => undefined);
	return bytes && readableRecord(bytes, id, tools.now());
}

async function isOld(path: string, tools: Tools): Promise<boolean> {
	const found = await stat(path).catch(() => undefined);
	return found !== undefined && tools.clock() - found.mtimeMs > longestWrite;
}

/** What keeps a copy of a file and takes it away. */
export function puttingAway(path: string, {copies}: Tools): {apply(): Promise<string>} {
	return {apply: () => mending(path, () => copies.putAway(path).then(() => 'was put away'))};
}
