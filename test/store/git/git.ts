/** git for the tests: no configuration but the test's own, an author, and nothing that asks. */
import {execFile} from 'node:child_process';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import type {Retro} from '../../../source/retro/record.ts';
import {printRetro} from '../../../source/store/record/layout.ts';

export type Ran = {readonly status: number; readonly out: string; readonly err: string};

/** What git is run with; `PATH` and the rest come from outside. */
export const gitEnvironment: NodeJS.ProcessEnv = {
	...process.env,
	GIT_CONFIG_GLOBAL: '/dev/null',
	GIT_CONFIG_SYSTEM: '/dev/null',
	GIT_CONFIG_NOSYSTEM: '1',
	GIT_TERMINAL_PROMPT: '0',
	GIT_EDITOR: 'true',
	GIT_AUTHOR_NAME: 'Ada',
	GIT_AUTHOR_EMAIL: 'ada@example.com',
	GIT_COMMITTER_NAME: 'Ada',
	GIT_COMMITTER_EMAIL: 'ada@example.com',
};

/** Runs git in a directory; a status other than 0 is an answer. */
export async function tryGit(cwd: string, ...words: readonly string[]): Promise<Ran> {
	try {
		const {stdout, stderr} = await promisify(execFile)('git', [...words], {cwd, env: gitEnvironment});
		return {status: 0, out: stdout, err: stderr};
	} catch (error) {
		const {code, stdout, stderr} = error as {code?: unknown; stdout?: string; stderr?: string};
		if (typeof code !== 'number') throw error;
		return {status: code, out: stdout ?? '', err: stderr ?? ''};
	}
}

/** Runs git in a directory; a status other than 0 fails the test. Gives what it printed. */
export async function git(cwd: string, ...words: readonly string[]): Promise<string> {
	const {status, out, err} = await tryGit(cwd, ...words);
	if (status !== 0) throw new Error(`git ${words.join(' ')}: ${err}${out}`);
	return out;
}

/** What git makes of three versions of a file by itself, conflicts in the given style. */
export async function mergeFile(
	directory: string,
	versions: {readonly base: Retro; readonly ours: Retro; readonly theirs: Retro},
	style: 'merge' | 'diff3' | 'zdiff3',
): Promise<string> {
	const paths = await Promise.all(
		(['ours', 'base', 'theirs'] as const).map(async (name) => {
			const path = join(directory, name);
			await writeFile(path, printRetro(versions[name]));
			return path;
		}),
	);
	const how = style === 'merge' ? [] : [`--${style}`];
	return (await tryGit(directory, 'merge-file', '-p', ...how, ...paths)).out;
}
