/** Where a text says once which zone its times are in. */
import {zoneReadings} from '../../time/zones.ts';
import type {Span} from '../finding.ts';

export type Declaration = {readonly zone: string; readonly isUtc: boolean; readonly span: Span};

const sentence =
	/\b(?:times?|timestamps?|timeline|clock|date(?: and|\/| &) ?time)\b[^\n.|]{0,40}?(?:\b(?:in|are|is|all)\b|[(:=,|-])[ \t]*(?:all |times |are |is |in |the )*\(?(UTC|GMT|[A-Z]{3,4})\b/gi;
const direct = /\btimes?[ \t]+\(?(UTC|GMT)\b/gi;
const bracketed = /(?:^#{1,6}[^\n]{0,80}|\|[^\n|]{0,40})[([](UTC|GMT|[A-Z]{3,4})[)\]]/gm;
const tableHeader = /^\|?[^\n]{0,80}\b(?:time|date|when)\b[ \t]*\(?(?:in )?(UTC|GMT|[A-Z]{3,4})\b[^\n]{0,200}\|/gim;

/** The first declaration of a zone in the text, UTC before all others. */
export function declarationOf(text: string): Declaration | undefined {
	const found = [sentence, direct, bracketed, tableHeader].flatMap((pattern) =>
		[...text.matchAll(pattern)].flatMap((match) => declared(match[0], match[1] ?? '', match.index)),
	);
	return found.find(({isUtc}) => isUtc) ?? found.sort((a, b) => a.span.start - b.span.start)[0];
}

function declared(whole: string, zone: string, index: number): Declaration[] {
	if (zone !== zone.toUpperCase()) return [];
	const isUtc = zone === 'UTC' || zone === 'GMT';
	if (!isUtc && zoneReadings(zone).length === 0) return [];
	const end = index + whole.lastIndexOf(zone) + zone.length;
	return [{zone, isUtc, span: {start: end - zone.length, end}}];
}
