import {afterEach, expect, test} from 'vitest';
import {keySequence} from './keys.ts';
import {startTerminal, type Terminal, type TerminalOptions} from './terminal.ts';

const open: Terminal[] = [];

function shell(script: string, options?: TerminalOptions): Terminal {
	const terminal = startTerminal('sh', ['-c', script], options);
	open.push(terminal);
	return terminal;
}

afterEach(async () => {
	for (const terminal of open.splice(0)) {
		terminal.kill();
		await terminal.exit;
	}
});

test('what a program writes is on screen, and its exit status comes back', async () => {
	const terminal = shell('echo one; echo two; exit 3');
	await terminal.waitFor('one\ntwo');
	expect(await terminal.exit).toEqual({status: 3, signal: 0});
	expect(terminal.screen().slice(0, 3)).toEqual(['one', 'two', '']);
});

test('a program has a terminal of the size that was asked for, and is told of a new one', async () => {
	const terminal = shell('stty size; trap "stty size; exit" WINCH; echo ready; while :; do sleep 0.05; done', {
		cols: 120,
		rows: 40,
	});
	await terminal.waitFor('40 120\nready');
	terminal.resize(40, 10);
	await terminal.waitFor('10 40');
	await terminal.exit;
});

test('typed keys, named keys and pastes arrive as a terminal sends them', async () => {
	const terminal = shell('stty raw -echo; echo ready; exec od -An -c -N 26 -w26');
	await terminal.waitFor('ready');
	await terminal.type('né');
	await terminal.press('up', 'ctrl+r', 'alt+enter', 'ctrl+left');
	await terminal.paste('x');
	await terminal.exit;
	expect(terminal.written()).toContain(
		'n 303 251 033   [   A 022 033  \\r 033   [   1   ;   5   D 033   [   2   0   0   ~   x',
	);
});

test('a line that is too long for its row is noticed', async () => {
	const terminal = shell('echo short; printf "%012d" 0; sleep 5', {cols: 10});
	await terminal.waitFor('00\n');
	expect(terminal.overflowingRows()).toEqual([2]);
});

test('an emoji takes two columns, as in the terminals of today', async () => {
	const terminal = shell("printf '🐢e\\314\\201漢|'; sleep 5");
	await terminal.waitFor('🐢e\u0301漢|');
	expect(terminal.cursor()).toEqual({column: 6, row: 0});
});

test('waiting in vain says what was awaited and shows the screen', async () => {
	const terminal = shell('echo something else; sleep 5');
	await terminal.waitFor('something');
	await expect(terminal.waitFor('the Details', 50)).rejects.toThrow(/the Details[\s\S]*│something else/);
});

test('waiting for a program that has ended fails at once', async () => {
	await expect(shell('echo over; exit 4').waitFor('more')).rejects.toThrow(/status 4[\s\S]*│over/);
});

test('the cursor, the alternate screen and the bytes written are seen', async () => {
	const terminal = shell("printf '\\033[?1049h\\033[3;5H'; sleep 5");
	await terminal.waitForQuiet();
	expect(terminal.cursor()).toEqual({column: 4, row: 2});
	expect(terminal.screenKind()).toBe('alternate');
	expect(terminal.bytesWritten()).toBe(14);
});

test('a program can be killed, and which signal ended it is known', async () => {
	const terminal = shell('echo up; exec sleep 5');
	await terminal.waitFor('up');
	terminal.kill('SIGTERM');
	expect((await terminal.exit).signal).toBe(15);
});

test('the environment of the tests is not passed on, but for what is given', async () => {
	const terminal = shell('echo "[$VITEST$NODE_OPTIONS$CI] $RETRO_STORE"', {env: {RETRO_STORE: '/somewhere'}});
	await terminal.waitFor('[] /somewhere');
});

test('a key that nobody knows is an error and not a silence', () => {
	expect(() => keySequence('hyper+q')).toThrow('hyper+q');
	expect(keySequence('alt+up')).toBe('\u001B[1;3A');
	expect(keySequence('alt+1')).toBe('\u001B1');
});
