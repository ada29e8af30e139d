/** kill -9 at a random moment while a program writes. */
import {setTimeout as pause} from 'node:timers/promises';
import {atWork, inNewStore, startWriter} from '../contender.ts';
import {count, type Fault, lookedAt, noHarm} from '../outcome.ts';
import {sideBySide} from '../side-by-side.ts';

/** Tries at a time: a killed process costs mostly its start. */
const atATime = 4;

export const kill: Fault = {
	name: 'kill -9 while writing',
	tries: {short: 12, full: 500},
	alsoLowdb: true,
	async run(contender, tries) {
		const outcome = noHarm();
		await sideBySide(tries, atATime, (round) =>
			inNewStore(async (directory) => {
				const way = round % 2 === 0 ? 'script' : 'open';
				const writer = startWriter(contender, directory, 'w', 100_000, way, 2000);
				await atWork(writer);
				await pause(Math.random() * 120);
				writer.child.kill('SIGKILL');
				count(outcome, await lookedAt(contender, directory, await writer.acknowledged));
			}),
		);
		return outcome;
	},
};
