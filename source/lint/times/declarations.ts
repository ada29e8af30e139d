/** Where a text says once which zone its times are in: "All times in PST", "Timeline (UTC)", "Date and Time in CET". */
import {cityOfPlace} from '../../time/zones.ts';
import type {Span} from '../finding.ts';
import {type SaidZone, type SettledZones, zoneNameAt} from './zone-names.ts';

/** A zone that is declared; `span` is that of its name. */
export type Declaration = SaidZone & {readonly span: Span};

/**
 * What is declared in a masked passage. `anywhere`: in so many words. `inTitle`: by a name in brackets, and the
 * like, which counts where the passage is a heading or the head of a table's column.
 */
export type Declarations = {
	readonly anywhere: readonly Declaration[];
	readonly inTitle: readonly Declaration[];
	readonly inHeader: readonly Declaration[];
	/** Whether it says in other words that times are in UTC: "Everything below is in UTC". */
	readonly mentionsUtc: boolean;
};

const filler =
	'(?:[ \\t]*(?:[:=,(\\[–—-]|below|above|here|following|in this (?:document|report|timeline|section|post[- ]?mortem)|listed|given|shown|reported|recorded|noted|stated|are|is|in|as|the|all|use|uses|using|times?|of day|approximate|approximately|approx\\.?|and|are in the|written)(?![\\p{L}]))';
const subject = new RegExp(
	// "All times", wherever it stands; "times" alone, and what is no plural, where it begins a sentence or a bracket.
	'(?:\\b(?:all|any|these|the following)(?: the| of the)?(?: dates?(?: and|/| &))?(?: \\w{3,12})? (?:times|timestamps|time ?stamps|dates|timings)\\b' +
		'|(?:^|[.!?:;,(\\[*_\\n|–—-])[ \\t*_]*(?:note(?: that)?[:,]?[ \\t]*)?(?:unless (?:otherwise )?(?:noted|stated|specified)(?: otherwise)?,?[ \\t]*)?(?:the[ \\t]+)?(?:dates and )?(?:times|timestamps|time ?stamps|time ?zones?|zeitzone|uhrzeiten|timeline|chronology|time(?= (?:is|are) (?:given|shown|in|listed)))\\b)' +
		`${filler}{0,8}[ \\t]*`,
	'giu',
);
/** What may follow a declared zone: "timestamps in CET confused the parser" declares nothing. */
const standsAlone =
	/^[ \t]*(?:[^\p{L}\p{N}\s]|\n|$|(?:unless|except|throughout|on|for|if|where|and|or|as|of|to|24|\d|local|timezone|time|zone)(?![\p{L}]))/iu;
