/**
 * `retro complete -- WORDS`: what can stand for the last of the words, as the completion scripts ask for
 * it. Not for people, and not in the help.
 */
import {type Complete, RootCommand} from '@bomb.sh/tab';
import {type Candidate, candidatesFor} from './candidates.ts';
import {defineCommand} from './command.ts';
import {type ArgumentDefinition, type CommandShape, type FlagDefinition, flagName, flagsOf} from './command-shape.ts';
import type {Context} from './context.ts';
import {rowOf, visibleRows} from './table.ts';

export const command = defineCommand({
	name: 'complete',
	arguments: [{name: 'WORD', optional: true, several: true}],
	flags: {},
	about: 'Prints what the completion scripts ask for.',
	examples: [['retro complete -- show ""', 'what can follow "retro show"']],
	async run(context) {
		const words = context.arguments.length === 0 ? [''] : [...context.arguments];
		const root = new RootCommand();
		for (const {name, summary} of visibleRows) root.command(name, summary);
		await addFlags(root, await context.describe('browse'), words, context);
		const called = words.slice(0, -1).find((word) => rowOf(word)?.group !== undefined);
		const row = called === undefined ? undefined : rowOf(called);
		if (row !== undefined) {
			const loaded = await context.describe(row.name);
			const branch = root.command(row.name, row.summary);
			await addFlags(branch, loaded, words, context);
			for (const argument of loaded.arguments) {
				branch.argument(argument.name, await handler(argument, words, context), argument.several === true);
			}
		}
		// It takes an empty last word off its argument.
		root.parse(words);
		return 0;
	},
});

type Branch = ReturnType<RootCommand['command']>;

async function addFlags(
	branch: Branch,
	loaded: CommandShape,
	words: readonly string[],
	context: Context,
): Promise<void> {
	for (const [name, flag] of Object.entries(flagsOf(loaded))) {
		for (const spelling of spellings(name, flag)) {
			if (flag.type === 'boolean') branch.option(spelling, flag.summary, flag.short);
			else branch.option(spelling, flag.summary, await handler(flag, words, context), flag.short);
		}
	}
}

function spellings(name: string, {on}: FlagDefinition): string[] {
	const long = flagName(name).slice(2);
	if (name === 'color') return [long, `no-${long}`];
	return [on === true ? `no-${long}` : long];
}

/** The library asks for candidates at once, so they are looked up before, where the last word may need them. */
async function handler(
	{choices, completes}: Pick<ArgumentDefinition, 'choices' | 'completes'>,
	words: readonly string[],
	context: Context,
): Promise<(complete: Complete) => void> {
	const typed = (words.at(-1) ?? '').replace(/^--[\w-]+=/, '');
	const candidates: readonly Candidate[] =
		choices?.map((choice) => [choice, '']) ??
		(completes === undefined ? [] : await candidatesFor(completes, typed, context));
	return (complete) => {
		for (const [value, description] of candidates) complete(value, description);
	};
}
