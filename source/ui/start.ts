/** Starts the screens: the one door from the command line into the ui. */
import type {Linter} from '../lint/linter.ts';
import type {Retro} from '../retro/record.ts';
import type {Step} from '../retro/steps.ts';
import type {Store} from '../store/store.ts';
import type {Instant} from '../time/instant.ts';
import {hasStyles} from './theme.ts';

export type StartOptions = {
	readonly store: Store;
	readonly route:
		| {readonly kind: 'browse'}
		| {readonly kind: 'walk'; readonly id: string; readonly step?: Step}
		/** A retro that is written with its first edit. */
		| {readonly kind: 'new'; readonly retro: Retro};
	readonly env: NodeJS.ProcessEnv;
	readonly cwd: string;
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly stderr: NodeJS.WriteStream;
	now(): Instant;
	randomId(): string;
	/** The zones that the team has settled, and the linter with its own words; asked for after the first frame. */
	readonly zones: () => Promise<Readonly<Record<string, string>>>;
	readonly linter: () => Promise<Linter>;
};

/**
 * Runs the app until the person leaves. Resolves with the exit status: 0 when they left, 1 after an
 * unexpected error, 128 and the signal's number after a signal.
 */
export async function startApp(options: StartOptions): Promise<number> {
	// Ink's colours are decided when it is loaded, and it knows FORCE_COLOR but not NO_COLOR.
	if (!hasStyles(options.env)) options.env['FORCE_COLOR'] = '0';
	const {runApp} = await import('./run.tsx');
	return runApp(options);
}
