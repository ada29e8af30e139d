/** Files that cannot be read: opened, and edited by an app that had read them before they broke. Not one byte may go. */
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import {append} from '../../../source/retro/edit.ts';
import {printRetro} from '../../../source/store/record/layout.ts';
import {type Contender, inNewStore, recordIn, startWriter, storeIn} from '../contender.ts';
import {emptyRetro, retroIdOfFaults, timelineEntry} from '../material.ts';
import {count, type Fault, noHarm} from '../outcome.ts';
import {sideBySide} from '../side-by-side.ts';

const whole = printRetro({...emptyRetro(), timeline: [timelineEntry('a'), timelineEntry('b')]});
const deep = 100_000;

const protoName = 'a field named __proto__';

const broken: Readonly<Record<string, string | Uint8Array>> = {
	truncated: whole.slice(0, -40),
	empty: '',
	'zero bytes': new Uint8Array(whole.length),
	'UTF-16': Buffer.from(`\uFEFF${whole}`, 'utf16le'),
	'invalid UTF-8': Buffer.concat([Buffer.from(whole.replace('latency', 'l\u00e4tency'), 'latin1')]),
	'conflict markers': whole.replace('{\n', '{\n<<<<<<< ours\n').replace('"title"', '=======\n"title"'),
	'duplicate keys': whole.replace('{\n', '{\n  "title": "Another",\n'),
	[protoName]: whole.replace('{\n', '{\n  "__proto__": {"polluted": true},\n'),
	'numbers as strings': whole.replace('"schemaVersion": 1', '"schemaVersion": "1"'),
	'a number over 2^53': whole.replace('{\n', '{\n  "ticket": 9007199254740993,\n'),
	'deeply nested': whole.replace('{\n', `{\n  "deep": ${'['.repeat(deep)}${']'.repeat(deep)},\n`),
	'not a retro': '{"name": "something else"}\n',
	'of a newer version': whole.replace('"schemaVersion": 1', '"schemaVersion": 999'),
};

/** Files at a time: each costs mostly the start of a program. */
const atATime = 4;

export const brokenFiles: Fault = {
	name: 'broken file, opened and edited',
	tries: {short: Object.keys(broken).length, full: Object.keys(broken).length},
	alsoLowdb: true,
	async run(contender) {
		const outcome = noHarm();
		const all = Object.entries(broken);
		await sideBySide(all.length, atATime, async (round) => {
			const [name, content] = all[round] ?? ['', ''];
			const bytes = Buffer.from(content);
			const isLost = contender.name === 'retro' ? await lostByUs(bytes) : await lostBy(contender, bytes);
			if (isLost && contender.name === 'retro') process.stderr.write(`lost: ${name}\n`);
			count(outcome, {lost: isLost ? 1 : 0});
		});
		return outcome;
	},
};

/** Opened by a program that then adds an entry, if it gets that far. */
async function lostBy(contender: Contender, bytes: Buffer): Promise<boolean> {
	return inNewStore(async (directory) => {
		await writeFile(recordIn(directory), bytes);
		await startWriter(contender, directory, 'w', 1, 'script').acknowledged;
		return !(await isStillThere(directory, bytes));
	});
}

/** Opened, changed by a script, and broken under an app that has it open. */
async function lostByUs(bytes: Buffer): Promise<boolean> {
	if (await lostBy({name: 'retro'} as Contender, bytes)) return true;
	return inNewStore(async (directory) => {
		const open = await storeIn(directory).open(retroIdOfFaults);
		open.commit(append(open.retro, 'timeline', timelineEntry('before')));
		await open.flush();
		await writeFile(recordIn(directory), bytes);
		open.commit(append(open.retro, 'timeline', timelineEntry('after')));
		await open.flush();
		await open.close();
		return !(await isStillThere(directory, bytes));
	});
}

/** Whether some file of the directory holds these bytes, in place or set aside, or the record all that they say. */
async function isStillThere(directory: string, bytes: Buffer): Promise<boolean> {
	for (const name of await readdir(directory, {recursive: true})) {
		const found = await readFile(join(directory, name)).catch(() => undefined);
		if (found?.equals(bytes)) return true;
	}
	return isWhole(bytes) && holdsAll(await readFile(recordIn(directory)).catch(() => undefined), bytes);
}

/** Whether it is a record after all, of which an edit may write all that it says anew. */
function isWhole(bytes: Buffer): boolean {
	return bytes.equals(Buffer.from(broken[protoName] ?? ''));
}

/** What an edit of the timeline changes in a record. */
const edited = new Set(['updatedAt', 'timeline', 'journals']);

function holdsAll(record: Buffer | undefined, bytes: Buffer): boolean {
	try {
		const before = Object.entries(JSON.parse(bytes.toString()) as object);
		const after = new Map(Object.entries(JSON.parse(record?.toString() ?? '') as object));
		return before.every(([key, value]) => edited.has(key) || isDeepStrictEqual(after.get(key), value));
	} catch {
		return false;
	}
}
