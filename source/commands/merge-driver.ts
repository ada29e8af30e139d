/** `retro merge-driver BASE OURS THEIRS`: what git runs to merge two versions of one record. */
import {readFile, writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {failure} from '../store/files/failure.ts';
import {complaintOf, runGit} from '../store/git/git-command.ts';
import {mergeRecordTexts} from '../store/git/git-merge.ts';
import {cleanLine} from '../text/clean.ts';
import {defineCommand} from './command.ts';
import {tell} from './context.ts';

export const command = defineCommand({
	name: 'merge-driver',
	arguments: [{name: 'BASE'}, {name: 'OURS'}, {name: 'THEIRS'}],
	flags: {},
	about:
		'Merges two versions of a record by entry and field, as git asks it to, and writes the result over OURS. "retro init" tells git about it.',
	examples: [["git config merge.incident-retro.driver 'retro merge-driver %O %A %B'", 'what "retro init" sets']],
	notes: [
		[
			'Exit status',
			'0 merged; 1 a side that cannot be read, left to git, which writes conflict markers. What both sides set differently is kept twice, and "retro check" shows it.',
		],
	],
	async run(context) {
		const paths = context.arguments.map((path) => resolve(context.cwd, path));
		const [base = '', ours = '', theirs = ''] = paths;
		const [was = '', mine = '', other = ''] = await Promise.all(paths.map(textOf));
		const merged = mergeRecordTexts(was, mine, other);
		if (merged.kind !== 'merged') {
			tell(context, `A retro cannot be merged: ${cleanLine(merged.why)}`);
			return merged.kind === 'newer' ? 1 : mergeByLines(context.cwd, {base, ours, theirs});
		}
		await writeFile(ours, merged.text).catch((error: unknown) => {
			throw failure(error, `Cannot write ${ours}`);
		});
		const places = merged.conflicts.map(({path}) => cleanLine(path)).join(', ');
		if (places !== '') {
			tell(context, `${merged.id}: both sides set ${places}; both are kept, "retro check ${merged.id}" shows them.`);
		}
		return 0;
	},
});

/** Bytes that are no UTF-8 come back as nothing that can be read, so that they are left to git. */
async function textOf(path: string): Promise<string> {
	try {
		const bytes = await readFile(path);
		return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
	} catch (error) {
		if (error instanceof TypeError) return 'not UTF-8';
		throw failure(error, `Cannot read ${path}`);
	}
}

/** What git does with a file that nobody else merges. */
async function mergeByLines(cwd: string, {base, ours, theirs}: Record<'base' | 'ours' | 'theirs', string>) {
	const labels = ['ours', 'base', 'theirs'].flatMap((label) => ['-L', label]);
	const answer = await runGit(cwd, ['merge-file', ...labels, '--', ours, base, theirs]);
	// From 128 on it failed; up to 127 it is the number of conflicts.
	if (answer.status >= 128) throw new Error(complaintOf(answer));
	return answer.status === 0 ? 0 : 1;
}
