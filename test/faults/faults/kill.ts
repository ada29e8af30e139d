/** kill -9 at a random moment while a program writes. */
import {once} from 'node:events';
import {setTimeout as pause} from 'node:timers/promises';
import {inNewStore, startWriter} from '../contender.ts';
import {count, type Fault, lookedAt, noHarm} from '../outcome.ts';

/** Tries at a time: a killed process costs mostly its start. */
const atATime = 4;

export const kill: Fault = {
	name: 'kill -9 while writing',
	tries: {short: 12, full: 500},
	alsoLowdb: true,
	async run(contender, tries) {
		const outcome = noHarm();
		let started = 0;
		const one = async (): Promise<void> => {
			while (started < tries) {
				const way = started++ % 2 === 0 ? 'script' : 'open';
				await inNewStore(async (directory) => {
					const writer = startWriter(contender, directory, 'w', 100_000, way, 2000);
					await once(writer.child.stdout ?? writer.child, 'data');
					await pause(Math.random() * 120);
					writer.child.kill('SIGKILL');
					count(outcome, await lookedAt(contender, directory, await writer.acknowledged));
				});
			}
		};
		await Promise.all(Array.from({length: Math.min(atATime, tries)}, one));
		return outcome;
	},
};
