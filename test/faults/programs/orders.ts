/** How a writer is told what to write, and how it tells what it did; the same for every contender. */
import {writeSync} from 'node:fs';
import {createInterface} from 'node:readline';

export type Orders = {
	readonly directory: string;
	readonly name: string;
	readonly count: number;
	/**
	 * `script`: opens, adds and closes for each entry, as a script does. `open`: keeps the retro open and waits for
	 * each entry to be on disk. `typing`: keeps it open and waits for the first
	 * alone, then goes on until standard input says `end`, and tells the others when they are on disk.
	 */
	readonly way: 'script' | 'open' | 'typing';
	/** Letters in each entry. */
	readonly length: number;
	/** Whether the clock goes back by a second with each look at it. */
	readonly clockGoesBack: boolean;
};

/** `DIRECTORY NAME COUNT WAY [LENGTH] [clock-goes-back]` */
export function readOrders([directory = '', name = '', count = '', way = '', length = '10', clock]: string[]): Orders {
	if (way !== 'script' && way !== 'open' && way !== 'typing') throw new Error(`No such way: ${way}`);
	return {directory, name, count: Number(count), way, length: Number(length), clockGoesBack: clock !== undefined};
}

/** The ids of the entries that are to be written, in their order. */
export function entryIds({name, count}: Orders): string[] {
	return Array.from({length: count}, (_, index) => `${name}-${index}`);
}

/** Milliseconds since the epoch, by a clock as it was ordered. */
export function clockOf({clockGoesBack}: Orders): () => number {
	let back = 0;
	return () => Date.now() - (clockGoesBack ? 1000 * back++ : 0);
}

/** Says that an entry is on disk. Not through a stream: what is said must not be lost with the process. */
export function tell(id: string): void {
	writeSync(1, `${id}\n`);
}

/** Resolves when standard input says `end` or is closed. */
export async function toldToEnd(): Promise<void> {
	for await (const line of createInterface({input: process.stdin})) if (line === 'end') return;
}
