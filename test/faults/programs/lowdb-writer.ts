/** Writes to the same record through lowdb's own file adapter, as its readme shows; see orders.ts. */
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {JSONFilePreset} from 'lowdb/node';
import type {Retro, TimelineEntry} from '../../../source/retro/record.ts';
import {instantOf} from '../../../source/time/instant.ts';
import {emptyRetro, retroIdOfFaults} from '../material.ts';
import {clockOf, entryIds, readOrders, tell, toldToEnd} from './orders.ts';

const orders = readOrders(process.argv.slice(2));
const clock = clockOf(orders);
const path = join(orders.directory, `${retroIdOfFaults}.json`);
const entry = (id: string): TimelineEntry => ({id, at: instantOf(clock()), text: 'x'.repeat(orders.length)});
const openFile = () => JSONFilePreset<Retro>(path, emptyRetro());

process.on('SIGXFSZ', () => undefined);

const ways = {
	async script() {
		for (const id of entryIds(orders)) {
			const db = await openFile();
			await db.update(({timeline}) => timeline.push(entry(id)));
			tell(id);
		}
	},
	async open() {
		const db = await openFile();
		for (const id of entryIds(orders)) {
			await db.update(({timeline}) => timeline.push(entry(id)));
			tell(id);
		}
	},
	async typing() {
		const db = await openFile();
		let isEnding = false;
		const end = toldToEnd().then(() => {
			isEnding = true;
		});
		const typed: string[] = [];
		for (const id of entryIds(orders)) {
			if (isEnding) break;
			// A program that does not look at the failure goes on with what it has in memory.
			await db.update(({timeline}) => timeline.push(entry(id))).catch(() => undefined);
			typed.push(id);
			if (typed.length === 1) tell(id);
			await pause(3);
		}
		await end;
		await db.write();
		for (const id of typed.slice(1)) tell(id);
	},
};

await ways[orders.way]();
process.exit(0);
