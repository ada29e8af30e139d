/**
 * `npm run faults [-- --short] [-- --only WORD]`: real processes, real kills, real full disks, real git, and what is
 * lost by them, for our store and for lowdb's own file adapter. Ends with 1 when ours loses anything.
 */
import {parseArgs} from 'node:util';
import {tableOf} from '../measure/tables.ts';
import {type Contender, lowdb, retro} from './contender.ts';
import {brokenFiles} from './faults/broken-files.ts';
import {fullDisk} from './faults/full-disk.ts';
import {gitMerges} from './faults/git-merges.ts';
import {kill} from './faults/kill.ts';
import {signals} from './faults/signals.ts';
import {underneath} from './faults/underneath.ts';
import {clockSetBack, fourBriefly, fourWriters} from './faults/writers.ts';
import {type Fault, isHarmed, type Outcome} from './outcome.ts';

const faults: readonly Fault[] = [
	kill,
	fourWriters,
	fourBriefly,
	fullDisk,
	underneath,
	brokenFiles,
	gitMerges,
	clockSetBack,
	signals,
];

const {values} = parseArgs({options: {short: {type: 'boolean'}, only: {type: 'string'}, ours: {type: 'boolean'}}});
const length = values.short ? 'short' : 'full';
const chosen = faults.filter(({name, tries}) => tries[length] > 0 && name.includes(values.only ?? ''));
const rows: string[][] = [['fault', 'store', 'tries', 'lost', 'unreadable', 'left over', 'errors', 'seconds']];
let isAnyHarmed = false;

for (const fault of chosen) {
	const isAlone = values.short === true || values.ours === true || !fault.alsoLowdb;
	for (const contender of isAlone ? [retro] : [retro, lowdb]) {
		const start = performance.now();
		const outcome = await fault.run(contender, fault.tries[length]);
		const seconds = (performance.now() - start) / 1000;
		rows.push(rowOf(fault, contender, outcome, seconds));
		process.stderr.write(`${rows.at(-1)?.join('  ')}\n`);
		if (contender === retro && isHarmed(outcome)) isAnyHarmed = true;
	}
}
process.stdout.write(`${tableOf(rows)}\n`);
process.exitCode = isAnyHarmed ? 1 : 0;

function rowOf({name}: Fault, contender: Contender, outcome: Outcome, seconds: number): string[] {
	const {tries, lost, unreadable, leftOver, errors} = outcome;
	const counts = [tries, lost, unreadable, leftOver, errors].map(String);
	return [name, contender.name === 'retro' ? 'ours' : 'lowdb', ...counts, seconds.toFixed(1)];
}
