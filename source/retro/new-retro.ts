/** How a retro begins. */
import {type CalendarDate, dateOf, type Instant} from '../time/instant.ts';
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

/** Latin letters that do not come apart into an ASCII letter and an accent. */
const spelled: Readonly<Record<string, string>> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	ł: 'l',
	þ: 'th',
	ı: 'i',
};

/**
 * An id that sorts by date and can be read: `2026-11-20-checkout-latency-k3x9`. Letters and digits
 * of the title in ASCII, at most 40 characters of it and whole words where it can; none of a title
 * in another script. `suffix` makes it unique.
 */
export function retroId(date: CalendarDate, title: string, suffix: string): string {
	const words = title
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll(/\p{Mark}/gu, '')
		.replaceAll(/[ßæœøđðłþı]/g, (letter) => spelled[letter] ?? '')
		.split(/[^a-z0-9]+/)
		.filter((word) => word !== '');
	return [date, ...slugOf(words), suffix].filter((part) => part !== '').join('-');
}

function slugOf([first = '', ...others]: readonly string[]): string[] {
	const slug = [first.slice(0, longestSlug)];
	for (const word of others) {
		if (`${slug.join('-')}-${word}`.length > longestSlug) break;
		slug.push(word);
	}
	return slug;
}
