/** The bundled app, started in a terminal with a home directory of its own. */
import {execFileSync} from 'node:child_process';
import {mkdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import type {Retro} from '../../source/retro/record.ts';
import {startTerminal, type Terminal} from '../end-to-end/terminal.ts';

export type App = {
	/** Starts the command in a terminal. */
	start(...args: string[]): Terminal;
	/** Starts a program of Node's, for a baseline in the same environment. */
	node(...args: string[]): Terminal;
	/** What its processes are given. */
	readonly env: Readonly<Record<string, string>>;
	/** Puts a retro into the store. */
	put(retro: Retro): void;
	/** Takes a retro out of the store. */
	remove(id: string): void;
	/** Absolute path of a new directory, for files. */
	directory(name: string): string;
};

/**
 * @param root the project's root, with `dist/` built
 * @param home an empty directory; the store, the code cache and all files go there
 */
export function appIn(root: string, home: string): App {
	const command = join(root, 'dist', 'retro.js');
	const {PATH = ''} = process.env;
	const env = {PATH, HOME: home, XDG_CACHE_HOME: join(home, 'cache'), RETRO_STORE: join(home, 'store')};
	const node = (...args: string[]) => startTerminal(process.execPath, args, {cwd: root, env});
	return {
		node,
		start: (...args) => node(command, ...args),
		env,
		remove: (id) => rmSync(join(home, 'store', `${id}.json`)),
		put(retro) {
			execFileSync(process.execPath, [command, 'import', '-'], {
				env,
				input: JSON.stringify(retro),
				stdio: ['pipe', 'ignore', 'inherit'],
			});
		},
		directory(name) {
			const path = join(home, name);
			mkdirSync(path, {recursive: true});
			return path;
		},
	};
}
