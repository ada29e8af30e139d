/** A retro dated on another day than all of its timeline: a new one has the day that it was begun on. */
import {dateOf} from '../../time/instant.ts';
import {type Gap, gap} from '../gap.ts';
import type {TimelineView} from './timeline-view.ts';

const demand = 'A detailed chronological list of events, from detection to resolution.';

const day = 24 * 3_600_000;

/** Told where the impact has no start, which the date is held against else. A day more or less is a night's, or a zone's. */
export function otherDayGaps({retro: {date, impact}, entries, moments}: TimelineView): Gap[] {
	const first = entries[0];
	const last = entries.at(-1);
	if (date === null || impact.start !== null || first === undefined || last === undefined) return [];
	const midnight = Date.parse(date);
	const isBefore = midnight + 2 * day <= (moments[0] ?? midnight);
	const isBehind = midnight - day > (moments.at(-1) ?? midnight);
	if (!isBefore && !isBehind) return [];
	const days = [...new Set([dateOf(first.at), dateOf(last.at)])].join(' to ');
	return [
		gap('other-day', 'date', `The date is ${date}, the timeline is of ${days}`, demand, 'advises', `${date} ${days}`),
	];
}
