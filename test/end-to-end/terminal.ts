/**
 * A program in a real pseudo-terminal, with a terminal emulator to look at what it draws. The end-to-end tests and the
 * bench drive the app through it.
 */
import {type IPty, spawn} from '@lydell/node-pty';
import xterm from '@xterm/headless';
import stringWidth from 'string-width';
import {keySequence} from './keys.ts';

export type TerminalOptions = {
	/** Columns, 80 when not given. */
	readonly cols?: number;
	/** Rows, 24 when not given. */
	readonly rows?: number;
	readonly cwd?: string;
	/** Whether the terminal says that it speaks the kitty keyboard protocol when it is asked; not when not given. */
	readonly kitty?: boolean;
	/** Beside PATH, HOME, LANG and TERM, which have useful values; nothing else is passed on from this process. */
	readonly env?: Readonly<Record<string, string>>;
};

/** How the program ended: its status, or the number of the signal that ended it. */
export type Exit = {readonly status: number; readonly signal: number};

export type Terminal = {
	/** The program's process id. */
	readonly pid: number;
	/** Sends the text key by key, each when the program has answered the one before or has had 100 ms for it. */
	type(text: string): Promise<void>;
	/** Sends keys by their names (`ctrl+r`, `pagedown`; see keys.ts), spaced as in `type`. */
	press(...chords: string[]): Promise<void>;
	/** Sends the text at once between the marks of a bracketed paste. */
	paste(text: string): Promise<void>;
	/** Sends characters just as they are and waits for nothing. */
	write(characters: string): void;
	/** The rows on screen, without the spaces at their ends. */
	screen(): string[];
	/**
	 * Waits until the screen, its rows joined by line feeds, holds the text or fits the expression.
	 * @returns when the bytes that brought it about arrived, in ms on the clock of `performance.now()`
	 * @throws Error with the screen in its message when it does not within 10 s (or `withinMs`), or the program ends
	 */
	waitFor(what: string | RegExp, withinMs?: number): Promise<number>;
	/** Waits until the program has written nothing for as long as this, in ms. */
	waitForQuiet(quietMs?: number): Promise<void>;
	resize(cols: number, rows: number): void;
	/** Where the cursor stands, both from 0. */
	cursor(): {readonly column: number; readonly row: number};
	/** The numbers of the rows, from 0, on which a line goes on that was too long for the row before. */
	overflowingRows(): number[];
	/** Which of the terminal's two screens is shown; a program that has left shows the normal one. */
	screenKind(): 'normal' | 'alternate';
	/** All that the program has written, as UTF-8 text. */
	written(): string;
	/** How many bytes the program has written. */
	bytesWritten(): number;
	kill(signal?: NodeJS.Signals): void;
	/** Settles when the program has ended and its last words are on screen. */
	readonly exit: Promise<Exit>;
};

/**
 * Starts a program; `kill` it or let it end.
 *
 * @param command looked up in PATH
 */
