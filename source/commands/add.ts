/** `retro add RETRO LIST VALUE`: adds to a list. */
import {wrongUse} from '../problem.ts';
import type {ListName} from '../retro/fields.ts';
import type {Retro} from '../retro/record.ts';
import {cleanLine} from '../text/clean.ts';
import {type Addition, actionAddition, noteAddition, whyAddition} from './addition.ts';
import {defineCommand} from './command.ts';
import {tellOfMarkers} from './conflict-markers.ts';
import {printJson, tell} from './context.ts';
import {readSomeText} from './input.ts';
import {choiceOf} from './parse.ts';
import {warnOfFindings} from './warn.ts';

/** The lists by the names they have on the command line. */
const lists = {
	why: 'whys',
	factor: 'contributingFactors',
	'went-well': 'lessons.wentWell',
	'went-wrong': 'lessons.wentWrong',
	lucky: 'lessons.gotLucky',
	action: 'actions',
} as const satisfies Readonly<Record<string, ListName>>;
const listWords = Object.keys(lists) as (keyof typeof lists)[];

export const command = defineCommand({
	name: 'add',
	arguments: [{name: 'RETRO', completes: 'retro'}, {name: 'LIST', choices: listWords}, {name: 'VALUE'}],
	flags: {
		rootCause: {type: 'boolean', summary: 'this why is the root cause'},
		under: {type: 'string', value: 'ID', summary: 'the why that this one asks on from; "none" begins anew'},
	},
	json: true,
	about: 'Adds a why, a contributing factor, a lesson or an action item. "-" reads the value from standard input.',
	examples: [
		['retro add latest why "Why did it crash? Because the CPU spiked"', ''],
		['retro add latest why "We have no load test" --root-cause', 'the question is made for you'],
		['retro add latest went-well "Alerts fired immediately"', ''],
		['retro add latest action "prevent: Add a canary @infra 2026-12-01"', 'or p:, d:, m: and +2w, fri'],
	],
	notes: [
		['Lists', listWords.join(', ')],
		[
			'Whys',
			'Each one is asked out of the last, so a chain grows. --under ID branches from the why with that id; "retro show --json" tells the ids.',
		],
		['JSON', '{schemaVersion, retro, id}'],
	],
	async run(context) {
		const [reference = '', typedList = '', value = ''] = context.arguments;
		const {flags} = context;
		const word = choiceOf(typedList, listWords, 'LIST');
		if (word !== 'why' && (flags.rootCause !== undefined || flags.under !== undefined)) {
			throw wrongUse('--root-cause and --under are for a why', `Leave them out, or use: retro add ${reference} why …`);
		}
		const text = cleanLine(value === '-' ? await readSomeText('-', context) : value).trim();
		if (text === '')
			throw wrongUse(`The ${word} to add is empty`, 'For example: retro add latest lucky "Nobody was asleep"');
		const store = await context.store();
		const retroId = await store.find(reference);
		const id = context.randomId();
		const additionTo = (before: Retro): Addition => {
			if (word === 'why')
				return whyAddition(before, id, text, {rootCause: flags.rootCause === true, under: flags.under});
			if (word === 'action') return actionAddition(before, id, text, context.now());
			return noteAddition(before, lists[word], id, text);
		};
		let said = '';
		await tellOfMarkers(context, store, retroId);
		const retro = await store.update(retroId, (before) => {
			const addition = additionTo(before);
			said = addition.said;
			return addition.edit;
		});
		if (flags.json === true) printJson(context, {schemaVersion: 1, retro: retroId, id});
		else tell(context, `Added ${word}: ${said}`);
		await warnOfFindings(context, retro, (path) => path.startsWith(`${lists[word]}:${id}.`));
		return 0;
	},
});
