/** What a fault did, and the table that says it. */
import type {Contender} from './contender.ts';

/** Counted over all tries of one fault. */
export type Outcome = {
	tries: number;
	/** Entries or bytes that were acknowledged, or were somebody else's, and are gone. */
	lost: number;
	/** Tries after which the record could not be read. */
	unreadable: number;
	/** Files that stay behind after the next start. */
	leftOver: number;
	/** Writers that gave up. */
	errors: number;
};

export type Fault = {
	readonly name: string;
	/** How often each form of the suite tries it; 0 where it is not in it. */
	readonly tries: {readonly short: number; readonly full: number};
	/** Whether lowdb's adapter, which has no part in it otherwise, can be put through it. */
	readonly alsoLowdb: boolean;
	run(contender: Contender, tries: number): Promise<Outcome>;
};

export function noHarm(): Outcome {
	return {tries: 0, lost: 0, unreadable: 0, leftOver: 0, errors: 0};
}

/** Adds what one try did. */
export function count(outcome: Outcome, one: Partial<Omit<Outcome, 'tries'>>): void {
	outcome.tries++;
	outcome.lost += one.lost ?? 0;
	outcome.unreadable += one.unreadable ?? 0;
	outcome.leftOver += one.leftOver ?? 0;
	outcome.errors += one.errors ?? 0;
}

/** How many of those who should be there are not. */
export function missing(expected: Iterable<string>, found: Iterable<string>): number {
	const there = new Set(found);
	return [...expected].filter((id) => !there.has(id)).length;
}

/** Looks at a directory after a try: what is lost of `expected`, whether it can be read, what is left over. */
export async function lookedAt(
	contender: Contender,
	directory: string,
	expected: readonly string[],
): Promise<Pick<Outcome, 'lost' | 'unreadable' | 'leftOver'>> {
	try {
		const found = await contender.entriesIn(directory);
		const leftOver = (await contender.leftOverIn(directory)).length;
		// Once more after the next start, which may fold or clear away.
		const after = await contender.entriesIn(directory);
		return {lost: Math.max(missing(expected, found), missing(expected, after)), unreadable: 0, leftOver};
	} catch {
		return {lost: expected.length, unreadable: 1, leftOver: 0};
	}
}

/** Whether something happened that must not. Files left over are told but break no promise of the record. */
export function isHarmed({lost, unreadable, errors}: Outcome): boolean {
	return lost + unreadable + errors > 0;
}
