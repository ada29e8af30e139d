/**
 * A program that writes to a retro, for the tests with several processes:
 * `writer DIRECTORY ID NAME COUNT update|open [LENGTH]` adds so many entries, each with a text of so
 * many letters, and prints the id of each entry on a line when it is known to be on disk.
 */
import {writeSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {append} from '../../source/retro/edit.ts';
import type {TimelineEntry} from '../../source/retro/record.ts';
import {openStore} from '../../source/store/store.ts';
import {instantOf} from '../../source/time/instant.ts';

const [directory = '', id = '', name = '', count = '', way = '', length = '10'] = process.argv.slice(2);
const now = () => instantOf(Date.now());
const store = openStore(directory, 'flag', {now, randomId: () => `${process.pid}`, temporaryDirectory: tmpdir()});
const entries = Array.from({length: Number(count)}, (_, index) => entry(`${name}-${index}`));

// A file that grows over a limit shall fail like a full disk, and not end the program.
process.on('SIGXFSZ', () => undefined);

if (way === 'update') {
	for (const item of entries) {
		await store.update(id, (retro) => append(retro, 'timeline', item));
		tell(item.id);
	}
} else {
	const open = await store.open(id);
	for (const item of entries) {
		open.commit(append(open.retro, 'timeline', item));
		await open.flush();
		if (open.state.kind === 'failed') throw open.state.problem;
		tell(item.id);
	}
	await open.close();
}

function entry(entryId: string): TimelineEntry {
	return {id: entryId, at: now(), text: 'x'.repeat(Number(length))};
}

function tell(line: string): void {
	writeSync(1, `${line}\n`);
}
