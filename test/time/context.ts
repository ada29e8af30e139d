/** The moment that the tests of this room stand at: an incident on a Friday afternoon, typed up the same evening. */
import type {TimeContext} from '../../source/time/context.ts';
import type {CalendarDate, Instant} from '../../source/time/instant.ts';

export function at(text: string): Instant {
	return text as Instant;
}

export function on(text: string): CalendarDate {
	return text as CalendarDate;
}

export const evening: TimeContext = {
	now: at('2026-11-20T23:00:00Z'),
	previous: at('2026-11-20T10:00:00Z'),
	incidentStart: at('2026-11-20T09:50:00Z'),
	incidentDate: on('2026-11-20'),
};

/** Nothing known but now. */
export const bare: TimeContext = {...evening, previous: null, incidentStart: null, incidentDate: null};
