/** Runs one command line: finds the command, reads its flags, runs it, reports what went wrong. */
import {homedir, tmpdir} from 'node:os';
import {wrongUse} from '../problem.ts';
import type {KeptStore} from '../store/versions/kept-versions.ts';
import {painter, wantsColour, withColourFlag} from './colour.ts';
import type {Command} from './command.ts';
import type {Context, Surroundings} from './context.ts';
import {commandHelp, overview} from './help-text.ts';
import {parseArguments, splitCommand, wantsHelp} from './parse.ts';
import {quoted, shortened} from './quote.ts';
import {reportOf} from './report.ts';
import {nearest} from './suggest.ts';
import {type CommandName, rowOf, visibleRows} from './table.ts';

type Load = (name: CommandName) => Promise<Command>;

/**
 * Resolves to the exit status: 0 done, 1 findings or failed work, 2 wrong use. Never rejects.
 * @param argv the words after `retro`
 * @param load loads the module of a command
 */
export async function main(argv: readonly string[], world: Surroundings, load: Load): Promise<number> {
	const {name = 'browse', rest} = splitCommand(argv);
	try {
		return await runCommand(name, rest, world, load);
	} catch (error) {
		const setting = {
			version: world.version,
			command: rowOf(name)?.name ?? 'none',
			debug: world.env.RETRO_DEBUG === '1',
		};
		const colour = wantsColour(colourFlag(argv), world.env, world.stderr.isTTY === true);
		const report = reportOf(error, setting, painter(colour));
		world.stderr.write(report.text);
		return report.status;
	}
}

async function runCommand(name: string, rest: readonly string[], world: Surroundings, load: Load): Promise<number> {
	const row = rowOf(name);
	if (row === undefined) throw unknownCommand(name);
	if (wantsHelp(rest)) {
		const paint = painter(wantsColour(colourFlag(rest), world.env, world.stdout.isTTY === true));
		const text = name === 'browse' ? overview(paint) : commandHelp(row, await load(row.name), paint);
		world.stdout.write(text);
		return 0;
	}
	const command = await load(row.name);
	const parsed = parseArguments(command, rest);
	const colour = parsed.flags.color as boolean | undefined;
	let opened: Promise<KeptStore> | undefined;
	const context: Context = {
		...world,
		env: withColourFlag(world.env, colour),
		arguments: parsed.arguments,
		flags: parsed.flags as Context['flags'],
		paint: painter(wantsColour(colour, world.env, world.stdout.isTTY === true)),
		paintError: painter(wantsColour(colour, world.env, world.stderr.isTTY === true)),
		describe: load,
		store: () => (opened ??= openStoreOf(context, row.name)),
		configuration: async () => {
			const {loadConfiguration} = await import('../store/settings/configuration.ts');
			return loadConfiguration({directory: (await context.store()).directory, cwd: world.cwd, home: homedir()});
		},
	};
	try {
		return await command.run(context);
	} finally {
		await opened?.then((store) => store.settle()).catch(() => undefined);
	}
}

/** How often an open retro is looked at, in milliseconds: what "retro log" adds is on the screen within a second. */
const checkEvery = 400;

/** The store is loaded here and not on top: most of what a command costs is loading it. */
async function openStoreOf(context: Context, by: CommandName): Promise<KeptStore> {
	const [{findStore}, {openKeptStore}] = await Promise.all([
		import('../store/location.ts'),
		import('../store/kept-store.ts'),
	]);
	const {flags, env, cwd, now, randomId} = context;
	const location = findStore({
		...(flags.store !== undefined && {flag: flags.store}),
		env,
		cwd,
		home: homedir(),
		platform: process.platform,
	});
	const places = {env, home: homedir(), platform: process.platform, temporaryDirectory: tmpdir()};
	return openKeptStore(location, {...places, by, now, randomId, checkEvery});
}

function unknownCommand(name: string): Error {
	const names = visibleRows.map((row) => row.name);
	// What begins like an id is one without its command.
	const near = /^(?:latest$|\d{4}-\d\d)/.test(name) ? `open ${shortened(name)}` : nearest(name, names);
	const hint = near === undefined ? '' : `Did you mean retro ${near}? `;
	return wrongUse(`There is no command ${quoted(name)}`, `${hint}retro --help shows all commands.`);
}

/** The last of `--color` and `--no-color`: needed before the flags are read, when they cannot be. */
function colourFlag(argv: readonly string[]): boolean | undefined {
	const last = argv.findLast((word) => word === '--color' || word === '--no-color');
	return last === undefined ? undefined : last === '--color';
}