export function startTerminal(command: string, args: readonly string[], options: TerminalOptions = {}): Terminal {
	const {cols = 80, rows = 24, cwd = process.cwd(), kitty = false, env = {}} = options;
	const emulator = new xterm.Terminal({cols, rows, allowProposedApi: true});
	emulator.unicode.register({version: 'today', wcwidth, charProperties});
	emulator.unicode.activeVersion = 'today';
	const pty: IPty = spawn(command, [...args], {
		// It decides TERM, whatever the environment says.
		name: env.TERM ?? 'xterm-256color',
		cols,
		rows,
		cwd,
		env: {...basicEnvironment(), ...env},
		encoding: null,
	});
	const chunks: Buffer[] = [];
	const listeners = new Set<(arrivedAt: number) => void>();
	let ended: Exit | undefined;

	pty.onData((data: string | Buffer) => {
		const arrivedAt = performance.now();
		const bytes = Buffer.from(data);
		chunks.push(bytes);
		emulator.write(bytes, () => notify(arrivedAt));
	});
	// The emulator answers what a program asks of a terminal: its kind, where the cursor is.
	emulator.onData((answer) => pty.write(answer));
	// The answer to `CSI ? u`: it does, and no flags are set yet.
	emulator.parser.registerCsiHandler({prefix: '?', final: 'u'}, () => {
		if (kitty) pty.write('\u001B[?0u');
		return true;
	});
	const exit = new Promise<Exit>((resolve) => {
		pty.onExit(({exitCode, signal}) => {
			emulator.write('', () => {
				ended = {status: exitCode, signal: signal ?? 0};
				notify(performance.now());
				resolve(ended);
			});
		});
	});

	function notify(arrivedAt: number): void {
		for (const listener of [...listeners]) {
			listener(arrivedAt);
		}
	}

	function screen(): string[] {
		const {active} = emulator.buffer;
		return Array.from(
			{length: emulator.rows},
			(_, row) => active.getLine(active.baseY + row)?.translateToString(true) ?? '',
		);
	}

	function waitFor(what: string | RegExp, withinMs = 10_000): Promise<number> {
		return new Promise((resolve, reject) => {
			const settle = (finish: () => void) => {
				clearTimeout(timer);
				listeners.delete(look);
				finish();
			};
			const look = (arrivedAt: number) => {
				if (holds(screen().join('\n'), what)) {
					settle(() => resolve(arrivedAt));
				} else if (ended) {
					settle(() => reject(missing(`the program ended with status ${ended?.status}`)));
				}
			};
			const missing = (why: string) => new Error(`${why} and never showed ${what}. On screen:\n${frame(screen())}`);
			const timer = setTimeout(() => settle(() => reject(missing(`${withinMs} ms went by`))), withinMs);
			listeners.add(look);
			look(performance.now());
		});
	}

	/** Sends characters and resolves with the first answer, or after 100 ms for a key that changes nothing. */
	function send(characters: string): Promise<void> {
		return new Promise((resolve) => {
			const done = () => {
				clearTimeout(timer);
				listeners.delete(done);
				resolve();
			};
			const timer = setTimeout(done, 100);
			listeners.add(done);
			pty.write(characters);
		});
	}

	function waitForQuiet(quietMs = 150): Promise<void> {
		return new Promise((resolve) => {
			const done = () => {
				listeners.delete(again);
				resolve();
			};
			let timer = setTimeout(done, quietMs);
			const again = () => {
				clearTimeout(timer);
				timer = setTimeout(done, quietMs);
			};
			listeners.add(again);
		});
	}

	async function sendEach(sequences: readonly string[]): Promise<void> {
		for (const sequence of sequences) {
			await send(sequence);
		}
	}

	return {
		pid: pty.pid,
		type: (text) => sendEach([...new Intl.Segmenter().segment(text)].map(({segment}) => segment)),
		press: (...chords) => sendEach(chords.map(keySequence)),
		paste: (text) => send(`\u001B[200~${text}\u001B[201~`),
		write: (characters) => pty.write(characters),
		screen,
		waitFor,
		waitForQuiet,
		resize(newCols, newRows) {
			emulator.resize(newCols, newRows);
			pty.resize(newCols, newRows);
		},
		cursor: () => ({column: emulator.buffer.active.cursorX, row: emulator.buffer.active.cursorY}),
		overflowingRows() {
			const {active} = emulator.buffer;
			return Array.from({length: emulator.rows}, (_, row) => row).filter(
				(row) => active.getLine(active.baseY + row)?.isWrapped,
			);
		},
		screenKind: () => emulator.buffer.active.type,
		written: () => Buffer.concat(chunks).toString('utf8'),
		bytesWritten: () => chunks.reduce((sum, {length}) => sum + length, 0),
		kill(signal = 'SIGKILL') {
			pty.kill(signal);
		},
		exit,
	};
}

/** Free of what slows a Node down or changes what a program shows: NODE_OPTIONS, NODE_ENV, CI, colour settings. */
function basicEnvironment(): Record<string, string> {
	const {PATH = '', HOME = ''} = process.env;
	return {PATH, HOME, LANG: 'C.UTF-8', TERM: 'xterm-256color'};
}

function holds(text: string, what: string | RegExp): boolean {
	return typeof what === 'string' ? text.includes(what) : what.test(text);
}

function frame(rows: readonly string[]): string {
	return rows.map((row) => `│${row}`).join('\n');
}

/** The emulator's own widths are those of Unicode 6, in which an emoji is as narrow as a letter. */
function wcwidth(codePoint: number): 0 | 1 | 2 {
	const width = stringWidth(String.fromCodePoint(codePoint));
	return width === 0 || width === 2 ? width : 1;
}

/** What the emulator keeps of a character: the width in bits 1 and 2, in bit 0 whether it joins the one before. */
function charProperties(codePoint: number, before: number): number {
	const width = wcwidth(codePoint);
	const widthBefore = (before >> 1) & 3;
	const joins = width === 0 && widthBefore > 0;
	return joins ? (widthBefore << 1) | 1 : width << 1;
}
