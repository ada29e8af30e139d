/** Examines the journals beside the records of a directory, and the locks. */

import {readdir, readFile, realpath} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {Problem} from '../../problem.ts';
import {newRetro} from '../../retro/new-retro.ts';
import {counted} from '../../text/counted.ts';
import {withLines} from '../journal/line.ts';
import {filesIn, type JournalPlace, journalDirectory, placeBeside, tidy} from '../journal/place.ts';
import {type FoundJournal, isAbandoned, readJournals} from '../journal/read.ts';
import {unsealed} from '../journal/sealed.ts';
import {clearLeftovers} from '../record/leftovers.ts';
import {isDeadClaim, isDeadLock, locked} from '../record/lock.ts';
import {isRetroId} from '../reference.ts';
import type {Finding, Remedy} from './finding.ts';
import {puttingAway} from './strange-files.ts';
import {freeId, isThere, mending, type Tools} from './tools.ts';

/** @param directories where records may be, the one in hand first */
export async function journalFindings(directories: readonly [string, ...string[]], tools: Tools): Promise<Finding[]> {
	const [directory] = directories;
	const names = await readdir(join(directory, journalDirectory)).catch(() => []);
	const findings: Finding[] = [];
	const ids = new Set<string>();
	for (const name of names) {
		const id = name.slice(0, Math.max(0, name.indexOf('.')));
		if (isRetroId(id)) ids.add(id);
		else if (name !== '.gitignore') {
			findings.push({ailment: 'unknown', file: join(directory, journalDirectory, name), what: ''});
		}
	}
	for (const id of ids) findings.push(...(await findingsOf(id, directories, tools)));
	return findings;
}

async function findingsOf(id: string, directories: readonly [string, ...string[]], tools: Tools): Promise<Finding[]> {
	const path = join(directories[0], `${id}.json`);
	const isGone = !(await isThere(path));
	const place = isGone ? placeBeside(path, tools.mode) : placeBeside(await realpath(path), tools.mode);
	const remedy = isGone ? salvaging(id, place, directories, tools) : folding(path, id, place, tools);
	const findings: Finding[] = [];
	for (const journal of await readJournals(place)) {
		const {path: file, lines, newer} = journal;
		if (newer !== undefined) findings.push({ailment: 'newer', file, what: `journal version ${newer}`});
		else if (await isAbandoned(journal)) findings.push(...(await deadJournal(journal, isGone, remedy)));
		else if (isGone && lines.length > 0) findings.push({ailment: 'orphan', file, what: 'its writer still runs'});
	}
	for (const {kind, path: file} of await filesIn(place)) {
		const isDead = kind === 'lock' ? await isDeadLock(file) : kind === 'claim' && (await isDeadClaim(file));
		if (!isDead) continue;
		findings.push({ailment: 'leftover', file, what: 'a lock', remedy: isGone ? puttingAway(file, tools) : remedy});
	}
	return findings;
}

async function deadJournal({path: file, lines}: FoundJournal, isGone: boolean, remedy: Remedy): Promise<Finding[]> {
	const count = counted(lines.length, 'change');
	const lost = await damagedLines(file);
	const damaged = lost === 1 ? '1 line cannot be read' : `${lost} lines cannot be read`;
	return [
		...(lost > 0 ? [{ailment: 'damaged-journal', file, what: damaged, remedy} as const] : []),
		{
			ailment: lines.length === 0 ? 'leftover' : isGone ? 'orphan' : 'unfolded',
			file,
			what: lines.length === 0 ? 'a journal with nothing in it' : count,
			remedy,
		},
	];
}

/** The last line may be cut short: it was never acknowledged. */
async function damagedLines(path: string): Promise<number> {
	const lines = (await readFile(path, 'utf8')).split('\n').slice(0, -1);
	return lines.filter((line) => line !== '' && unsealed(line) === undefined).length;
}

async function keepJournals(place: JournalPlace, {copies}: Tools): Promise<void> {
	for (const {kind, path} of await filesIn(place)) {
		if (kind === 'journal') await copies.keep(path, await readFile(path));
	}
}

/** What puts the lines into the record as the store itself does. */
function folding(path: string, id: string, place: JournalPlace, tools: Tools): Remedy {
	const directory = join(place.directory, '..');
	return {
		apply: () =>
			mending(path, async () => {
				await keepJournals(place, tools);
				const fold = (): Promise<unknown> => tools.fileOf(directory, id).update(() => undefined);
				await clearLeftovers(await realpath(path), place, fold, (work) => locked(place, work));
				const left = await Promise.all((await readJournals(place)).map(isAbandoned));
				if (left.includes(true)) throw new Problem(`Somebody is writing ${path} just now`, 'Try again in a moment.');
				return 'is in order now';
			}),
	};
}

/** What makes a retro of lines whose record is gone. */
function salvaging(id: string, place: JournalPlace, directories: readonly [string, ...string[]], tools: Tools): Remedy {
	const path = join(directories[0], `${id}.json`);
	return {
		apply: () =>
			mending(path, async () => {
				if (await isThere(path)) throw new Problem(`${basename(path)} is back`, 'Run retro doctor again.');
				const journals = await readJournals(place);
				const dead: FoundJournal[] = [];
				for (const journal of journals) if (await isAbandoned(journal)) dead.push(journal);
				const lines = dead.flatMap((journal) => journal.lines);
				const at = lines.map((line) => line.at).sort()[0] ?? tools.now();
				const retro = withLines(newRetro({id, now: at}), lines);
				const own = await freeId(directories, id);
				await keepJournals(place, tools);
				// Away first: beside a record of that id they would be put on it once more.
				for (const journal of dead) await tools.copies.putAway(journal.path);
				if (lines.length > 0) await tools.fileOf(directories[0], own).create({...retro, id: own});
				await tidy(place);
				return lines.length > 0 ? `is the retro ${own} now` : 'was put away';
			}),
	};
}
