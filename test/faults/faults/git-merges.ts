/** Random edits on two branches, merged or rebased by git with the driver that `retro init` registers. */
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {randomMerge, teamRepository} from '../../store/git/git-merging.ts';
import {count, type Fault, noHarm} from '../outcome.ts';

export const gitMerges: Fault = {
	name: 'git merge and rebase of random edits',
	tries: {short: 3, full: 200},
	alsoLowdb: false,
	async run(_contender, tries) {
		const outcome = noHarm();
		const home = await mkdtemp(join(tmpdir(), 'retro-faults-'));
		try {
			const repository = await teamRepository(join(home, 'team'), {hasDriver: true});
			const first = Math.floor(Math.random() * 1_000_000);
			for (let seed = first; seed < first + tries; seed++) {
				const {status, isReadable, lost} = await randomMerge(repository, seed);
				// Markers are nothing lost, but they are what the driver is there to spare people.
				const isMarked = status !== 0;
				if (lost.length > 0 || isMarked || !isReadable) {
					process.stderr.write(`seed ${seed}: git ${status}, lost ${JSON.stringify(lost)}\n`);
				}
				count(outcome, {lost: lost.length, unreadable: isReadable ? 0 : 1, errors: isMarked ? 1 : 0});
			}
			return outcome;
		} finally {
			await rm(home, {recursive: true, force: true, maxRetries: 5});
		}
	},
};
