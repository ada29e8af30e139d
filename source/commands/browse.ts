/** `retro`: the retros, to look through and to open. Without a terminal it lists them. */
import {defineCommand} from './command.ts';
import {command as list} from './list.ts';
import {hasTerminal, showScreen} from './screen.ts';

export const command = defineCommand({
	name: 'browse',
	arguments: [],
	flags: {},
	json: true,
	about: 'Browses the retros.',
	examples: [['retro', 'browse the retros']],
	async run(context) {
		if (context.flags.json === true || !hasTerminal(context)) return list.run(context);
		return showScreen(context, {kind: 'browse'});
	},
});
