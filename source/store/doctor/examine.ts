/** Examines a whole directory of retros with its archive, and mends what can be mended. */
import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {Problem} from '../../problem.ts';
import {errorCode, failure} from '../files/failure.ts';
import {journalDirectory} from '../journal/place.ts';
import {indexFile} from '../list-index.ts';
import {archiveDirectory} from '../put-away/archive.ts';
import {ailmentNames, type Finding, type Remedy} from './finding.ts';
import {journalFindings} from './journals.ts';
import {type Named, sortedNames, twinsAmong} from './names.ts';
import {recordFindings} from './records.ts';
import {strangeFindings} from './strange-files.ts';
import {gitFindings, indexFindings, permissionFindings} from './surroundings.ts';
import {ownId, takingIn} from './take-in.ts';
import type {Tools} from './tools.ts';

export type Examined = {
	/** How many records there are, those of the archive too. */
	readonly records: number;
	/** In the order of `ailments`. */
	readonly findings: readonly Finding[];
};

export type Practice = Tools & {
	/** Of the retros. */
	readonly directory: string;
	/** Whether others are meant to read it, as in a repository. */
	readonly isShared: boolean;
	/** Ids of which old versions may be there. */
	readonly keptIds: ReadonlySet<string>;
	/** Rejects with a `Problem` where a mistake is in the team's settings. */
	checkSettings(): Promise<unknown>;
	/** Tells git in this clone how to merge retros. */
	registerDriver(): Promise<unknown>;
	onProgress(done: number, total: number): void;
};

const ownFiles = new Set([
	...['config.json', '.git', '.gitattributes', '.gitignore', archiveDirectory, journalDirectory, indexFile],
	// Of the systems' file managers.
	...['.DS_Store', 'Thumbs.db', 'desktop.ini'],
]);

/** Reads all there is. Rejects with a `Problem` where the directory cannot be read; one that is not there is well. */
export async function examineStore(practice: Practice): Promise<Examined> {
	const {directory} = practice;
	const archive = join(directory, archiveDirectory);
	const [own, archived] = [await namesIn(directory), await namesIn(archive)];
	const total = own.ids.length + archived.ids.length;
	const findings = [
		...(await inDirectory(own, [directory, archive], 0, total, practice)),
		...(await inDirectory(archived, [archive, directory], own.ids.length, total, practice)),
		...inBoth(own, archived, practice),
		...(await settingsFindings(practice)),
		...(await gitFindings(directory, practice.registerDriver)),
	];
	if (!practice.isShared) {
		const files = [...own.ids.map((id) => join(directory, `${id}.json`)), join(directory, 'config.json')];
		const inArchive = archived.ids.map((id) => join(archive, `${id}.json`));
		findings.push(...(await permissionFindings([directory, archive, ...files, ...inArchive])));
	}
	const rank = new Map(ailmentNames.map((name, index) => [name, index]));
	return {
		records: total,
		findings: findings.sort((a, b) => (rank.get(a.ailment) ?? 0) - (rank.get(b.ailment) ?? 0)),
	};
}

async function namesIn(directory: string): Promise<Named> {
	const entries = await readdir(directory, {withFileTypes: true}).catch((error: unknown) => {
		if (errorCode(error) === 'ENOENT') return [];
		throw failure(error, `Cannot read the directory of retros ${directory}`);
	});
	return sortedNames(entries, ownFiles);
}

/** @param before how many records were examined before these */
async function inDirectory(
	named: Named,
	directories: readonly [string, string],
	before: number,
	total: number,
	practice: Practice,
): Promise<Finding[]> {
	const [directory] = directories;
	const onDone = (count: number): void => practice.onProgress(before + count, total);
	const twins = twinsAmong(named.ids).map(([id, like]): Finding => {
		const path = join(directory, `${id}.json`);
		return {ailment: 'twins', file: path, what: `like ${like}`, remedy: ownId({path, id, directories}, practice)};
	});
	return [
		...(await recordFindings(directory, named.ids, {...practice, onDone})),
		...twins,
		...(await strangeFindings(named, directories, practice)),
		...(await journalFindings(directories, practice)),
		...(await indexFindings(directory, practice)),
	];
}

function inBoth(own: Named, archived: Named, practice: Practice): Finding[] {
	const {directory} = practice;
	const archive = join(directory, archiveDirectory);
	const ids = new Set(own.ids);
	return archived.ids
		.filter((id) => ids.has(id))
		.map((id) => {
			const path = join(archive, `${id}.json`);
			const remedy = takingIn({path, id, directories: [archive, directory], against: [directory]}, practice);
			return {ailment: 'in-both', file: path, what: `${id} is in both`, remedy};
		});
}

async function settingsFindings({directory, checkSettings}: Practice): Promise<Finding[]> {
	try {
		await checkSettings();
		return [];
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		return error.message.split('\n').map((line) => {
			const [, file, what] = /^(.+?):(\d+:\d+.*)$/.exec(line) ?? [];
			return {ailment: 'settings', file: file ?? join(directory, 'config.json'), what: what ?? line};
		});
	}
}

/** What became of a finding. */
export type Outcome = {
	readonly finding: Finding;
	/** What was done, or why nothing could be; absent where there is no remedy. */
	readonly done?: {readonly isMended: boolean; readonly words: string};
};

/** Mends one after another. Never rejects with a `Problem`: what fails is told, and the others are mended all the same. */
export async function mendAll(findings: readonly Finding[]): Promise<Outcome[]> {
	const done = new Map<Remedy, Outcome['done']>();
	const outcomes: Outcome[] = [];
	for (const finding of findings) {
		const {remedy} = finding;
		if (remedy !== undefined && !done.has(remedy)) done.set(remedy, await applied(remedy));
		const what = remedy && done.get(remedy);
		outcomes.push({finding, ...(what !== undefined && {done: what})});
	}
	return outcomes;
}

async function applied(remedy: Remedy): Promise<NonNullable<Outcome['done']>> {
	try {
		return {isMended: true, words: await remedy.apply()};
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		return {isMended: false, words: error.message};
	}
}
