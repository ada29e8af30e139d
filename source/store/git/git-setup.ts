/**
 * How git is told to merge retros: a line in the `.gitattributes` of their directory, which every clone
 * gets, and a setting of each clone, which git takes over from nobody (gitattributes(5), "Defining a
 * custom merge driver").
 */
import {constants} from 'node:fs';
import {lstat, mkdir, open, readFile, realpath} from 'node:fs/promises';
import {isAbsolute, join, relative, sep} from 'node:path';
import {Problem} from '../../problem.ts';
import {errorCode, failure} from '../files/failure.ts';
import {complaintOf, runGit} from './git-command.ts';

const driver = 'incident-retro';

/** Records lie at the top of the directory and in its archive; what else is below it, and the configuration, are files like any other. */
const files = [
	{
		name: '.gitattributes',
		tells: new RegExp(`\\bmerge=${driver}\\b`),
		text: [
			'# Two branches that change one retro are merged by entry and field, once a clone has run "retro init".',
			`/*.json text eol=lf merge=${driver}`,
			`/archive/*.json text eol=lf merge=${driver}`,
			'/config.json !merge',
		],
	},
	{
		name: '.gitignore',
		tells: /^\.\*$/m,
		text: [
			'# What the app keeps beside the retros while it runs: journals, locks, indexes, files in the making.',
			...['.*', '!.gitattributes', '!.gitignore', '*.lock'],
		],
	},
];

/** The top of the repository that a directory lies in; undefined outside of one. Rejects with a `Problem` without git. */
export async function repositoryOf(directory: string): Promise<string | undefined> {
	const {status, out} = await runGit(directory, ['rev-parse', '--show-toplevel']);
	return status === 0 ? out.replace(/\r?\n$/, '') : undefined;
}

/** Makes the directory where it is missing, and says whether it was. Rejects with a `Problem`. */
export async function makeTeamDirectory(directory: string): Promise<boolean> {
	try {
		await mkdir(directory);
		return true;
	} catch (error) {
		if (errorCode(error) === 'EEXIST' && (await lstat(await realpath(directory))).isDirectory()) return false;
		throw failure(error, `Cannot make the directory ${directory}`);
	}
}

/** Whether a directory, by its real path, lies in the repository. Both have to be there. */
export async function isInside(repository: string, directory: string): Promise<boolean> {
	const inside = relative(await realpath(repository), await realpath(directory));
	return inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}

/**
 * Writes what git has to know into the directory's `.gitattributes` and `.gitignore`, behind what stands
 * there, and gives the names of those that it changed. Rejects with a `Problem`.
 */
export async function writeGitFiles(directory: string): Promise<string[]> {
	const changed: string[] = [];
	for (const {name, tells, text} of files) {
		const path = join(directory, name);
		const before = await textOf(path);
		if (before !== undefined && tells.test(before)) continue;
		const gap = before === undefined || before === '' ? '' : before.endsWith('\n') ? '\n' : '\n\n';
		await append(path, `${gap}${text.join('\n')}\n`);
		changed.push(name);
	}
	return changed;
}

/** Whether the directory asks for the merge driver, and whether the clone that it lies in knows which program that is. */
export async function driverState(directory: string): Promise<'not-asked-for' | 'missing' | 'registered'> {
	const attributes = await textOf(join(directory, '.gitattributes'));
	if (attributes === undefined || !files[0]?.tells.test(attributes)) return 'not-asked-for';
	return (await setting(directory, 'driver')) === undefined ? 'missing' : 'registered';
}

/**
 * Tells the clone which command merges retros. Gives false where it knew already. Rejects with a `Problem`.
 *
 * @param command as the shell runs it, without the files
 */
export async function registerDriver(directory: string, command: string): Promise<boolean> {
	const wanted = {name: 'incident-retro: by entry and field', driver: `${command} merge-driver %O %A %B`};
	if ((await setting(directory, 'driver')) === wanted.driver) return false;
	for (const [key, value] of Object.entries(wanted)) {
		const answer = await runGit(directory, ['config', '--local', `merge.${driver}.${key}`, value]);
		if (answer.status === 0) continue;
		throw new Problem(
			`The settings of this clone cannot be changed: ${complaintOf(answer)}`,
			`git config merge.${driver}.driver ${quotedForShell(wanted.driver)} does it by hand.`,
		);
	}
	return true;
}

/** The words of a command as git hands them to a shell; a percent sign would be one of git's own signs. */
export function driverCommand(words: readonly string[]): string {
	return words.map((word) => quotedForShell(word).replaceAll('%', '%%')).join(' ');
}

function quotedForShell(word: string): string {
	return /^[\w@./:+-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

async function setting(directory: string, key: string): Promise<string | undefined> {
	const {status, out} = await runGit(directory, ['config', '--get', `merge.${driver}.${key}`]);
	return status === 0 ? out.replace(/\r?\n$/, '') : undefined;
}

/** Undefined where there is no such file. A link is refused: a repository may hold one that leads anywhere. */
async function textOf(path: string): Promise<string | undefined> {
	try {
		if ((await lstat(path)).isSymbolicLink())
			throw new Problem(`${path} is a symbolic link, which git does not follow`);
		return await readFile(path, 'utf8');
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return undefined;
		throw failure(error, `Cannot read ${path}`);
	}
}

async function append(path: string, text: string): Promise<void> {
	const {O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW = 0} = constants;
	try {
		const handle = await open(path, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o666);
		await handle.writeFile(text).finally(() => handle.close());
	} catch (error) {
		throw failure(error, `Cannot write ${path}`);
	}
}
