/** Entries that are a year off: last year's date in January, or this year's before it began. */

import {dateOf, millisecondsOf} from '../../time/instant.ts';
import {meantYear} from '../../time/warning.ts';
import type {EntryCheck, Remark} from './entry-check.ts';
import type {EntriesView} from './timeline-view.ts';

const day = 86_400_000;

export const wrongYear: EntryCheck = {
	rule: 'entry-wrong-year',
	remarks(view: EntriesView) {
		const {entries, moments} = view;
		const middle = middleOf(view);
		const first = moments[0];
		const last = moments.at(-1);
		if (first === undefined || last === undefined) return [];
		const created = millisecondsOf(view.retro.createdAt);
		// Most timelines lie near their middle and were written down in another month than January.
		const mayBeOld = new Date(created).getUTCMonth() === 0 && yearIsUnsaid(view);
		if (!mayBeOld && (middle === null || (middle - first < 300 * day && last - middle < 300 * day))) return [];
		return entries.flatMap((entry, index): Remark[] => {
			const at = moments[index] ?? 0;
			const meant = (middle === null ? null : besideYear(at, middle)) ?? (mayBeOld ? meantYear(at, created) : null);
			return meant === null ? [] : [{entry, says: `is dated ${entry.at.slice(0, 10)}: was ${meant} meant?`}];
		});
	},
	together: (count) => `${count} entries are dated in another year: was that meant?`,
	landing: 'each',
};

/** The moment that the timeline is about: the day that somebody set, else the middle of the entries, else the start. */
function middleOf({retro, moments, start}: EntriesView): number | null {
	const {date, createdAt} = retro;
	// A new retro is of the day on which it was made until somebody says otherwise.
	if (date !== null && date !== dateOf(createdAt)) return Date.parse(date);
	return moments.length < 3 ? start : (moments[Math.trunc(moments.length / 2)] ?? null);
}

/** Whether the date of the incident does not speak for another year than that in which the record was made. */
function yearIsUnsaid({retro}: EntriesView): boolean {
	return retro.date === null || retro.date.slice(0, 4) === retro.createdAt.slice(0, 4);
}

/** The year that puts a moment near another that is a year away: a fortnight before to a month after; else null. */
function besideYear(at: number, middle: number): number | null {
	if (Math.abs(at - middle) < 300 * day) return null;
	const moved = new Date(at);
	moved.setUTCFullYear(moved.getUTCFullYear() + (at < middle ? 1 : -1));
	const after = moved.getTime() - middle;
	return after >= -14 * day && after <= 30 * day ? moved.getUTCFullYear() : null;
}