const bracketed = /[([](?:all |times? |timestamps? |24[- ]?h(?:our)?,? |in )*(?=[A-Z+−]|local)/g;
const trailing = /(?:[,:–—|-][ \t]*|\b(?:times? )?in )(?=[A-Z])/g;
const aboutTime =
	/\b(?:time|times|timeline|timeframe|timestamps?|chronolog\w*|log|logs|events?|sequence|history|schedule|when|date|start|started|end|ended|began|what happened|zeit\w*|hora|heure)\b/i;
const wholeZone = /^[ \t]*(?=[A-Z])/;

const none: Declarations = {anywhere: [], inTitle: [], inHeader: [], mentionsUtc: false};

/** The zones that a masked passage declares, if any. */
export function declarationsOf(masked: string, settled: SettledZones): Declarations {
	if (!/\b(?:UTC|GMT|[A-Z]{2,5}|[Tt]ime|[Ll]ocal|Pacific|Eastern|Central|Mountain)\b|[A-Z]\w+\//.test(masked))
		return none;
	const anywhere = [...masked.matchAll(subject)].flatMap((match) => {
		if (!/[ \t(:=[]$/.test(match[0])) return [];
		return zoneAt(masked, match.index + match[0].length, settled).filter(({span}) =>
			standsAlone.test(masked.slice(span.end, span.end + 14)),
		);
	});
	const mentionsUtc = utcMentioned(masked);
	const firstLine = masked.slice(0, 200).split('\n', 1)[0] ?? '';
	if (masked.length > 200 && firstLine.length === 200) return {anywhere, inTitle: [], inHeader: [], mentionsUtc};
	const inHeader = firstLine === masked ? headerZones(masked, settled) : [];
	return {anywhere, inTitle: titleZones(firstLine, settled), inHeader, mentionsUtc};
}

const utcName = /\b(?:UTC|GMT|Zulu|Coordinated Universal Time)\b(?![ \t]?[+−–-][ \t]?\d)/g;
/** What all the times of a report are called. */
const everyTime =
	/\b(?:times?|timestamps?|time ?zones?|tz|clocks?|hours|entries|events?|everything|all|every|each|following|below|throughout|dates?|timeline|chronology|logs?|zeit\w*|uhrzeit\w*)\b/i;
/** It is about what somebody or something does with zones. */
const otherUse =
	/\b(?:convert|converting|conversions?|should|must|needs?|will|wrong|bugs?|pars\w+|assum\w+|expect\w*|stor\w+|servers?|browsers?|clients?|cron\w*|schedul\w+|jobs?|laptops?|not|instead|future|offsets?|customers?|users?)\b/i;

/** Whether a sentence or a line says of all times that they are in UTC, or is no more than a label that does. */
function utcMentioned(masked: string): boolean {
	for (const {0: name, index} of masked.matchAll(utcName)) {
		// A time with its zone says nothing of the others: most mentions are such.
		if (/\d/.test(masked.slice(Math.max(0, index - 12), index))) continue;
		const before =
			masked
				.slice(Math.max(0, index - 80), index)
				.split(/[.!?\n]/)
				.at(-1) ?? '';
		const behind = /^[^.!?\n]*/.exec(masked.slice(index + name.length, index + name.length + 80))?.[0] ?? '';
		const around = `${before} ${behind}`;
		if (otherUse.test(around)) continue;
		if (everyTime.test(around) || (around.trim().length < 12 && !/\p{L}{3}/u.test(around))) return true;
	}
	return false;
}

/** "Timeline (CET)", "Events, UTC": a name in brackets or at the end, of a heading about times; UTC in any. */
function titleZones(masked: string, settled: SettledZones): Declaration[] {
	const isAboutTime = aboutTime.test(masked);
	return [...masked.matchAll(bracketed), ...masked.matchAll(trailing)]
		.flatMap((match) => zoneAt(masked, match.index + match[0].length, settled))
		.filter(({zone, span}) => {
			const behind = masked.slice(span.end);
			return (
				(isAboutTime || zone.kind === 'utc') &&
				/^[ \t]*(?:[)\],;:]|24|$)/.test(behind) &&
				!/\d[ \t]*[([]?$/.test(masked.slice(0, span.start))
			);
		});
}

/** "Time (UTC)", "UTC", "Date and Time in CET", "Time PST". */
function headerZones(masked: string, settled: SettledZones): Declaration[] {
	const head =
		/^[ \t]*(?:(?:date|time|when|start|end|clock|timestamp|hour|at|uhrzeit|zeit|hh:mm|moment)s?\b\??(?:[ \t]*(?:and|&|\/|,)?[ \t]*(?:date|time))?[ \t]*[,:/-]?[ \t]*(?:in )?)(?=[A-Z(])/i.exec(
			masked,
		)?.[0];
	const starts = [head, wholeZone.exec(masked)?.[0]].filter((one) => one !== undefined).map((one) => one.length);
	const found = starts.flatMap((start) => zoneAt(masked, start, settled));
	const whole = found.filter(({zone, span}) => {
		const behind = masked.slice(span.end).trim();
		return (
			behind === '' ||
			/^\(24[- ]?h/i.test(behind) ||
			(zone.kind === 'utc' && /^times?\b/i.test(behind)) ||
			(head !== undefined && /^[)\],;]/.test(behind))
		);
	});
	if (whole.length > 0) return whole.slice(0, 1);
	const titled = titleZones(masked, settled);
	return titled.length > 0 || head === undefined ? titled : cityIn(masked);
}

/** "Time (Berlin)". */
function cityIn(masked: string): Declaration[] {
	const found = /\(([A-Z][A-Za-z. ]{2,30})\)/.exec(masked);
	const written = found?.[1] ?? '';
	const city = cityOfPlace(written);
	if (found === null || city === null) return [];
	const start = found.index + 1;
	return [
		{
			text: written,
			zone: {kind: 'city', city, label: written, settled: false},
			span: {start, end: start + written.length},
		},
	];
}

function zoneAt(masked: string, start: number, settled: SettledZones): Declaration[] {
	const found = zoneNameAt(masked, start, settled);
	if (found === undefined) return [];
	return [{text: found.text, zone: found.zone, span: {start, end: found.end}}];
}
