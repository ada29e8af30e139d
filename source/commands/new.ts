/** `retro new [TITLE]`: starts a retro and walks through it. */
import {wrongUse} from '../problem.ts';
import {newRetro, retroId} from '../retro/new-retro.ts';
import {severities} from '../retro/record.ts';
import {cleanLine} from '../text/clean.ts';
import {dateOf} from '../time/instant.ts';
import {defineCommand} from './command.ts';
import {printJson, tell} from './context.ts';
import {needTerminal, showScreen} from './screen.ts';

export const command = defineCommand({
	name: 'new',
	arguments: [{name: 'TITLE', optional: true}],
	flags: {
		severity: {type: 'string', value: 'SEVERITY', choices: severities, summary: 'how severe it was'},
		template: {type: 'string', value: 'NAME', completes: 'template', summary: 'what its document is made from'},
		live: {type: 'boolean', summary: 'note its timeline live, while the incident runs'},
		open: {type: 'boolean', on: true, summary: 'create it, print its id, and leave'},
	},
	json: true,
	about:
		'Starts a retro and walks through its eight steps. Everything is saved as you type: leave whenever you like, and go on with "retro open".',
	examples: [
		['retro new', 'everything else is asked on the way'],
		['retro new "Checkout latency after deploy" --severity sev2', ''],
		['retro new --live "Checkout errors"', 'while it runs: at the timeline, with a clock'],
		['id=$(retro new --no-open "Disk full on db-3")', 'in a script'],
	],
	notes: [['JSON', '{schemaVersion, id}, with --no-open']],
	async run(context) {
		const {
			arguments: [title = ''],
			flags,
		} = context;
		const opens = flags.open !== false;
		const isLive = flags.live === true;
		if (isLive && !opens) throw wrongUse('--live shows a screen, and --no-open shows none', 'Leave out one of them.');
		if (opens) needTerminal(context, 'new', '"retro new --no-open" creates it and prints its id.');
		if (flags.template !== undefined) {
			await (await import('./template.ts')).checkTemplateName(flags.template, context);
		}
		const now = context.now();
		const cleaned = cleanLine(title).trim();
		const id = retroId(dateOf(now), cleaned, context.randomId());
		const retro = {
			...newRetro({id, now, title: cleaned, severity: flags.severity ?? null}),
			...(flags.template !== undefined && {template: flags.template}),
		};
		// What was typed already is kept, even when the walk is left at once.
		const isBlank = cleaned === '' && flags.severity === undefined && flags.template === undefined;
		// A live one is written at once, so that "retro log" finds it from another shell.
		if (opens && isBlank && !isLive) return showScreen(context, {kind: 'new', retro});
		await (await context.store()).create(retro);
		if (opens) return showScreen(context, {kind: 'walk', id, ...(isLive && {isLive})});
		if (flags.json === true) printJson(context, {schemaVersion: 1, id});
		else context.stdout.write(`${id}\n`);
		if (context.stdout.isTTY === true) tell(context, `Go on with: retro open ${id}`);
		return 0;
	},
});
