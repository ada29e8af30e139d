/**
 * A single entry on another day than those that it was written down with: most often a day that was typed or
 * assumed wrongly. Incidents that go on for days, and causes that lie weeks back, are common and no such thing.
 */
import {formatDuration} from '../../time/duration.ts';
import {dateOf} from '../../time/instant.ts';
import type {TimelineEntry} from '../record.ts';
import type {EntryCheck, Remark} from './entry-check.ts';
import type {EntriesView} from './timeline-view.ts';

const hour = 3_600_000;
const day = 24 * hour;

export const farOff: EntryCheck = {
	rule: 'entry-far-off',
	remarks(view: EntriesView) {
		const {moments} = view;
		const first = moments[0] ?? 0;
		const last = moments.at(-1) ?? 0;
		const second = moments[1] ?? last;
		const lastButOne = moments.at(-2) ?? first;
		return [
			...(last - second <= day ? remarkOn(view, 0, second - first, 'before the next entry') : []),
			...(lastButOne - first <= day
				? remarkOn(view, moments.length - 1, last - lastButOne, 'after the entry before')
				: []),
		];
	},
	together: (count) => `${count} entries lie more than a day from the others`,
	landing: 'each',
};

function remarkOn({entries, retro}: EntriesView, index: number, distance: number, side: string): Remark[] {
	const entry = entries[index];
	if (entry === undefined || distance <= day || !goesOn(entry, retro.timeline)) return [];
	return [{entry, says: `on ${dateOf(entry.at)} lies ${formatDuration(distance)} ${side}`}];
}

/** Whether its time of day, and not its date, goes on from the entry that was written down before it. */
function goesOn(entry: TimelineEntry, written: readonly TimelineEntry[]): boolean {
	const before = written[written.indexOf(entry) - 1];
	if (before === undefined) return false;
	const onward = (Date.parse(entry.at) - Date.parse(before.at)) % day;
	return (onward + day) % day <= 3 * hour;
}
