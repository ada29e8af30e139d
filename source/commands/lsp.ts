/** `retro lsp`: the lint as a language server, which an editor starts and talks with over standard input and output. */
import {homedir} from 'node:os';
import {wrongUse} from '../problem.ts';
import {defineCommand} from './command.ts';
import {lintSettingsOf} from './linter.ts';

export const command = defineCommand({
	name: 'lsp',
	arguments: [],
	flags: {
		stdio: {type: 'boolean', summary: 'what editors add; there is no other way'},
	},
	about:
		'The wording and time lint in any editor that speaks the Language Server Protocol: findings while you type, wordings to take, the reason on hovering. It is started by the editor; the readme shows how to set it up.',
	examples: [['retro lsp', 'the command to give to your editor, for markdown']],
	notes: [
		[
			'Settings',
			'Those of "retro lint" in the directory of each document. They are read again when their file changes and when a document is opened or saved.',
		],
		[
			'Documents',
			'Markdown, saved or not. A word that is being typed is judged when you stop, go on elsewhere or save.',
		],
		[
			'Code actions',
			' quickfix             another wording, or comments that keep yours\n source.fixAll.retro  what can be replaced without anybody looking',
		],
		['Exit status', '0 when the editor has asked for the shutdown before the exit, else 1.'],
	],
	async run({stdin, flags, env, version, cwd}) {
		if (stdin.isTTY === true) {
			throw wrongUse('retro lsp talks with an editor, not with a person', 'To look at a file: retro lint FILE');
		}
		const [{serve}, {findStore}, {loadConfiguration}] = await Promise.all([
			import('../lsp/server.ts'),
			import('../store/location.ts'),
			import('../store/settings/configuration.ts'),
		]);
		const home = homedir();
		const {platform} = process;
		return serve({
			input: process.stdin,
			output: process.stdout,
			version,
			cwd,
			async settingsFor(directory) {
				const flag = flags.store === undefined ? {} : {flag: flags.store};
				const store = findStore({...flag, env, cwd: directory, home, platform});
				return lintSettingsOf(await loadConfiguration({directory: store.directory, cwd: directory, home}));
			},
		});
	},
});
