/** Writes to a retro through the store as the app and its commands do; see orders.ts. */
import {randomUUID} from 'node:crypto';
import {tmpdir} from 'node:os';
import {setTimeout as pause} from 'node:timers/promises';
import {append} from '../../../source/retro/edit.ts';
import type {TimelineEntry} from '../../../source/retro/record.ts';
import {openStore} from '../../../source/store/store.ts';
import {instantOf} from '../../../source/time/instant.ts';
import {retroIdOfFaults} from '../material.ts';
import {clockOf, entryIds, readOrders, tell, toldToEnd} from './orders.ts';

const orders = readOrders(process.argv.slice(2));
const clock = clockOf(orders);
const now = () => instantOf(clock());
const store = openStore(orders.directory, 'flag', {now, randomId: randomUUID, temporaryDirectory: tmpdir()});
const entry = (id: string): TimelineEntry => ({id, at: now(), text: 'x'.repeat(orders.length)});

// A file that grows over a limit shall fail like a full disk, and not end the program.
process.on('SIGXFSZ', () => undefined);

const ways = {
	async script() {
		for (const id of entryIds(orders)) {
			await store.update(retroIdOfFaults, (retro) => append(retro, 'timeline', entry(id)));
			tell(id);
		}
	},
	async open() {
		const open = await store.open(retroIdOfFaults);
		for (const id of entryIds(orders)) {
			open.commit(append(open.retro, 'timeline', entry(id)));
			await open.flush();
			if (open.state.kind === 'saved') tell(id);
		}
		await open.close();
	},
	async typing() {
		const open = await store.open(retroIdOfFaults);
		let isEnding = false;
		const end = toldToEnd().then(() => {
			isEnding = true;
		});
		const typed: string[] = [];
		for (const id of entryIds(orders)) {
			if (isEnding) break;
			open.commit(append(open.retro, 'timeline', entry(id)));
			typed.push(id);
			if (typed.length === 1) {
				await open.flush();
				tell(id);
			}
			await pause(3);
		}
		await end;
		// What the app does on leaving: it waits for what is typed to be on disk, as long as there is hope.
		for (let tries = 0; tries < 100; tries++) {
			await open.flush();
			if (open.state.kind === 'saved') break;
			await pause(100);
		}
		await open.close();
		if (open.state.kind === 'saved') for (const id of typed.slice(1)) tell(id);
		else process.stderr.write(`${open.state.kind}\n`);
	},
};

await ways[orders.way]();
process.exit(0);
