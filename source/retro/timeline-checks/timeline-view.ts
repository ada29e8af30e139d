/** The timeline as the checks read it: its entries in order, and what each of them comes to. */
import {bareWords} from '../../text/bare-words.ts';
import {type Instant, millisecondsOf} from '../../time/instant.ts';
import type {Retro, TimelineEntry} from '../record.ts';
import {isSaid} from '../said.ts';
import {orderedTimeline} from '../timeline.ts';

/** What of the retro bears on single entries, besides start and end of the impact. */
type Bearing = Pick<Retro, 'timeline' | 'date' | 'createdAt'>;

/** What the checks of single entries read. */
export type EntriesView = {
	readonly retro: Bearing;
	/** By instant. */
	readonly entries: readonly TimelineEntry[];
	/** Milliseconds since the epoch, one for each entry; the same array while timeline and impact are the same. */
	readonly moments: readonly number[];
	/** The words of each entry alone, without case and marks; empty where it has none. */
	readonly words: readonly string[];
	/** Whether each entry says something. */
	readonly isSaid: readonly boolean[];
	/** The same for start and end of the impact; null where they are not said. */
	readonly start: number | null;
	readonly end: number | null;
};

export type TimelineView = EntriesView & {readonly retro: Retro};

/** The timeline as the checks read it, in order of time. */
export function viewOf(retro: Retro): TimelineView {
	const {timeline, impact} = retro;
	const {start, end} = impact;
	const known = views.get(timeline);
	if (known !== undefined && known.from === start && known.to === end) return {...known.view, retro};
	const view = {...readingsOf(timeline), start: momentAt(start), end: momentAt(end)};
	views.set(timeline, {from: start, to: end, view});
	return {...view, retro};
}

type Seen = {readonly from: Instant | null; readonly to: Instant | null; readonly view: Omit<EntriesView, 'retro'>};

// The checks look at a retro at every key that changes it, most of which leave its timeline alone.
const views = new WeakMap<readonly TimelineEntry[], Seen>();

function momentAt(instant: Instant | null): number | null {
	return instant === null ? null : millisecondsOf(instant);
}

function readingsOf(timeline: Retro['timeline']): Pick<EntriesView, 'entries' | 'moments' | 'words' | 'isSaid'> {
	const entries = isOrdered(timeline) ? timeline : orderedTimeline({timeline});
	const moments: number[] = [];
	const words: string[] = [];
	const said: boolean[] = [];
	for (const entry of entries) {
		const read = readingOf(entry);
		moments.push(read.moment);
		words.push(read.words);
		said.push(read.isSaid);
	}
	return {entries, moments, words, isSaid: said};
}

type Reading = {readonly moment: number; readonly words: string; readonly isSaid: boolean};

// An edit makes new entries of those that it touches only, so that the others need no second reading.
const readings = new WeakMap<TimelineEntry, Reading>();

function readingOf(entry: TimelineEntry): Reading {
	const known = readings.get(entry);
	if (known !== undefined) return known;
	const read = {moment: millisecondsOf(entry.at), words: bareWords(entry.text), isSaid: isSaid(entry.text)};
	readings.set(entry, read);
	return read;
}

function isOrdered(entries: readonly TimelineEntry[]): boolean {
	return entries.every(({at}, index) => index === 0 || (entries[index - 1] as TimelineEntry).at <= at);
}
