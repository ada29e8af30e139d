/** What is said when a step of an earlier sitting was taken back. */
import type {KeptStep} from '../store/versions/version-file.ts';
import {addDays} from '../time/calendar.ts';
import {formatClock} from '../time/format.ts';
import {dateOf, type Instant} from '../time/instant.ts';

/** One line: whose step it was, and when. */
export function takenBackWords({at, by}: Pick<KeptStep, 'at' | 'by'>, now: Instant): string {
	const what = by === 'open' ? `a step of ${sittingOf(at, now)}` : `what “retro ${by}” did ${whenOf(at, now)}`;
	return `Took back ${what}. Ctrl+Y does it again.`;
}

function sittingOf(at: Instant, now: Instant): string {
	if (isToday(at, now)) return `the sitting until ${formatClock(at)} UTC`;
	return isYesterday(at, now) ? 'yesterday’s sitting' : `the sitting of ${dateOf(at)}`;
}

function whenOf(at: Instant, now: Instant): string {
	if (isToday(at, now)) return `at ${formatClock(at)} UTC`;
	return isYesterday(at, now) ? 'yesterday' : `on ${dateOf(at)}`;
}

function isToday(at: Instant, now: Instant): boolean {
	return dateOf(at) === dateOf(now);
}

function isYesterday(at: Instant, now: Instant): boolean {
	return dateOf(at) === addDays(dateOf(now), -1);
}
