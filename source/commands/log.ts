/** `retro log [RETRO] ENTRY`: adds to the timeline from any shell, while the incident runs. */
import {Problem, wrongUse} from '../problem.ts';
import {apply, batch} from '../retro/edit.ts';
import type {Retro, TimelineEntry} from '../retro/record.ts';
import {latest} from '../store/reference.ts';
import type {Store} from '../store/store.ts';
import {printMoment} from '../time/format.ts';
import {defineCommand} from './command.ts';
import {tellOfMarkers} from './conflict-markers.ts';
import {type Context, printJson, tell} from './context.ts';
import {peekAtInput} from './import/foreign-input.ts';
import {readLines} from './input.ts';
import {type LoggedLine, readLogLine} from './log-line.ts';
import {quoted} from './quote.ts';
import {warnOfFindings, warnOfLanding} from './warn.ts';

export const command = defineCommand({
	name: 'log',
	arguments: [{name: 'RETRO', optional: true, completes: 'retro'}, {name: 'ENTRY'}],
	flags: {},
	json: true,
	about:
		'Adds an entry to the timeline from any shell, while the incident runs. Without a RETRO, to the one last worked on.',
	examples: [
		['retro log "1005 on-call acked"', '10:05 UTC'],
		['retro log "cache node drained"', 'no time: now'],
		['retro log "1010 rolled back https://ci.example.com/5"', 'a link or a command at the end is evidence'],
		['retro log "2:51am PST error budget page closes"', 'stored in UTC, and said so'],
		['retro log "queue drained. TODO: alert on its age @infra"', 'and an action item'],
		['retro log 2026-11-20 "+5 latency back to normal"', '5 minutes after the entry before'],
		['grep -h deploy *.log | retro log latest -', 'a line is an entry'],
		['kubectl get events -o json | retro log -', 'an export, as with retro import'],
	],
	notes: [
		[
			'Times',
			' 1005, 10:05, 3:05pm, 2026-11-20 10:05 PDT, now,\n or the link to a chat message\n =, +5, +1h30m   at, or so long after, the entry before\n -5m             so long before now',
		],
		['JSON', '{schemaVersion, retro, entries: [{id, at, text}]}'],
	],
	async run(context) {
		const [reference, entry] = await split(context);
		const store = await context.store();
		const id = await store.find(reference);
		const {zones} = await context.configuration();
		const log: Log = {store, id, zones, context, entries: [], refused: 0, count: 0};
		if (entry === '-') {
			const {stdin, isForeign} = await peekAtInput(context.stdin);
			if (isForeign) {
				const {importRows} = await import('./import/import-rows.ts');
				return importRows('-', {into: id}, {...context, stdin});
			}
			for await (const lines of readLines({stdin})) await addLines(log, lines, true);
		} else await addLines(log, [entry], false);
		if (entry === '-' && log.count === 0) throw new Problem('Standard input is empty', 'Nothing was changed.');
		if (context.flags.json === true) {
			const entries = log.entries.map(({id: entryId, at, text}) => ({id: entryId, at, text}));
			printJson(context, {schemaVersion: 1, retro: id, entries});
		}
		return log.refused > 0 ? 1 : 0;
	},
});

/** What was added so far, and what was left out. */
type Log = {
	readonly store: Store;
	readonly id: string;
	readonly zones: Readonly<Record<string, string>> | undefined;
	readonly context: Context<object>;
	readonly entries: TimelineEntry[];
	refused: number;
	/** Lines read so far, to number them. */
	count: number;
};

/** A single argument is the entry; what looks like the id of a retro is one without its entry. */
async function split(context: Context<object>): Promise<readonly [reference: string, entry: string]> {
	const [first = '', second] = context.arguments;
	if (second !== undefined) return [first, second];
	const isReference = first === latest || /^\d{4}-\d\d-\d\d-[\w-]+$/.test(first);
	if (isReference) throw wrongUse('retro log needs an ENTRY', `For example: retro log ${first} "1005 on-call acked"`);
	return [latest, first];
}

/** Adds the lines that can be read, and tells of each one that cannot. A line on its own throws instead. */
async function addLines(log: Log, lines: readonly string[], several: boolean): Promise<void> {
	const {store, id, context} = log;
	let read: readonly LoggedLine[] = [];
	const ids = lines.map(() => context.randomId());
	await tellOfMarkers(log.context, store, id);
	const retro = await store.update(id, (before) => {
		read = readAll(before, lines, ids, log);
		return batch(read.map((line) => (line.kind === 'entry' ? line.edit : undefined)));
	});
	const added: TimelineEntry[] = [];
	for (const [index, line] of read.entries()) {
		log.count += 1;
		switch (line.kind) {
			case 'blank':
				if (!several) throw wrongUse('The entry is empty', 'Say what happened: retro log "1005 on-call acked"');
				break;
			case 'entry':
				added.push(line.entry);
				tell(context, `${line.said === '' ? `= ${printMoment(line.entry.at)}` : line.said}: ${line.entry.text}`);
				if (line.beside !== '') tell(context, line.beside);
				break;
			case 'refused':
				if (!several) throw line.problem;
				log.refused += 1;
				tell(context, `Line ${log.count} is left out: ${line.problem.message}`, `  ${quoted(lines[index] ?? '')}`);
		}
	}
	log.entries.push(...added);
	await warnOfLanding(context, retro, added);
	await warnOfFindings(context, retro, (path) => added.some((entry) => path === `timeline:${entry.id}.text`));
}

/** Each line is read with the lines before it in place, since `+5` counts from the entry before. */
function readAll(retro: Retro, lines: readonly string[], ids: readonly string[], log: Log): LoggedLine[] {
	const read: LoggedLine[] = [];
	let grown = retro;
	for (const [index, text] of lines.entries()) {
		const line = readLogLine(text, ids[index] ?? '', grown, log.context.now(), log.zones);
		if (line.kind === 'entry') grown = apply(grown, line.edit);
		read.push(line);
	}
	return read;
}
