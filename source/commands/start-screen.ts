/** The one door from the command line to the screens: loads them, and with them React, Ink and yoga. */
import type {Instant} from '../time/instant.ts';
import {startApp} from '../ui/start.ts';
import type {ScreenRequest} from './context.ts';

/** Shows a screen in the process's terminal until it is left. Resolves to the exit status. */
export async function startScreen(
	{env, ...request}: ScreenRequest,
	clock: {now: () => Instant; randomId: () => string},
): Promise<number> {
	// Ink looks at the process's own environment.
	for (const name of ['NO_COLOR', 'FORCE_COLOR']) {
		if (env[name] === undefined) delete process.env[name];
		else process.env[name] = env[name];
	}
	const {stdin, stdout, stderr} = process;
	return startApp({...request, ...clock, env: process.env, cwd: process.cwd(), stdin, stdout, stderr});
}
