/** Four programs at once on one retro, two scripts and two apps. */
import {inNewStore, startWriter} from '../contender.ts';
import {count, type Fault, lookedAt, noHarm} from '../outcome.ts';

function writersAt(name: string, entries: number, tries: Fault['tries'], clock: readonly string[]): Fault {
	return {
		name,
		tries,
		alsoLowdb: true,
		async run(contender, times) {
			const outcome = noHarm();
			for (let round = 0; round < times; round++) {
				await inNewStore(async (directory) => {
					const ways = ['script', 'open', 'script', 'open'];
					const writers = ways.map((way, index) =>
						startWriter(contender, directory, `w${index}`, entries, way, 10, ...clock),
					);
					const acknowledged = (await Promise.all(writers.map((writer) => writer.acknowledged))).flat();
					const complaints = await Promise.all(writers.map((writer) => writer.complaint));
					count(outcome, {
						...(await lookedAt(contender, directory, acknowledged)),
						errors: complaints.filter((complaint) => complaint !== '').length,
					});
				});
			}
			return outcome;
		},
	};
}

export const fourWriters = writersAt('4 writers × 300 entries', 300, {short: 0, full: 5}, []);

/** The same, as long as is enough to be in each other's way. */
export const fourBriefly = writersAt('4 writers × 60 entries', 60, {short: 1, full: 0}, []);

/** Every look at the clock is a second before the one before, and all four begin in the same second. */
export const clockSetBack = writersAt('clock set back, 4 writers × 10', 10, {short: 2, full: 50}, ['clock-goes-back']);
