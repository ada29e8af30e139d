/** The zone that a document or a person names for all of its times: `PST`, `CET (GMT+1)`, `Pacific Time`, `CET/CEST`. */
import {readZonePart, type Zone} from '../time/zone-part.ts';
import {zoneAbbreviations, zoneReadings} from '../time/zones.ts';

export type DeclaredZone =
	| {readonly kind: 'zone'; readonly zone: Zone}
	/** It names a zone that is not known; `typed` is as it stood there. */
	| {readonly kind: 'unknown'; readonly typed: string};

/** Reads what stands behind “all times in”. Null where that is no zone at all. */
export function readDeclaredZone(text: string, settled: Readonly<Record<string, string>>): DeclaredZone | null {
	const typed = text
		.trim()
		.replace(/^the\s+/i, '')
		.replace(/^[*_]+|[*_]+$/g, '')
		.trim();
	// `PST (UTC-7)`: letters are often written by habit, a distance is meant.
	const exact = /^[^()]{2,40}\(\s*((?:UTC|GMT)\s?[+-]\s?\d\d?(?::?\d\d)?)\s*\)/i.exec(typed)?.[1]?.replace(/\s/g, '');
	const both = /^([A-Z]{2,5})\s*\/\s*([A-Z]{2,5})(?![A-Za-z/])/.exec(typed);
	const zone =
		(exact === undefined ? null : zoneAt(exact, settled)) ??
		(both === null ? null : commonCity(both[1] ?? '', both[2] ?? '')) ??
		zoneAt(typed, settled) ??
		zoneByName(typed) ??
		abbreviationIn(typed, settled);
	if (zone !== null) return {kind: 'zone', zone};
	return /^[A-Z][A-Za-z]*(?:\/[A-Z]\w+|\s+(?:\w+\s+)*time\b)/.test(typed)
		? {kind: 'unknown', typed: typed.slice(0, 40)}
		: null;
}

/** Behind a zone that is declared its name may go on or the sentence end; “in UTC clusters” declares none. */
const nothingElse = /^\s*(?:$|[(),.:;/\])]|(?:on|unless|and|if|except)\b)/;

function zoneAt(text: string, settled: Readonly<Record<string, string>>): Zone | null {
	const part = readZonePart(`${text} `, 0, true, settled);
	return part?.kind === 'zone' && nothingElse.test(text.slice(part.end)) ? part.zone : null;
}

/** `Central European Time (CET)`. */
function abbreviationIn(typed: string, settled: Readonly<Record<string, string>>): Zone | null {
	const inBrackets = /\(([A-Z]{2,5})\)/.exec(typed)?.[1];
	return inBrackets === undefined ? null : zoneAt(inBrackets, settled);
}

/** The zone whose two names for winter and summer these are: the clocks of one city. */
function commonCity(one: string, other: string): Zone | null {
	const cities = zoneReadings(one).map(({city}) => city);
	const city = zoneReadings(other).find((reading) => cities.includes(reading.city))?.city;
	return city === undefined ? null : {kind: 'city', city, label: `${one}/${other}`, settled: false};
}

/** `Pacific Time`, `central european time`: the longest name that the text begins with. */
function zoneByName(typed: string): Zone | null {
	if (!/^[A-Z]/.test(typed)) return null;
	const words = simplified(typed);
	const found = [...names()]
		.filter(([name]) => words === name || words.startsWith(`${name} `))
		.sort(([a], [b]) => b.length - a.length)[0];
	if (found === undefined) return null;
	const [, label] = found;
	return {kind: 'abbreviation', label, readings: zoneReadings(label)};
}

function names(): Map<string, string> {
	const all = zoneAbbreviations.flatMap((label) =>
		zoneReadings(label).length === 1 ? zoneReadings(label).map(({name}) => [simplified(name), label] as const) : [],
	);
	return new Map(all);
}

function simplified(name: string): string {
	return name
		.toLowerCase()
		.replace(/^us /, '')
		.replace(/timezone/g, 'time')
		.replace(/[^a-z]+/g, ' ')
		.trim();
}
