/** Takes a record in that lies where none is looked for, so that no word of it is lost and none stands twice. */

import {Problem} from '../../problem.ts';
import type {Retro} from '../../retro/record.ts';
import {readRegular} from '../files/regular-file.ts';
import type {Remedy} from './finding.ts';
import {readableRecord} from './record-ailments.ts';
import {freeId, mending, type Tools} from './tools.ts';
import {missingIn} from './words.ts';

export type Lying = {
	/** The file. */
	readonly path: string;
	/** The id that it should have. */
	readonly id: string;
	/** Where records of that id may be, the one that it goes to first. */
	readonly directories: readonly [string, ...string[]];
	/** Those of them whose records are held against it; all when absent. */
	readonly against?: readonly string[];
};

/**
 * What takes the record in: put away where the one of its id has all its words, under its id where that is free, and
 * else under another.
 */
export function takingIn(lying: Lying, tools: Tools): Remedy {
	const {path, id, directories, against = directories} = lying;
	return remedyOf(lying, tools, async (retro) => {
		const free = await freeId(directories, id);
		if (free === id || !(await isKnown(retro, against, id, tools))) return create(retro, free, lying, tools);
		await tools.copies.putAway(path);
		return `was put away: all its words are in ${id}`;
	});
}

/** What gives a record an id of its own, under which no other is. */
export function ownId(lying: Lying, tools: Tools): Remedy {
	const {id, directories} = lying;
	return remedyOf(lying, tools, async (retro) => {
		const free = await freeId(directories, id);
		const own = free === id ? await freeId(directories, `${id.slice(0, 56)}-2`) : free;
		return create(retro, own, lying, tools);
	});
}

/** Reads the record that lies there and does something with it; what that gives is said of the file. */
function remedyOf({path, id}: Lying, tools: Tools, work: (retro: Retro) => Promise<string>): Remedy {
	return {
		apply: () =>
			mending(path, async () => {
				const retro = readableRecord(await readRegular(path), id, tools.now())?.retro;
				if (retro === undefined) throw new Problem(`Nothing in ${path} can be read`);
				return work(retro);
			}),
	};
}

async function create(
	retro: Retro,
	id: string,
	{path, directories: [directory]}: Lying,
	tools: Tools,
): Promise<string> {
	await tools.fileOf(directory, id).create({...retro, id});
	await tools.copies.putAway(path);
	return `is the retro ${id} now`;
}

async function isKnown(retro: Retro, directories: readonly string[], id: string, tools: Tools): Promise<boolean> {
	for (const directory of directories) {
		const there = await tools
			.fileOf(directory, id)
			.load()
			.catch(() => undefined);
		if (there !== undefined && missingIn(there, retro).length === 0) return true;
	}
	return false;
}
