/** The bundled app in a terminal, with a home and a store of its own. */
import {execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll} from 'vitest';
import type {Retro} from '../../source/retro/record.ts';
import {startTerminal, type Terminal, type TerminalOptions} from './terminal.ts';

const command = join(import.meta.dirname, '../../dist/retro.js');

/** The windows that every screen is made for: the smallest full layout, and a usual one. */
export const sizes = [
	{cols: 80, rows: 24},
	{cols: 120, rows: 40},
];

/** What the header says when everything is on disk. */
export const saved = /saved \d\d:\d\d UTC/;

export type Home = {
	/** The working directory of the app; absolute. */
	readonly directory: string;
	/** Starts `retro` with these words in a terminal. */
	start(args: readonly string[], options?: TerminalOptions): Terminal;
	/** Runs a script of the shell, to which `retro` is known, in a terminal. */
	shell(script: string, options?: TerminalOptions): Terminal;
	/** Runs `retro` without a terminal; gives what it wrote to standard output. Throws where it fails. */
	run(...args: string[]): string;
	/** The same with a text on standard input. */
	pipe(input: string, ...args: string[]): string;
	/** The ids of the retros in the store; none where there is no store yet. */
	ids(): string[];
	/** The only retro in the store, as it lies on the disk. */
	record(): Retro;
};

const made: string[] = [];
const started: Terminal[] = [];

afterAll(async () => {
	for (const terminal of started) terminal.kill();
	await Promise.all(started.map(({exit}) => exit));
	for (const directory of made) rmSync(directory, {recursive: true, force: true});
});

export function newHome(): Home {
	const directory = mkdtempSync(join(tmpdir(), 'retro-home-'));
	made.push(directory);
	const store = join(directory, 'store');
	const env = {HOME: directory, TMPDIR: directory, RETRO_STORE: store};
	const startHere = (program: string, args: readonly string[], options: TerminalOptions = {}): Terminal => {
		const terminal = startTerminal(program, args, {cwd: directory, ...options, env: {...env, ...options.env}});
		started.push(terminal);
		return terminal;
	};
	const run = (args: readonly string[], input = ''): string =>
		execFileSync(process.execPath, [command, ...args], {
			cwd: directory,
			encoding: 'utf8',
			env: {...env, PATH: process.env.PATH ?? ''},
			input,
			stdio: 'pipe',
		});
	const ids = (): string[] =>
		existsSync(store)
			? readdirSync(store)
					.filter((file) => /^[^.].*\.json$/.test(file) && file !== 'config.json')
					.map((file) => file.slice(0, -'.json'.length))
			: [];
	return {
		directory,
		start: (args, options) => startHere(process.execPath, [command, ...args], options),
		shell: (script, options) =>
			startHere('sh', ['-c', `retro() { "${process.execPath}" "${command}" "$@"; }; ${script}`], options),
		run: (...args) => run(args),
		pipe: (input, ...args) => run(args, input),
		ids,
		record() {
			const [id, ...others] = ids();
			if (id === undefined || others.length > 0) throw new Error(`Not one retro in the store but ${ids().length}`);
			return JSON.parse(readFileSync(join(store, `${id}.json`), 'utf8')) as Retro;
		},
	};
}

/** Types a line and enters it. */
export async function enter(terminal: Terminal, line: string): Promise<void> {
	await terminal.type(line);
	await terminal.press('enter');
}
