/** What a check of the timeline's entries is, and what it says. */
import {formatClock} from '../../time/format.ts';
import type {TimelineEntry} from '../record.ts';
import type {EntriesView} from './timeline-view.ts';

/** One thing that is odd about an entry. */
export type Remark = {
	/** The entry to go to. */
	readonly entry: TimelineEntry;
	/** The other entry that it is odd beside, where there is one. */
	readonly beside?: TimelineEntry;
	/** What is odd, to go behind the entry's time: `lies 2h before the start of the impact`. */
	readonly says: string;
};

export type EntryCheck = {
	readonly rule: string;
	/** In the order of the timeline. */
	readonly remarks: (view: EntriesView) => Remark[];
	/** One line for several remarks, at most 70 columns. */
	readonly together: (count: number) => string;
	/** Whether it is told at once when an entry lands, and of which: of each, or only of the first of its kind. */
	readonly landing: 'each' | 'first' | 'never';
};

/** The remark as a line: `10:05 UTC lies 2h before the start of the impact`. */
export function lineOf({entry, says}: Remark): string {
	return `${formatClock(entry.at)} UTC ${says}`;
}
