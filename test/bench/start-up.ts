/** How long commands take to start, against an empty Node in the same kind of terminal. */
import type {Terminal} from '../end-to-end/terminal.ts';
import type {App} from './app.ts';
import {retroOf} from './material.ts';
import {interleave, type Measurement, median} from './measure.ts';

/** A text that every step's screen shows. */
const firstFrame = 'Details';

export async function measureStartUp(app: App, rounds: number): Promise<Measurement[]> {
	// The first start makes the code cache; it is written when the app ends by itself.
	for (let warmUp = 0; warmUp < 2; warmUp++) {
		await untilEnd(() => app.start('list'));
		const terminal = app.start('new');
		await terminal.waitFor(firstFrame);
		await terminal.waitForQuiet();
		await terminal.press('ctrl+c');
		await terminal.exit;
	}
	app.put(retroOf('2026-11-20-large', 500, 3500));
	const [empty = [], version = [], list = [], blank = [], large = []] = await interleave(rounds, [
		() => untilEnd(() => app.node('-e', '0')),
		() => untilEnd(() => app.start('--version')),
		() => untilEnd(() => app.start('list')),
		() => untilFirstFrame(() => app.start('new')),
		() => untilFirstFrame(() => app.start('open', '2026-11-20-large', '--step', 'timeline')),
	]);
	const baseline = {name: 'empty node', value: median(empty)};
	return [
		{name: 'retro new, start to first frame', value: median(blank), unit: 'ms', baseline, target: 4},
		{name: 'retro open, 500 entries, to first frame', value: median(large), unit: 'ms', baseline},
		{name: 'retro --version', value: median(version), unit: 'ms', baseline, target: 1.5},
		{name: 'retro list', value: median(list), unit: 'ms', baseline, target: 2.2},
	];
}

/** In ms, from the start of a command to its end. Throws where it fails. */
export async function untilEnd(start: () => Terminal): Promise<number> {
	const startedAt = performance.now();
	const terminal = start();
	const {status} = await terminal.exit;
	const took = performance.now() - startedAt;
	if (status !== 0) {
		throw new Error(`A command to measure ended with status ${status}:\n${terminal.written()}`);
	}
	return took;
}

async function untilFirstFrame(start: () => Terminal): Promise<number> {
	const startedAt = performance.now();
	const terminal = start();
	const arrivedAt = await terminal.waitFor(firstFrame);
	terminal.kill();
	await terminal.exit;
	return arrivedAt - startedAt;
}
