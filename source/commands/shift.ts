/** `retro shift RETRO BY`: moves entries of the timeline, as of a machine whose clock ran wrong. */
import {Problem, wrongUse} from '../problem.ts';
import type {Retro} from '../retro/record.ts';
import {readShift, type ShiftReading} from '../retro/shift.ts';
import type {TimeContext} from '../time/context.ts';
import {formatMinute, printMoment} from '../time/format.ts';
import type {Instant} from '../time/instant.ts';
import {readMoment} from '../time/moment.ts';
import {defineCommand} from './command.ts';
import {printJson, tell} from './context.ts';
import {quoted, shortened} from './quote.ts';
import {timeContextOf} from './time-context.ts';
import {timeProblem} from './time-problem.ts';

export const command = defineCommand({
	name: 'shift',
	arguments: [{name: 'RETRO', completes: 'retro'}, {name: 'BY'}],
	flags: {
		from: {type: 'string', value: 'TIME', summary: 'only entries of this time and later'},
		to: {type: 'string', value: 'TIME', summary: 'only entries of this time and earlier'},
		entries: {type: 'string', value: 'ID,ID', summary: 'only these; "retro show --json" tells the ids'},
		dryRun: {type: 'boolean', summary: 'say what would move, and move nothing'},
	},
	json: true,
	about:
		'Moves the times of timeline entries by a length: those of a machine whose clock ran wrong. Without a choice, all of them. What was typed as their time is kept, and how far they were moved.',
	examples: [
		['retro shift latest -3m --from 10:05 --to 10:40', 'of a clock that was 3 minutes fast'],
		['retro shift latest +1h --dry-run', 'what would move'],
		['retro shift latest -90s --entries k3x9,p2m4', ''],
	],
	notes: [
		['Lengths', '-3m, +1h30m, 90s, 2d; bare numbers are minutes, and without a sign it goes forwards'],
		['JSON', '{schemaVersion, retro, by, entries: [{id, from, to, text}]}, by in seconds'],
	],
	async run(context) {
		const [reference = '', typed = ''] = context.arguments;
		const {flags} = context;
		const store = await context.store();
		const id = await store.find(reference);
		const {zones} = await context.configuration();
		let shift: Extract<ShiftReading, {kind: 'shift'}> | undefined;
		const read = (retro: Retro): Extract<ShiftReading, {kind: 'shift'}> => {
			const ids = meant(retro, flags, timeContextOf(retro, context.now(), zones));
			const reading = readShift(retro, ids, typed);
			if (reading.kind === 'refused') throw wrongUse(`${quoted(typed)} cannot be shifted by`, `${reading.message}.`);
			if (reading.moves.length === 0) throw new Problem('No entry lies there', 'Nothing was changed.');
			return reading;
		};
		if (flags.dryRun === true) shift = read(await store.load(id));
		else {
			await store.update(id, (before) => {
				shift = read(before);
				return shift.edit;
			});
		}
		const {by = 0, moves = []} = shift ?? {};
		if (flags.json === true) {
			const entries = moves.map(({entry, to}) => ({id: entry.id, from: entry.at, to, text: entry.text}));
			printJson(context, {schemaVersion: 1, retro: id, by: by / 1000, entries});
			return 0;
		}
		const does = flags.dryRun === true ? 'would become' : 'becomes';
		const lines = moves.map(
			({entry, to}) => `${formatMinute(entry.at)} ${does} ${printMoment(to)}: ${shortened(entry.text)}`,
		);
		tell(context, ...lines);
		return 0;
	},
});

type Choice = {
	readonly from?: string | undefined;
	readonly to?: string | undefined;
	readonly entries?: string | undefined;
};

/** The ids of the entries that are chosen. Throws a `Problem` for a time or an id that cannot be meant. */
function meant(retro: Retro, {from, to, entries}: Choice, times: TimeContext): Set<string> {
	const first = from === undefined ? undefined : readTime(from, times);
	const last = to === undefined ? undefined : readTime(to, times);
	const named = entries?.split(',').map((id) => id.trim());
	const unknown = named?.find((id) => !retro.timeline.some((entry) => entry.id === id));
	if (unknown !== undefined) {
		throw wrongUse(`There is no entry ${quoted(unknown)}`, `"retro show ${retro.id} --json" tells the ids.`);
	}
	const chosen = retro.timeline.filter(
		({id, at}) =>
			(first === undefined || at >= first) &&
			(last === undefined || at <= last) &&
			(named === undefined || named.includes(id)),
	);
	return new Set(chosen.map(({id}) => id));
}

function readTime(typed: string, times: TimeContext): Instant {
	const reading = readMoment(typed, times);
	if (reading.kind === 'refused') throw timeProblem(reading);
	if (reading.kind === 'empty') throw wrongUse('The time to choose by is empty', 'Write it as in 2026-11-20 10:05.');
	return reading.at;
}
