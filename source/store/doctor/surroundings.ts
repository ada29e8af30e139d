/** Examines what lies around the records: who may read them, the index, git. */
import {chmod, lstat} from 'node:fs/promises';
import {join} from 'node:path';
import {errorCode} from '../files/failure.ts';
import {driverState} from '../git/git-setup.ts';
import {indexFile, isWholeIndex} from '../list-index.ts';
import type {Finding} from './finding.ts';
import {puttingAway} from './strange-files.ts';
import {isThere, mending, type Tools} from './tools.ts';

/** Files and directories that others than their owner may read, write or enter; nothing on Windows. */
export async function permissionFindings(paths: readonly string[]): Promise<Finding[]> {
	if (process.platform === 'win32') return [];
	const findings: Finding[] = [];
	for (const file of paths) {
		const found = await lstat(file).catch(() => undefined);
		if (found === undefined || found.isSymbolicLink() || (found.mode & 0o077) === 0) continue;
		const mode = found.mode & 0o777;
		const apply = (): Promise<string> =>
			mending(file, () => chmod(file, mode & 0o700).then(() => 'is for its owner alone now'));
		findings.push({ailment: 'open-to-others', file, what: `mode ${mode.toString(8)}`, remedy: {apply}});
	}
	return findings;
}

export async function indexFindings(directory: string, tools: Tools): Promise<Finding[]> {
	const file = join(directory, indexFile);
	if (!(await isThere(file)) || isWholeIndex(directory)) return [];
	return [{ailment: 'index', file, what: 'cut short, or of another version', remedy: puttingAway(file, tools)}];
}

/**
 * Whether the clone knows the merge that the directory asks for.
 *
 * @param register tells it
 */
export async function gitFindings(directory: string, register: () => Promise<unknown>): Promise<Finding[]> {
	const file = join(directory, '.gitattributes');
	try {
		if ((await driverState(directory)) !== 'missing') return [];
	} catch (error) {
		if (errorCode(error) !== undefined) throw error;
		return [];
	}
	const apply = (): Promise<string> => register().then(() => 'git merges retros by itself in this clone now');
	return [{ailment: 'merge-driver', file, what: 'the command for it is not registered', remedy: {apply}}];
}
