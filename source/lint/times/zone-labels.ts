/** What is written behind a clock time to say its zone. */
import {isEverydayWord, zoneReadings} from '../../time/zones.ts';
import type {Span} from '../finding.ts';

/**
 * `utc`: it is UTC. `offset`: so many minutes east of it, always. `several`: an abbreviation that must not be
 * guessed. `place`: local time, of a city or a region: the date decides.
 */
export type ZoneLabel = {readonly span: Span; readonly text: string} & (
	| {readonly kind: 'utc'}
	| {readonly kind: 'offset'; readonly offset: number}
	| {readonly kind: 'several'}
	| {readonly kind: 'place'}
);

const label =
	/^[ \t]{0,2}(?:(Z\b|\(?(?:UTC|GMT)\)?(?![ \t]?[+−-]\d|\p{L}))|((?:UTC|GMT)?[ \t]?[+−-][ \t]?\d{1,2}(?::?[0-5]\d)?)(?!\d|[:.]\d|[ \t]?%)|\(?((?:(?:[Mm]y|[Oo]ur|[Tt]heir) )?local(?:[ -]time)?|(?:[\p{Lu}][\p{L}]{2,20}[ -]){1,2}(?:standard |daylight |summer |local )?time|(?:Pacific|Eastern|Central|Mountain)\b)\)?|[(,]?[ \t]?([A-Za-z]{2,5})(?![\p{L}\p{N}_-])\)?)/u;
const notPlaces = /^(?:The|This|That|Start|End|Over|Some|Any|Real|Run|Down|Up|Response|First|Last|Same|At|By|In|On)\b/;

/** The zone's label that follows a time ending at an offset, or undefined where none does. */
export function zoneLabelAt(text: string, end: number): ZoneLabel | undefined {
	const match = label.exec(text.slice(end, end + 60));
	if (match === null) return undefined;
	const [whole, utc, offset, place, abbreviation] = match;
	const span = {start: end, end: end + whole.length};
	if (utc !== undefined) return {span, text: 'UTC', kind: 'utc'};
	if (offset !== undefined) return offsetLabel(span, offset, whole);
	if (place !== undefined) return notPlaces.test(place) ? undefined : {span, text: place, kind: 'place'};
	return abbreviation === undefined ? undefined : abbreviationLabel(span, abbreviation);
}

function offsetLabel(span: Span, written: string, whole: string): ZoneLabel | undefined {
	const isNamed = /UTC|GMT/.test(written);
	// "10:05 - 10" or "10:05-7" may be a range: without UTC before it, an offset is two digits right behind the time.
	if (!isNamed && (!/^[+−-]\d{2}:?\d{2}$|^\+\d{2}$/.test(written) || !whole.startsWith(written))) return undefined;
	const [, sign, hours, minutes = '0'] = /([+−-])[ \t]?(\d{1,2}):?(\d{2})?$/.exec(written) ?? [];
	const size = Number(hours) * 60 + Number(minutes);
	if (sign === undefined || size > 14 * 60) return undefined;
	if (size === 0) return {span, text: 'UTC', kind: 'utc'};
	return {span, text: written.trim(), kind: 'offset', offset: sign === '+' ? size : -size};
}

/** An abbreviation in capitals; in small letters only where it is no everyday word (`pst`). */
function abbreviationLabel(span: Span, text: string): ZoneLabel | undefined {
	const isCapital = text === text.toUpperCase();
	if (/^utc$|^gmt$/i.test(text)) return {span, text: 'UTC', kind: 'utc'};
	if (!isCapital && (text !== text.toLowerCase() || isEverydayWord(text))) return undefined;
	const readings = zoneReadings(text);
	const [first] = readings;
	if (first === undefined) return undefined;
	if (readings.length > 1) return {span, text: text.toUpperCase(), kind: 'several'};
	if (first.offset === null) return {span, text: text.toUpperCase(), kind: 'place'};
	return {span, text: text.toUpperCase(), kind: 'offset', offset: first.offset};
}
