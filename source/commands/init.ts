/** `retro init`: makes a team's directory of retros in a repository, and tells git how to merge them. */
import {join, resolve} from 'node:path';
import {wrongUse} from '../problem.ts';
import {
	driverCommand,
	driverState,
	isInside,
	makeTeamDirectory,
	registerDriver,
	repositoryOf,
	writeGitFiles,
} from '../store/git/git-setup.ts';
import {findStore, teamDirectory} from '../store/location.ts';
import {cleanLine} from '../text/clean.ts';
import {defineCommand} from './command.ts';
import {type Context, tell} from './context.ts';
import {wordsOfRetro} from './words-of-retro.ts';

export const command = defineCommand({
	name: 'init',
	arguments: [],
	flags: {
		git: {type: 'boolean', on: true, summary: 'only the directory, outside of a repository too'},
	},
	about:
		'Makes .retros/ at the top of a git repository, so that a team shares its retros there, and tells git to merge them by entry and field. In a clone of such a repository it tells git about the merge and changes nothing else.',
	examples: [
		['retro init', 'once, by whoever begins; then commit .retros'],
		['retro init', 'once in each clone'],
		['retro init --no-git', 'a directory that is shared in another way'],
	],
	notes: [
		[
			'What it does',
			'.retros/.gitattributes names the merge, .retros/.gitignore leaves out what the app needs while it runs, and merge.incident-retro.driver in the settings of this clone names the command. git takes such a setting over from nobody, so everybody runs it once. Without it git merges by lines; should it leave conflict markers in a retro, retro reads both sides.',
		],
	],
	async run(context) {
		if (context.flags.git === false) return makeOnly(context);
		const repository = await repositoryOf(context.cwd);
		if (repository === undefined) {
			throw wrongUse(
				'This is no git repository',
				'Run it in one ("git init" makes one), or "retro init --no-git" makes the directory alone.',
			);
		}
		const directory = await teamDirectoryIn(repository, context);
		const isNew = await makeTeamDirectory(directory);
		if (!(await isInside(repository, directory))) {
			throw wrongUse(`${directory} lies outside of the repository ${repository}`, 'Choose a directory in it.');
		}
		const written = await writeGitFiles(directory);
		const isRegistered = await registerDriver(directory, driverCommand(wordsOfRetro(context)));
		tell(context, ...(await said(context, directory, {isNew, written, isRegistered})));
		return 0;
	},
});

async function makeOnly(context: Context<object>): Promise<number> {
	const {store} = context.flags;
	const directory = resolve(context.cwd, store ?? teamDirectory);
	const isNew = await makeTeamDirectory(directory);
	tell(context, isNew ? `Made ${cleanLine(directory)}.` : `${cleanLine(directory)} is there already.`);
	return 0;
}

/** What `--store` says, else the directory that the commands find from here, else one at the top of the repository. */
async function teamDirectoryIn(repository: string, {flags, cwd}: Context<object>): Promise<string> {
	if (flags.store !== undefined) return resolve(cwd, flags.store);
	const found = findStore({env: {}, cwd, home: cwd, platform: process.platform});
	const isOurs = found.kind === 'repository' && (await isInside(repository, found.directory));
	return isOurs ? found.directory : join(repository, teamDirectory);
}

type Done = {readonly isNew: boolean; readonly written: readonly string[]; readonly isRegistered: boolean};

async function said(context: Context<object>, directory: string, done: Done): Promise<string[]> {
	const {isNew, written, isRegistered} = done;
	const place = cleanLine(directory);
	const files = written.join(' and ');
	const lines = [
		isNew ? `Made ${place} with ${files}. Commit it.` : '',
		!isNew && files !== '' ? `Wrote ${files} in ${place}. Commit what changed.` : '',
		isRegistered ? 'git merges retros by entry and field in this clone from now on.' : '',
		!isRegistered && (await driverState(directory)) === 'registered' ? 'This clone merges retros already.' : '',
		written.length > 0
			? 'Everybody else runs "retro init" once in their clone: git passes such a setting on to nobody.'
			: '',
		context.env.RETRO_STORE && resolve(context.cwd, context.env.RETRO_STORE) !== directory
			? 'RETRO_STORE is set, and goes before this directory.'
			: '',
	];
	return lines.filter((line) => line !== '');
}
