/** Asks git something, without a shell in between. */
import {execFile} from 'node:child_process';
import {Problem} from '../../problem.ts';
import {errorCode} from '../files/failure.ts';

export type GitAnswer = {readonly status: number; readonly out: string; readonly err: string};

/** The longest answer that is taken, in bytes. */
const longest = 100_000_000;

/** Resolves with what git answers, whatever its exit status. Rejects with a `Problem` where git cannot be run. */
export function runGit(cwd: string, words: readonly string[]): Promise<GitAnswer> {
	return new Promise((resolve, reject) => {
		execFile('git', [...words], {cwd, maxBuffer: longest}, (error, out, err) => {
			const status = error === null ? 0 : error.code;
			if (typeof status === 'number') resolve({status, out, err});
			else if (errorCode(error) === 'ENOENT') reject(new Problem('git is not there', 'Install it, or look at PATH.'));
			else reject(error);
		});
	});
}

/** The first line of what git complains of, without its own "fatal:"; a word where it says nothing. */
export function complaintOf({err, status}: GitAnswer): string {
	const [line = ''] = err.trim().split('\n');
	return line.replace(/^(?:error|fatal|warning): /, '') || `git ended with ${status}`;
}
