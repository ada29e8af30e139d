/**
 * Entries that lie before the impact or after it, where nothing explains why: a release that led to it lies before,
 * what was cleaned up and what was learnt lies after.
 */
import {formatDuration} from '../../time/duration.ts';
import type {Phase, TimelineEntry} from '../record.ts';
import type {EntryCheck, Remark} from './entry-check.ts';
import {tellsOfChange, tellsOfFollowUp} from './entry-words.ts';
import type {EntriesView} from './timeline-view.ts';

const minute = 60_000;

/** What nobody can have done before it began. */
const within: readonly (Phase | undefined)[] = ['detected', 'acknowledged', 'declared', 'mitigated', 'resolved'];

/** What is over when users are well again; that all was done and declared may come later. */
const beforeTheEnd: readonly (Phase | undefined)[] = ['started', 'detected', 'acknowledged', 'mitigated'];

/** What is a little early or late, in milliseconds, is no slip of the hour, of am and pm or of a zone. */
const littleEarly = 30 * minute;
const littleLate = 60 * minute;

export const beforeStart: EntryCheck = {
	rule: 'entry-before-start',
	remarks({entries, moments, start}: EntriesView) {
		const remarks: Remark[] = [];
		for (const [index, entry] of entries.entries()) {
			const early = start === null ? 0 : start - (moments[index] ?? start);
			if (early <= 0) break;
			if (!isOddBefore(entry, early)) continue;
			remarks.push({entry, says: `lies ${formatDuration(early)} before the start of the impact`});
		}
		return remarks;
	},
	together: (count) => `${count} entries lie before the start of the impact`,
	landing: 'first',
};

export const afterEnd: EntryCheck = {
	rule: 'entry-after-end',
	remarks({entries, moments, end}: EntriesView) {
		if (end === null) return [];
		const resolved = moments[entries.findLastIndex(({phase}) => phase === 'resolved')] ?? end;
		const remarks: Remark[] = [];
		for (let index = entries.length - 1; index >= 0; index--) {
			const entry = entries[index];
			const at = moments[index] ?? end;
			if (entry === undefined || at <= end) break;
			if (!isOddAfter(entry, at - Math.max(end, resolved))) continue;
			remarks.push({entry, says: `lies ${formatDuration(at - end)} after the end of the impact`});
		}
		return remarks.reverse();
	},
	together: (count) => `${count} entries lie after the end of the impact`,
	landing: 'first',
};

function isOddBefore(entry: TimelineEntry, early: number): boolean {
	if (entry.phase !== undefined) return within.includes(entry.phase);
	return early > littleEarly && !tellsOfChange(entry);
}

function isOddAfter(entry: TimelineEntry, late: number): boolean {
	if (entry.phase !== undefined) return beforeTheEnd.includes(entry.phase);
	return late > littleLate && !tellsOfFollowUp(entry);
}
