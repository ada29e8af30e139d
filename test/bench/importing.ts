/**
 * How long a chat export of many messages takes to be imported. Reading its rows is measured against `JSON.parse` of the
 * same bytes in the same process; the whole command, which writes the record as well, against an empty Node that does no
 * more than parse them.
 */
import {execFileSync} from 'node:child_process';
import {appendFileSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {openInput} from '../../source/commands/import/input-bytes.ts';
import {readInput} from '../../source/commands/import/read-input.ts';
import type {Instant} from '../../source/time/instant.ts';
import type {App} from './app.ts';
import {proseOf, retroOf} from './material.ts';
import {interleave, type Measurement, median} from './measure.ts';

const messages = 20_000;
const retroId = '2026-11-20-import';

export async function measureImport(app: App, root: string, rounds: number): Promise<Measurement[]> {
	const directory = app.directory('export');
	const file = join(directory, 'incident.json');
	writeFileSync(file, exportOf(messages));
	const memoryFile = join(directory, 'memory');
	const measuring = join(directory, 'memory.cjs');
	// In kilobytes, by getrusage.
	writeFileSync(
		measuring,
		`process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(memoryFile)}, String(process.resourceUsage().maxRSS)));`,
	);
	const node = (...args: string[]): number => {
		const startedAt = performance.now();
		execFileSync(process.execPath, args, {env: app.env, stdio: 'ignore'});
		return performance.now() - startedAt;
	};
	const importing = (): number => {
		app.put(retroOf(retroId, 0, 0));
		const took = node('-r', measuring, join(root, 'dist', 'retro.js'), 'import', file, '--into', retroId, '--yes');
		app.remove(retroId);
		return took;
	};
	const [imported = [], parsed = []] = await interleave(rounds, [
		importing,
		() => node('-e', 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"))', file),
	]);
	const took = median(imported);
	const memory = (): number => Number(readFileSync(memoryFile, 'utf8')) / 1024;
	const memoryOfImport = memory();
	const long = join(directory, 'long.json');
	writeLong(long);
	app.put(retroOf(retroId, 0, 0));
	const hour = ['--since', '2026-11-21 10:00', '--until', '2026-11-21 11:00'];
	node('-r', measuring, join(root, 'dist', 'retro.js'), 'import', long, '--into', retroId, ...hour, '--yes');
	app.remove(retroId);
	return [
		await measureReading(file, rounds),
		{
			name: `import of ${messages} chat messages, as a command`,
			value: took,
			unit: 'ms',
			baseline: {name: 'JSON.parse in an empty node', value: median(parsed)},
		},
		{name: 'imported rows a second', value: messages / (took / 1000), unit: 'rows'},
		{name: 'peak memory of the import', value: memoryOfImport, unit: 'MB'},
		{name: `peak memory of an hour out of ${longSize} MB`, value: memory(), unit: 'MB', target: 400},
	];
}

async function measureReading(file: string, rounds: number): Promise<Measurement> {
	const context = {
		now: '2026-11-23T09:00:00Z' as Instant,
		date: undefined,
		zone: undefined,
		incidentDate: undefined,
		zones: {},
	};
	const reading = async (): Promise<number> => {
		const startedAt = performance.now();
		const input = await openInput(file, {cwd: '/', stdin: process.stdin});
		const {rows} = await readInput(input, {context, bounds: {}, from: undefined}, () => undefined);
		if (rows.length !== messages) throw new Error(`${rows.length} rows were read of ${messages} messages`);
		return performance.now() - startedAt;
	};
	const parsing = (): number => {
		const startedAt = performance.now();
		JSON.parse(readFileSync(file, 'utf8'));
		return performance.now() - startedAt;
	};
	const [read = [], parsed = []] = await interleave(2 * rounds, [reading, parsing]);
	return {
		name: `reading ${messages} chat messages`,
		value: median(read),
		unit: 'ms',
		baseline: {name: 'JSON.parse of the same file', value: median(parsed)},
		target: 3,
	};
}

/** In megabytes. */
const longSize = 200;

/** An export of that size, written in pieces. */
function writeLong(file: string): void {
	writeFileSync(file, '[');
	for (let written = 0, from = 0; written < longSize * 1024 * 1024; from += messages) {
		const piece = exportOf(messages, from).slice(1, -1);
		appendFileSync(file, from === 0 ? piece : `,${piece}`);
		written += piece.length;
	}
	appendFileSync(file, ']');
}

/** A channel of a Slack export, with people, threads and a little of everything that such files carry. */
function exportOf(count: number, from = 0): string {
	const start = Date.UTC(2026, 10, 20, 10) / 1000;
	const sentences = proseOf(2000).split(/(?<=\.)\s+/);
	return JSON.stringify(
		Array.from({length: count}, (_, place) => place + from).map((index) => ({
			client_msg_id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
			type: 'message',
			user: `U${index % 12}`,
			user_profile: {
				real_name: `Responder ${index % 12}`,
				display_name: `responder${index % 12}`,
				avatar_hash: 'a1b2c3',
			},
			text: `${sentences[index % sentences.length]} (${index})`,
			ts: `${start + index}.${String(index).padStart(6, '0')}`,
			team: 'T01234567',
			blocks: [{type: 'rich_text', block_id: `b${index}`, elements: [{type: 'rich_text_section', elements: []}]}],
			...(index % 5 === 0 && {reactions: [{name: 'eyes', users: ['U1', 'U2'], count: 2}]}),
		})),
	);
}
