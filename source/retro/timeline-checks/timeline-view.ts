/** The timeline as the checks read it: its entries in order, and what each of them comes to. */
import {millisecondsOf} from '../../time/instant.ts';
import type {Retro, TimelineEntry} from '../record.ts';
import {isSaid} from '../said.ts';
import {orderedTimeline} from '../timeline.ts';

export type TimelineView = {
	readonly retro: Retro;
	/** By instant. */
	readonly entries: readonly TimelineEntry[];
	/** Milliseconds since the epoch, one for each entry. */
	readonly moments: readonly number[];
	/** The words of each entry alone, without case and marks; empty where it has none. */
	readonly words: readonly string[];
	/** Whether each entry says something. */
	readonly isSaid: readonly boolean[];
	/** The same for start and end of the impact; null where they are not said. */
	readonly start: number | null;
	readonly end: number | null;
};

/** The timeline as the checks read it, in order of time. */
export function viewOf(retro: Retro): TimelineView {
	const {start, end} = retro.impact;
	const {timeline} = retro;
	const entries = isOrdered(timeline) ? timeline : orderedTimeline(retro);
	const moments: number[] = [];
	const words: string[] = [];
	const said: boolean[] = [];
	for (const entry of entries) {
		const read = readingOf(entry);
		moments.push(read.moment);
		words.push(read.words);
		said.push(read.isSaid);
	}
	const momentAt = (instant: typeof start): number | null => (instant === null ? null : millisecondsOf(instant));
	return {retro, entries, moments, words, isSaid: said, start: momentAt(start), end: momentAt(end)};
}

type Reading = {readonly moment: number; readonly words: string; readonly isSaid: boolean};

// An edit makes new entries of those that it touches only, so that the others need no second reading.
const readings = new WeakMap<TimelineEntry, Reading>();

function readingOf(entry: TimelineEntry): Reading {
	const known = readings.get(entry);
	if (known !== undefined) return known;
	const words = entry.text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
	const read = {moment: millisecondsOf(entry.at), words, isSaid: isSaid(entry.text)};
	readings.set(entry, read);
	return read;
}

function isOrdered(entries: readonly TimelineEntry[]): boolean {
	return entries.every(({at}, index) => index === 0 || (entries[index - 1] as TimelineEntry).at <= at);
}
