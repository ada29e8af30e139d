/** `retro doctor`: looks over all that is stored, says what is wrong with it, and mends what can be mended. */
import {readdir} from 'node:fs/promises';
import {homedir} from 'node:os';
import {basename, dirname, join} from 'node:path';
import type {Practice} from '../store/doctor/examine.ts';
import {driverCommand, registerDriver, repositoryOf} from '../store/git/git-setup.ts';
import {findStore, teamDirectory} from '../store/location.ts';
import {recordFile} from '../store/record/record-file.ts';
import {defineCommand} from './command.ts';
import {type Context, printJson} from './context.ts';
import {doctorJson, doctorLines} from './doctor-report.ts';
import {lintSettingsOf} from './linter.ts';
import {wordsOfRetro} from './words-of-retro.ts';

export const command = defineCommand({
	name: 'doctor',
	arguments: [],
	flags: {
		fix: {type: 'boolean', summary: 'mend what can be mended, after a copy'},
	},
	json: true,
	about:
		'Reads all that is stored: the retros and their archive, the settings, journals, locks and what git has to know. Says what is broken, left over, unknown or of another version, and with --fix mends what can be mended.',
	examples: [
		['retro doctor', 'changes nothing'],
		['retro doctor --fix', 'whatever is mended is copied first, byte for byte'],
		['retro doctor --json | jq .findings', 'for scripts'],
	],
	notes: [
		[
			'Copies',
			'In your own state directory (~/.local/state/incident-retro/mended),\nunder the name of the file with the moment in it.',
		],
		['Exit status', '0 when all is well or was mended, 1 when something is left. Notes do\nnot count.'],
		[
			'JSON',
			'{schemaVersion, directory, copies, retros, findings: [{kind, weight, file,\n what, means, cure, mendable, mended, done}],\n counts: {trouble, notes, mended, left}}',
		],
	],
	async run(context) {
		const isFixing = context.flags.fix === true;
		const [{examineStore, mendAll}, practice] = await Promise.all([
			import('../store/doctor/examine.ts'),
			practiceOf(context),
		]);
		const {records, findings} = await withProgress(context, (onProgress) => examineStore({...practice, onProgress}));
		const outcomes = isFixing ? await mendAll(findings) : findings.map((finding) => ({finding}));
		const {directory, copies} = practice;
		const report = {directory, copies: copies.directory, records, outcomes, isFixing};
		const {json, left} = doctorJson(report);
		if (context.flags.json === true) printJson(context, json);
		else context.stdout.write(`${doctorLines(report, context).join('\n')}\n`);
		return left > 0 ? 1 : 0;
	},
});

async function practiceOf(context: Context<object>): Promise<Omit<Practice, 'onProgress'>> {
	const {now, randomId} = context;
	const [store, {copiesIn}] = await Promise.all([context.store(), import('../store/doctor/copies.ts')]);
	const {directory} = store;
	const isShared = await isSharedDirectory(context, directory);
	const mode = isShared ? 0o666 : 0o600;
	return {
		directory,
		isShared,
		mode,
		now,
		randomId,
		clock: Date.now,
		copies: await copiesIn(store.state, directory, {now, randomId}),
		fileOf: (where, id) => recordFile(join(where, `${id}.json`), id, mode, {now, randomId, patience: 700}),
		versions: () => store.versions(),
		keptIds: new Set(await readdir(dirname(await (await store.versions()).directoryOf('any'))).catch(() => [])),
		checkSettings: async () => lintSettingsOf(await context.configuration()),
		registerDriver: () => registerDriver(directory, driverCommand(wordsOfRetro(context))),
	};
}

/** Whether more people than one are meant to read it: a team's directory, or one in any repository. */
async function isSharedDirectory({flags, env, cwd}: Context<object>, directory: string): Promise<boolean> {
	const from = {env, cwd, home: homedir(), platform: process.platform};
	const {kind} = findStore({...(flags.store !== undefined && {flag: flags.store}), ...from});
	if (kind === 'repository' || basename(directory) === teamDirectory) return true;
	return (await repositoryOf(directory).catch(() => undefined)) !== undefined;
}

async function withProgress<Result>(
	{stderr, env}: Context<object>,
	work: (onProgress: Practice['onProgress']) => Promise<Result>,
): Promise<Result> {
	const {progressLine} = await import('../ui/progress-line.ts');
	const progress = progressLine(stderr, () => performance.now(), env);
	try {
		return await work((done, total) => progress.draw(() => `${done} of ${total} retros examined`));
	} finally {
		progress.clear();
	}
}
