/** Two entries that say the same at about the same time, as comes of two sources or of pasting twice. */
import {formatClock} from '../../time/format.ts';
import type {TimelineEntry} from '../record.ts';
import type {EntryCheck, Remark} from './entry-check.ts';
import type {EntriesView} from './timeline-view.ts';

/** Farther apart than this, in milliseconds, the same words tell of something that happened again. */
const farthest = 10 * 60_000;

export const sameEntry: EntryCheck = {
	rule: 'same-entry',
	remarks({entries, moments, words}: EntriesView) {
		const last = new Map<string, number>();
		const remarks: Remark[] = [];
		for (const [index, entry] of entries.entries()) {
			const said = words[index];
			if (said === undefined || said === '') continue;
			const before = last.get(said);
			last.set(said, index);
			const beside = before === undefined ? undefined : entries[before];
			if (before === undefined || beside === undefined) continue;
			if ((moments[index] ?? 0) - (moments[before] ?? 0) > farthest || tellsTwice(beside, entry)) continue;
			remarks.push({entry, beside, says: `says the same as the entry at ${formatClock(beside.at)}`});
		}
		return remarks;
	},
	together: (count) => `${count} entries say what one shortly before them says`,
	landing: 'each',
};

/** Whether one log or one chat has both: it says so because it happened twice. What people wrote down is no such source. */
function tellsTwice(one: TimelineEntry, other: TimelineEntry): boolean {
	const [name] = one.source?.split(':') ?? [];
	return name !== undefined && name !== 'timeline' && name === other.source?.split(':')[0];
}
