/** What a document says once for all of its times: the zone, the day. */
import type {CalendarDate} from '../time/instant.ts';
import {type Near, readWrittenDate} from './written-date.ts';
import {readDeclaredZone} from './zone.ts';

export type Declared = {
	readonly zone?: ReturnType<typeof readDeclaredZone>;
	readonly date?: CalendarDate;
	/** Whether its year was written. */
	readonly year?: boolean;
	/** Whether the day was said to be that of the events, rather than being beside them. */
	readonly dateIsStated?: boolean;
};

/** It must be said of all times, or stand by itself: “screenshots with timestamps in UTC+2” is about the screenshots. */
const allTimes =
	/(?:(?:(?:^|[(>.:]\s*|\b(?:all|and|the)\s+)(?:date)?(?:times?(?:stamps?)?|time ?zone)\b(?:\s+(?:below|shown|given|listed|stated|here|events?|displayed))*)(?:\s+in|\s*:)|\b(?:times?(?:stamps?)?|time ?zone)\s+(?:are|is)\b(?:\s+(?:all|shown|given|listed|stated|displayed))*(?:\s+in)?)\s+(?:the\s+)?(?:24[- ]hour(?: clock)?,?\s+)?([^.;|]{1,60})/gi;
/** A heading or the head of a column: `Timeline (PST)`, `Time (UTC)`, `Timeline: (in PT)`, `When [UTC]`. */
const inBrackets =
	/^[^()[\]\d]{0,60}[([]\s*(?:all\s+)?(?:times?\s+)?(?:are\s+)?(?:in\s+)?(?:24[- ]hour(?: clock)?,?\s+)?([A-Z][^)\]]{0,50}(?:\([^)]*\))?)[)\]]/;

/** The zone that a paragraph, a heading or the head of a column declares; undefined for most. */
export function declaredZone(text: string, settled: Readonly<Record<string, string>>): Declared['zone'] {
	const named = [...text.matchAll(allTimes)].map(([, name = '']) => name);
	const behind = inBrackets.exec(text)?.[1];
	for (const name of named) {
		const zone = readDeclaredZone(name, settled);
		if (zone !== null) return zone;
	}
	// Of what stands in brackets only a zone that is known tells: anything may stand there.
	const zone = behind === undefined ? null : readDeclaredZone(behind, settled);
	return zone?.kind === 'zone' ? zone : undefined;
}

/** The day that a heading is of: one that it begins with, or that is written out in it. */
export function dateOfHeading(text: string, near: Near): Declared {
	const begins = readWrittenDate(text.replace(/^[*_[(\s]+/, ''), 0, near, undefined);
	if (begins?.kind === 'date') return dateFound(begins, begins.year || (begins.certain && !near.past));
	const inside = dateInside(text, near);
	return inside === undefined ? {} : {date: inside, year: true, dateIsStated: true};
}

/** The day that a paragraph is, or says that the events are of. */
export function dateOfParagraph(text: string, near: Near): Declared {
	const plain = text.replace(/[*_]+/g, '').trim();
	const whole = readWrittenDate(plain, 0, near, undefined);
	if (whole?.kind === 'date' && /^[\s:.,)]*$/.test(plain.slice(whole.end)))
		return dateFound(whole, whole.year || (whole.certain && !near.past));
	// `24/07/25` alone is a day that cannot be told: what was known goes no further.
	if (/^\d\d?[/.-]\d\d?[/.-]\d\d$/.test(plain)) return {date: near.date, dateIsStated: false};
	if (/\b(?:events?|times?)\b/i.test(plain)) {
		const named = dateInside(plain, near);
		return named === undefined ? {} : {date: named, year: true, dateIsStated: true};
	}
	const beside = /^(?:incident |event |outage )?(?:date|day|start(?:ed)?|when)\b[^:]{0,20}:\s*/i.exec(plain);
	const date = beside === null ? null : readWrittenDate(plain, beside[0].length, near, undefined);
	return date?.kind === 'date' ? dateFound(date, false) : {};
}

function dateFound({date, year}: {date: CalendarDate; year: boolean}, dateIsStated: boolean): Declared {
	return {date, year, dateIsStated};
}

/** A date with its year somewhere in the text. */
function dateInside(text: string, near: Near): CalendarDate | undefined {
	for (const match of text.matchAll(/(?<![\w/-])(?:\d|[A-Z][a-z]{2})/g)) {
		const date = readWrittenDate(text, match.index, near, undefined);
		if (date?.kind === 'date' && date.year) return date.date;
	}
	return undefined;
}
