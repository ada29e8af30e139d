/** `retro open [RETRO]`: goes on with a retro where it was left. */
import {wrongUse} from '../problem.ts';
import {steps} from '../retro/steps.ts';
import {latest} from '../store/reference.ts';
import {defineCommand} from './command.ts';
import {needTerminal, showScreen} from './screen.ts';

export const command = defineCommand({
	name: 'open',
	arguments: [{name: 'RETRO', optional: true, completes: 'retro'}],
	flags: {
		step: {type: 'string', value: 'NAME', choices: steps, summary: 'begin at this step'},
		live: {type: 'boolean', summary: 'note the timeline live, while the incident runs'},
	},
	about: 'Goes on with a retro where it was left. Without a RETRO, with the one last worked on.',
	examples: [
		['retro open', 'the one last worked on'],
		['retro open 2026-11-20', 'the beginning of an id is enough'],
		['retro open latest --step timeline', ''],
		['retro open --live', 'at the timeline, with a clock; a line without a time is of now'],
	],
	async run(context) {
		const {
			arguments: [reference = latest],
			flags,
		} = context;
		needTerminal(context, 'open', '"retro show" prints it; "retro set", "retro add" and "retro log" change it.');
		if (flags.live === true && flags.step !== undefined && flags.step !== 'timeline') {
			throw wrongUse(`--live begins at the Timeline, and --step ${flags.step} does not`, 'Leave out one of them.');
		}
		const store = await context.store();
		const id = await store.find(reference);
		return showScreen(context, {
			kind: 'walk',
			id,
			...(flags.step !== undefined && {step: flags.step}),
			...(flags.live === true && {isLive: true}),
		});
	},
});
