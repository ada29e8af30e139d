/** How a command that failed says so: what is for people, what is a bug, and with which exit status. */
import {Problem} from '../problem.ts';
import type {Paint} from './colour.ts';
import {shortened} from './quote.ts';

export type Report = {readonly text: string; readonly status: number};

/** What a bug report needs to say about the program. */
export type Setting = {readonly version: string; readonly command: string; readonly debug: boolean};

/** The lines for standard error, harmless for the terminal, and the exit status. */
export function reportOf(error: unknown, setting: Setting, paint: Paint): Report {
	if (error instanceof Problem) {
		const hint = error.hint === undefined ? '' : `${harmless(error.hint)}\n`;
		return {text: `${paint('error', 'retro:')} ${harmless(error.message)}\n${hint}`, status: error.status};
	}
	const lines = [
		`${paint('error', 'retro:')} Something went wrong inside retro: a bug, not your doing.`,
		'Your text is safe: each change is on disk as soon as it is made.',
		'Please report it with this line:',
		`  ${nameOf(error)} (retro ${setting.version}, command ${setting.command}, node ${process.version}, ${process.platform})`,
		setting.debug ? stackOf(error) : 'RETRO_DEBUG=1 in front of the same command shows where it happened.',
	];
	return {text: `${lines.join('\n')}\n`, status: 1};
}

const longestMessage = 2000;

/** Line by line: a message may have several lines, none of them with control characters. */
function harmless(text: string): string {
	return text
		.split('\n')
		.map((line) => shortened(line, longestMessage))
		.join('\n');
}

function nameOf(error: unknown): string {
	return shortened(error instanceof Error ? `${error.name}: ${error.message}` : String(error), 300);
}

function stackOf(error: unknown): string {
	return harmless(error instanceof Error ? (error.stack ?? '') : '');
}
