/** Who is put through the faults: our store, and lowdb's own file adapter beside it. */
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {setTimeout as pause} from 'node:timers/promises';
import {printRetro} from '../../source/store/record/layout.ts';
import {openStore, type Store} from '../../source/store/store.ts';
import {instantOf} from '../../source/time/instant.ts';
import {emptyRetro, retroIdOfFaults} from './material.ts';

export type Contender = {
	readonly name: 'retro' | 'lowdb';
	/** The ids of the entries that can be read back. Rejects when the record cannot be read. */
	entriesIn(directory: string): Promise<string[]>;
	/** What lies in the directory beside the record after the next start. */
	leftOverIn(directory: string): Promise<string[]>;
};

/** How long a start may take to clear away what another left, in milliseconds. */
const clearedWithinMs = 3000;

let count = 0;

/** The store in a directory, as the suite itself uses it. */
export function storeIn(directory: string, now = () => Date.now()): Store {
	return openStore(directory, 'flag', {
		now: () => instantOf(now()),
		randomId: () => `suite-${process.pid}-${count++}`,
		temporaryDirectory: tmpdir(),
	});
}

export const retro: Contender = {
	name: 'retro',
	async entriesIn(directory) {
		const {timeline} = await storeIn(directory).load(retroIdOfFaults);
		return timeline.map(({id}) => id);
	},
	async leftOverIn(directory) {
		const open = await storeIn(directory).open(retroIdOfFaults);
		// What a start clears away is cleared beside what people do, and not before it.
		const deadline = performance.now() + clearedWithinMs;
		let left = await besideRecord(directory);
		while (left.length > 0 && performance.now() < deadline) {
			await pause(20);
			left = await besideRecord(directory);
		}
		await open.close();
		return left;
	},
};

export const lowdb: Contender = {
	name: 'lowdb',
	async entriesIn(directory) {
		const {timeline} = JSON.parse(await readFile(recordIn(directory), 'utf8')) as {timeline: {id: string}[]};
		return timeline.map(({id}) => id);
	},
	leftOverIn: besideRecord,
};

export function recordIn(directory: string): string {
	return join(directory, `${retroIdOfFaults}.json`);
}

/** What the store keeps for minutes, by which a file is known that goes back to what it was, is swept later. */
const sweptLater = /^\.journal(?:\/(?:\.gitignore|[^/]+\.folded))?$/;

async function besideRecord(directory: string): Promise<string[]> {
	const names = await readdir(directory, {recursive: true});
	return names.filter((name) => name !== `${retroIdOfFaults}.json` && name !== 'lost+found' && !sweptLater.test(name));
}

/** Runs the work in a new directory that holds the empty record, and removes it afterwards. */
export async function inNewStore<Result>(work: (directory: string) => Promise<Result>): Promise<Result> {
	const directory = await mkdtemp(join(tmpdir(), 'retro-faults-'));
	try {
		await putEmptyRecord(directory);
		return await work(directory);
	} finally {
		await rm(directory, {recursive: true, force: true, maxRetries: 5});
	}
}

export async function putEmptyRecord(directory: string): Promise<void> {
	await writeFile(recordIn(directory), printRetro(emptyRetro()), {mode: 0o600});
}

export type Writer = {
	readonly child: ChildProcess;
	/** The entries that it said are on disk, when it has ended. */
	readonly acknowledged: Promise<string[]>;
	/** What it complained of, when it has ended; empty when all went well. */
	readonly complaint: Promise<string>;
};

/** Starts a writer with its orders; see programs/orders.ts. Compiled programs lie beside this one. */
export function startWriter(contender: Contender, ...orders: (string | number)[]): Writer {
	const program = join(import.meta.dirname, `${contender.name}-writer.mjs`);
	const child = spawn(process.execPath, [program, ...orders.map(String)], {stdio: ['pipe', 'pipe', 'pipe']});
	// A writer that is gone takes no orders.
	child.stdin.on('error', () => undefined);
	return {
		child,
		acknowledged: text(child.stdout).then((output) => output.split('\n').filter((line) => line !== '')),
		complaint: text(child.stderr),
	};
}

/** Resolves when the writer has said that its first entry is on disk: from then on it is at work. */
export async function atWork({child}: Writer): Promise<void> {
	await once(child.stdout ?? child, 'data');
}
