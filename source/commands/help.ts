/** `retro help [COMMAND]`: the same as `--help`. */
import {wrongUse} from '../problem.ts';
import {defineCommand} from './command.ts';
import {commandHelp, overview} from './help-text.ts';
import {quoted} from './quote.ts';
import {nearest} from './suggest.ts';
import {visibleRows} from './table.ts';

export const command = defineCommand({
	name: 'help',
	arguments: [{name: 'COMMAND', optional: true, choices: visibleRows.map(({name}) => name)}],
	flags: {},
	about: 'Shows what a command does and takes, examples first. Without one, all commands.',
	examples: [
		['retro help', 'all commands'],
		['retro help log', 'one of them; "retro log --help" is the same'],
	],
	async run({arguments: [name], paint, stdout, describe}) {
		if (name === undefined) {
			stdout.write(overview(paint));
			return 0;
		}
		const row = visibleRows.find((candidate) => candidate.name === name);
		if (row === undefined) {
			const near = nearest(
				name,
				visibleRows.map((candidate) => candidate.name),
			);
			throw wrongUse(
				`There is no command ${quoted(name)}`,
				near === undefined ? 'retro --help shows all commands.' : `Did you mean retro help ${near}?`,
			);
		}
		stdout.write(commandHelp(row, await describe(row.name), paint));
		return 0;
	},
});
