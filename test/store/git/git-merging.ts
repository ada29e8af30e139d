/** Repositories in which two branches change one retro, merged by git with the driver or without. */
import {execFile} from 'node:child_process';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import fc from 'fast-check';
import type {Retro} from '../../../source/retro/record.ts';
import {parseRetro, printRetro} from '../../../source/store/record/layout.ts';
import {lostIn, versions} from '../../retro/versions.ts';
import {git, gitEnvironment, type Ran, tryGit} from './git.ts';

/** The bundled app, of the project that the tests and the fault suite are run in. */
const command = join(process.cwd(), 'dist/retro.js');

/** Runs the bundled app in a directory. A status other than 0 is an answer. */
export function retro(cwd: string, ...words: readonly string[]): Promise<Ran> {
	return retroWith({}, cwd, ...words);
}

/** The same with some of the environment set otherwise. */
export async function retroWith(more: NodeJS.ProcessEnv, cwd: string, ...words: readonly string[]): Promise<Ran> {
	const {RETRO_STORE: _store, ...env} = {...gitEnvironment, ...more};
	try {
		const {stdout, stderr} = await promisify(execFile)(process.execPath, [command, ...words], {cwd, env});
		return {status: 0, out: stdout, err: stderr};
	} catch (error) {
		const {code, stdout, stderr} = error as {code: number; stdout: string; stderr: string};
		return {status: code, out: stdout, err: stderr};
	}
}

/**
 * A repository with `.retros/` in it, made by `retro init` and committed.
 *
 * @param hasDriver whether the clone knows the driver, or was never told
 */
export async function teamRepository(directory: string, {hasDriver}: {hasDriver: boolean}): Promise<string> {
	await mkdir(directory, {recursive: true});
	await git(directory, 'init', '--quiet', '--initial-branch=main');
	const made = await retro(directory, 'init');
	if (made.status !== 0) throw new Error(made.err);
	if (!hasDriver) await git(directory, 'config', '--remove-section', 'merge.incident-retro');
	await commit(directory, 'Share our retros');
	return directory;
}

/** Commits all that lies in the repository. */
export async function commit(repository: string, message: string): Promise<void> {
	await git(repository, 'add', '--all');
	await git(repository, 'commit', '--quiet', '--allow-empty', '--message', message);
}

/** Where the record of a retro lies in a repository. */
export function recordPath(repository: string, {id}: Pick<Retro, 'id'>): string {
	return join(repository, '.retros', `${id}.json`);
}

/** Writes a record and commits it. */
export async function commitRetro(repository: string, record: Retro, message = 'Go on'): Promise<void> {
	await writeFile(recordPath(repository, record), printRetro(record));
	await commit(repository, message);
}

/** What stands in a record's file, as text. */
export function recordText(repository: string, record: Pick<Retro, 'id'>): Promise<string> {
	return readFile(recordPath(repository, record), 'utf8');
}

/** The record as it is read, whatever git left; undefined when it cannot be read. */
export async function readRecord(repository: string, record: Pick<Retro, 'id'>): Promise<Retro | undefined> {
	const parsed = parseRetro(await recordText(repository, record));
	return parsed.kind === 'retro' ? parsed.retro : undefined;
}

/** Commits the base on `main`, theirs on `topic`, ours on `main`, and stays there. */
export async function diverge(
	repository: string,
	[base, ours, theirs]: readonly [Retro, Retro, Retro],
	topic = 'topic',
): Promise<void> {
	await commitRetro(repository, base);
	await git(repository, 'checkout', '--quiet', '-b', topic);
	await commitRetro(repository, theirs);
	await git(repository, 'checkout', '--quiet', 'main');
	await commitRetro(repository, ours);
}

export type RandomMerge = {
	/** What git said of it: 0 merged, 1 conflicts. */
	readonly status: number;
	readonly isReadable: boolean;
	/** Words, values and entries that one of the branches added and the merged record has no more. */
	readonly lost: readonly string[];
};

/**
 * Merges random edits on two branches of a repository of `teamRepository`, by `git merge` or, every
 * second seed, by `git rebase`. The same seed makes the same edits. Leaves `main` clean for the next.
 */
export async function randomMerge(repository: string, seed: number): Promise<RandomMerge> {
	const [sides] = fc.sample(versions, {seed, numRuns: 1});
	if (sides === undefined) throw new Error('no versions');
	const [topic, name] = [`topic-${seed}`, `2026-11-20-random-${seed}`];
	const [base, ours, theirs] = sides.map((side) => ({...side, id: name})) as [Retro, Retro, Retro];
	await diverge(repository, [base, ours, theirs], topic);
	const {status} = await (seed % 2 === 0
		? tryGit(repository, 'merge', '--quiet', '--no-edit', topic)
		: tryGit(repository, 'rebase', '--quiet', topic));
	const merged = await readRecord(repository, base);
	if (status !== 0) {
		await commit(repository, 'As git left it');
		if (seed % 2 === 1) await tryGit(repository, 'rebase', '--continue');
	}
	return {
		status,
		isReadable: merged !== undefined,
		lost: merged === undefined ? [] : lostIn(merged, [base, ours, theirs]),
	};
}
