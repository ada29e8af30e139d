/** Runs a command line in the real process: its streams, its clock, its exit status. */
import {isatty} from 'node:tty';
import {errorCode} from '../store/files/failure.ts';
import {instantOf} from '../time/instant.ts';
import {painter} from './colour.ts';
import type {Surroundings} from './context.ts';
import {loadCommand} from './load.ts';
import {main} from './main.ts';
import {reportOf} from './report.ts';

/**
 * Sets the exit status when the command is done and lets the process end by itself, so that nothing
 * that was written is cut off.
 */
export async function runProcess(argv: readonly string[], version: string): Promise<void> {
	const outputFailed = watchOutput();
	process.once('uncaughtException', (error) => endWithBug(error, version));
	const status = await main(argv, surroundings(version), loadCommand);
	process.exitCode = outputFailed() ? 1 : status;
}

function surroundings(version: string): Surroundings {
	const clock = {
		now: () => instantOf(Date.now()),
		randomId,
	};
	return {
		...clock,
		stdin: standardInput,
		stdout: process.stdout,
		stderr: process.stderr,
		env: process.env,
		cwd: process.cwd(),
		version,
		startScreen: async (request) => (await import('./start-screen.ts')).startScreen(request, clock),
	};
}

/** Opens the stream only when somebody reads it: that costs, and most commands do not. */
const standardInput: Surroundings['stdin'] = {
	isTTY: isatty(0),
	[Symbol.asyncIterator]: () => process.stdin[Symbol.asyncIterator](),
};

/** Node loads its cryptography with the first call, and most commands make none. */
function randomId(): string {
	const numbers = crypto.getRandomValues(new Uint32Array(idLength));
	return Array.from(numbers, (number) => idLetters[number % idLetters.length]).join('');
}

/** Without letters that are read as one another, and without vowels, so that no word comes out. */
const idLetters = '23456789bcdfghjkmnpqrstvwxz';
const idLength = 6;

/**
 * A reader that has gone (`retro list | head -1`) ends nothing and is told to nobody. Anything else,
 * a full disk behind `>`, is a failure.
 */
function watchOutput(): () => boolean {
	let failed = false;
	process.stdout.on('error', (error) => {
		if (errorCode(error) === 'EPIPE' || failed) return;
		failed = true;
		process.exitCode = 1;
		process.stderr.write(`retro: Standard output cannot be written: ${errorCode(error) ?? 'unknown error'}\n`);
	});
	process.stderr.on('error', () => undefined);
	return () => failed;
}

function endWithBug(error: unknown, version: string): void {
	const setting = {version, command: process.argv[2] ?? 'none', debug: process.env.RETRO_DEBUG === '1'};
	process.stderr.write(reportOf(error, setting, painter(false)).text);
	process.exit(1);
}
