/**
 * From a key to what it changes on screen, in the app and in a @clack prompt: how long, how many bytes are written to
 * the terminal, and how much memory the app has taken by then.
 */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import type {Terminal} from '../end-to-end/terminal.ts';
import type {App} from './app.ts';
import {retroOf} from './material.ts';
import {type Measurement, median, quantile} from './measure.ts';

/** A line of text that is being typed in, and what was measured on it. */
type Line = {
	readonly name: string;
	readonly terminal: Terminal;
	readonly keyTimes: number[];
	readonly keyBytes: number[];
};

/** What stands before the measured letters, so that they are found on screen. */
const marker = 'Zebra';
const letters = 'abcdefghijklmnop';

export async function measureKeys(app: App, root: string, rounds: number): Promise<Measurement[]> {
	const prompt = await lineIn('@clack prompt', app.node(join(root, 'test', 'bench', 'clack-prompt.mjs')), 'Summary');
	const lines = [prompt];
	for (const step of ['timeline', 'summary']) {
		for (const size of ['empty', 'full']) {
			const id = `2026-11-20-${size}-${step}`;
			app.put(size === 'empty' ? retroOf(id, 0, 0) : retroOf(id, 5000, 3500));
			const terminal = app.start('open', id, '--step', step);
			lines.push(await lineIn(`${step}, ${size} retro`, terminal, 'Details'));
		}
	}
	for (let round = 0; round < rounds; round++) {
		for (const line of lines) {
			await typeLetters(line);
		}
	}
	const memory = lines.slice(1).map(({terminal}) => peakMemory(terminal.pid));
	for (const {terminal} of lines) {
		terminal.kill();
		await terminal.exit;
	}
	return [
		...lines.slice(1).flatMap((line) => rowsOf(line, prompt, lines)),
		{name: 'bytes a key, @clack prompt', value: median(prompt.keyBytes), unit: 'bytes'},
		{name: 'peak memory, the largest of them', value: Math.max(...memory), unit: 'MB', target: 110},
	];
}

/** Waits for the program's first frame and types the marker into its text field. */
async function lineIn(name: string, terminal: Terminal, shown: string): Promise<Line> {
	await terminal.waitFor(shown);
	await terminal.waitForQuiet();
	await terminal.type(marker);
	await terminal.waitFor(marker);
	return {name, terminal, keyTimes: [], keyBytes: []};
}

/** Types a few letters as a quick typist does, each timed, and takes them away again. */
async function typeLetters({terminal, keyTimes, keyBytes}: Line): Promise<void> {
	await terminal.waitForQuiet();
	const bytesBefore = terminal.bytesWritten();
	for (const [index, letter] of [...letters].entries()) {
		const sentAt = performance.now();
		terminal.write(letter);
		keyTimes.push((await terminal.waitFor(marker + letters.slice(0, index + 1))) - sentAt);
		await pause(40);
	}
	await terminal.waitForQuiet();
	keyBytes.push((terminal.bytesWritten() - bytesBefore) / letters.length);
	for (const _ of letters) {
		await terminal.press('backspace');
	}
}

function rowsOf(line: Line, prompt: Line, lines: readonly Line[]): Measurement[] {
	const {name, keyTimes, keyBytes} = line;
	const empty = lines.find((other) => other.name === name.replace('full', 'empty'));
	const versusEmpty =
		empty && empty !== line
			? [
					{
						name: `key to screen, ${name}: median`,
						baseline: {name: 'empty retro', value: median(empty.keyTimes)},
						target: 1.2,
					},
				]
			: [{name: `key to screen, ${name}: median`, baseline: {name: prompt.name, value: median(prompt.keyTimes)}}];
	return [
		...versusEmpty.map((row) => ({...row, value: median(keyTimes), unit: 'ms' as const})),
		{
			name: `key to screen, ${name}: 95th percentile`,
			value: quantile(keyTimes, 0.95),
			unit: 'ms',
			baseline: {name: prompt.name, value: quantile(prompt.keyTimes, 0.95)},
			target: 3,
		},
		{name: `bytes a key, ${name}`, value: median(keyBytes), unit: 'bytes', target: 300},
	];
}

/** In MB; Linux tells the most that a process has held at once. NaN elsewhere. */
function peakMemory(pid: number): number {
	try {
		const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
		return Number(kilobytes) / 1024;
	} catch {
		return Number.NaN;
	}
}
