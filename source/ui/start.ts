/** Starts the screens: the one door from the command line into the ui. */
import type {StartOptions} from './start-options.ts';
import {hasStyles} from './theme.ts';

export type {StartOptions} from './start-options.ts';

/**
 * Runs the app until the person leaves. Resolves with the exit status: 0 when they left, 1 after an
 * unexpected error, 128 and the signal's number after a signal.
 */
export async function startApp(options: StartOptions): Promise<number> {
	// Ink's colours are decided when it is loaded, and it knows FORCE_COLOR but not NO_COLOR.
	if (!hasStyles(options.env)) options.env.FORCE_COLOR = '0';
	const {runApp} = await import('./run.tsx');
	return runApp(options);
}
