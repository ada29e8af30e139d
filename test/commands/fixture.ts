/** Runs command lines against a store of their own, with streams that can be looked at. */
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll} from 'vitest';
import type {Route, Surroundings} from '../../source/commands/context.ts';
import {loadCommand} from '../../source/commands/load.ts';
import {main} from '../../source/commands/main.ts';
import type {Retro} from '../../source/retro/record.ts';
import type {Instant} from '../../source/time/instant.ts';

export type Result = {
	readonly status: number;
	readonly out: string;
	readonly err: string;
	/** The screens that were asked for. */
	readonly screens: readonly Route[];
};

export type Options = {
	readonly stdin?: string | Uint8Array | AsyncIterable<Uint8Array>;
	/** Whether a person sits at a terminal. */
	readonly terminal?: boolean;
	/** Whether standard output goes elsewhere all the same. */
	readonly isPiped?: boolean;
	/** What is typed at the terminal. */
	readonly answer?: string;
	readonly columns?: number;
	readonly env?: NodeJS.ProcessEnv;
	readonly now?: string;
	readonly load?: typeof loadCommand;
};

export type Shell = {
	/** Working directory of the commands; the retros lie in its `.retros`, unless RETRO_STORE says otherwise. */
	readonly directory: string;
	run(argv: readonly string[], options?: Options): Promise<Result>;
	/** The record of the retro last worked on, or of the one named. */
	record(reference?: string): Promise<Retro>;
	/** Creates a retro and gives its id. */
	create(...words: readonly string[]): Promise<string>;
};

const made: string[] = [];
afterAll(() => Promise.all(made.map((directory) => rm(directory, {recursive: true, force: true}))));

/** A directory with an empty store, and commands that run in it. The clock stands at 2026-11-20 10:30 UTC. */
export async function shell(): Promise<Shell> {
	const directory = await mkdtemp(join(tmpdir(), 'retro-commands-'));
	made.push(directory);
	let count = 0;
	const run: Shell['run'] = async (argv, options = {}) => {
		const {terminal = false, columns = 80, now = '2026-11-20T10:30:00Z'} = options;
		let out = '';
		let err = '';
		const screens: Route[] = [];
		const world: Surroundings = {
			stdin: Object.assign(bytes(options.stdin ?? options.answer ?? ''), {
				isTTY: terminal && options.stdin === undefined,
			}),
			stdout: {isTTY: terminal && options.isPiped !== true, columns, write: (text) => (out += text)},
			stderr: {isTTY: terminal, columns, write: (text) => (err += text)},
			env: {
				RETRO_STORE: join(directory, '.retros'),
				XDG_STATE_HOME: join(directory, 'state'),
				NO_COLOR: '1',
				...options.env,
			},
			cwd: directory,
			version: '0.1.0',
			now: () => now as Instant,
			randomId: () => {
				count += 1;
				return `id${count}`;
			},
			startScreen: async ({route}) => {
				screens.push(route);
				return 0;
			},
		};
		const status = await main(argv, world, options.load ?? loadCommand);
		return {status, out, err, screens};
	};
	return {
		directory,
		run,
		record: async (reference = 'latest') =>
			JSON.parse((await run(['export', reference, '--format', 'json'])).out) as Retro,
		create: async (...words) => (await run(['new', '--no-open', ...words])).out.trim(),
	};
}

async function* bytes(from: NonNullable<Options['stdin']>): AsyncGenerator<Uint8Array> {
	if (typeof from === 'string') yield Buffer.from(from);
	else if (from instanceof Uint8Array) yield from;
	else yield* from;
}
