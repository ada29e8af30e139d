/** How a retro begins. */
import {dateOf, type CalendarDate, type Instant} from '../time/instant.ts';
import {type Retro, type Severity, schemaVersion} from './record.ts';

/** A blank retro. The incident's date is the day of `now` until somebody says otherwise. */
export function newRetro(start: {id: string; now: Instant; title?: string; severity?: Severity | null}): Retro {
	return {
		schemaVersion,
		id: start.id,
		createdAt: start.now,
		updatedAt: start.now,
		title: start.title ?? '',
		severity: start.severity ?? null,
		status: 'draft',
		date: dateOf(start.now),
		facilitator: '',
		participants: [],
		services: [],
		summary: '',
		impact: {start: null, end: null, users: '', revenue: '', data: ''},
		timeline: [],
		whys: [],
		contributingFactors: [],
		lessons: {wentWell: [], wentWrong: [], gotLucky: []},
		actions: [],
		kept: [],
	};
}

const longestSlug = 40;

/**
 * An id that sorts by date and can be read: `2026-11-20-checkout-latency-k3x9`. Letters and digits
 * of the title in ASCII, at most 40 characters of it; `suffix` makes it unique.
 */
export function retroId(date: CalendarDate, title: string, suffix: string): string {
	const slug = title
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll(/\p{Mark}/gu, '')
		.replaceAll(/[^a-z0-9]+/g, '-')
		.slice(0, longestSlug)
		.replaceAll(/^-|-$/g, '');
	return [date, slug, suffix].filter((part) => part !== '').join('-');
}
