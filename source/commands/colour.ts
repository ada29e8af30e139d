/** Whether a stream is written to in colour, decided here for all commands. */

/**
 * What was said on the command line counts first, then FORCE_COLOR, NO_COLOR, TERM=dumb, and at last
 * whether the stream is a terminal. An empty NO_COLOR says nothing (no-color.org).
 */
export function wantsColour(flag: boolean | undefined, env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
	if (flag !== undefined) return flag;
	const forced = env.FORCE_COLOR;
	if (forced !== undefined) return forced !== '0' && forced !== 'false';
	if ((env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb') return false;
	return isTerminal;
}

/** What a piece of text means. Only the sixteen colours of the terminal's own theme are used. */
export type Tone = 'title' | 'good' | 'warning' | 'error' | 'quiet' | 'command';

/** SGR parameters: on and off. */
const codes: Readonly<Record<Tone, readonly [on: number, off: number]>> = {
	title: [1, 22],
	good: [32, 39],
	warning: [33, 39],
	error: [31, 39],
	quiet: [2, 22],
	command: [36, 39],
};

export type Paint = (tone: Tone, text: string) => string;

/** Colours a text by its meaning, or leaves it as it is. */
export function painter(enabled: boolean): Paint {
	if (!enabled) return (_tone, text) => text;
	return (tone, text) => `\u001B[${codes[tone][0]}m${text}\u001B[${codes[tone][1]}m`;
}

/** The environment for the screens, which look at FORCE_COLOR and NO_COLOR only, with the flag's decision in it. */
export function withColourFlag(env: NodeJS.ProcessEnv, flag: boolean | undefined): NodeJS.ProcessEnv {
	if (flag === undefined) return env;
	const {FORCE_COLOR: _force, NO_COLOR: _no, ...others} = env;
	return flag ? {...others, FORCE_COLOR: '1'} : {...others, NO_COLOR: '1', FORCE_COLOR: '0'};
}
