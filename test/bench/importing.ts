/** How long a chat export of many messages takes to be imported, against reading its JSON and no more. */
import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
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
	return [
		{
			name: `import of ${messages} chat messages`,
			value: took,
			unit: 'ms',
			baseline: {name: 'JSON.parse in an empty node', value: median(parsed)},
			target: 3,
		},
		{name: 'imported rows a second', value: messages / (took / 1000), unit: 'rows'},
		{name: 'peak memory of the import', value: Number(readFileSync(memoryFile, 'utf8')) / 1024, unit: 'MB'},
	];
}

/** A channel of a Slack export, with people, threads and a little of everything that such files carry. */
function exportOf(count: number): string {
	const start = Date.UTC(2026, 10, 20, 10) / 1000;
	const sentences = proseOf(2000).split(/(?<=\.)\s+/);
	return JSON.stringify(
		Array.from({length: count}, (_, index) => ({
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
