/** Screens, and what is said where they cannot be shown. */
import {wrongUse} from '../problem.ts';
import type {Context, Route, Surroundings} from './context.ts';

/** Whether a screen can be shown: both ends of the terminal are there. */
export function hasTerminal({stdin, stdout}: Pick<Surroundings, 'stdin' | 'stdout'>): boolean {
	return stdin.isTTY === true && stdout.isTTY === true;
}

/**
 * Throws a `Problem` of wrong use where there is no terminal.
 * @param name of the command that wants to show a screen
 * @param twin what does the same without one, as a sentence
 */
export function needTerminal(world: Pick<Surroundings, 'stdin' | 'stdout'>, name: string, twin: string): void {
	if (!hasTerminal(world)) throw wrongUse(`retro ${name} shows a screen, and there is no terminal here`, twin);
}

/** Shows a screen until it is left. Resolves to the exit status; rejects where the team's settings cannot be read. */
export async function showScreen(context: Context<object>, route: Route): Promise<number> {
	const [store, settled] = await Promise.all([context.store(), context.configuration()]);
	const load = async () => (await import('./linter.ts')).linterOf(context);
	// A mistake in the settings is told before the screen takes the terminal; without any, the linter can wait.
	const linter = settled.lint === undefined ? undefined : await load();
	return context.startScreen({
		store,
		route,
		env: context.env,
		settled: {zones: settled.zones ?? {}, mentions: settled.mentions, template: settled.template, file: settled.file},
		linter: async () => linter ?? load(),
		async allowWords(words) {
			const {allowWords} = await import('../store/settings/allowed-words.ts');
			// Read anew: somebody may have settled something since.
			const file = await allowWords(words, {configuration: await context.configuration(), directory: store.directory});
			return {linter: await load(), file};
		},
		async settleZone(settlement) {
			const {settleZone} = await import('../store/settings/settled-zones.ts');
			return settleZone(settlement, {configuration: await context.configuration(), directory: store.directory});
		},
	});
}
