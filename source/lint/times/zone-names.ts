/** How people write a zone: `UTC+2`, `PST`, `CET/CEST`, `Europe/Berlin`, `Pacific time`, `Zurich time`, `local time`. */
import {shortened} from '../../text/shortened.ts';
import {formatOffset} from '../../time/format.ts';
import type {Zone} from '../../time/zone-part.ts';
import {canonicalZone} from '../../time/zoned.ts';
import {cityOfPlace, isEverydayWord, zoneNamed, zoneReadings} from '../../time/zones.ts';

/** Local time of a place that is not said, or that we do not know. */
export type Nowhere = {readonly kind: 'nowhere'};

export type SaidZone = {
	/** As a message names it; at most 24 characters. */
	readonly text: string;
	readonly zone: Zone | Nowhere;
};

/** A zone's name that begins where it was looked for; `end` is the offset behind it. */
export type ZoneName = SaidZone & {readonly end: number};

/** What ambiguous abbreviations mean to a team, in capitals: an IANA zone or an offset. */
export type SettledZones = ReadonlyMap<string, Zone>;

const longestName = 60;
const utc: Zone = {kind: 'utc', typed: true};

/** A team's settled zones, by abbreviation; what is no zone is left out. */
export function settledZones(zones: Readonly<Record<string, string>>): SettledZones {
	return new Map(
		Object.entries(zones).flatMap(([name, meant]): [string, Zone][] => {
			const offset = readOffset(meant.replace(/^(?:UTC|GMT)/i, ''));
			if (offset !== undefined) return [[name.toUpperCase(), offsetZone(offset)]];
			const city = canonicalZone(meant);
			return city === null ? [] : [[name.toUpperCase(), {kind: 'city', city, label: name, settled: true}]];
		}),
	);
}

/** The zone that is named from an offset on, with what explains it: `PST (UTC-7)`; undefined where none is. */
export function zoneNameAt(text: string, start: number, settled: SettledZones): ZoneName | undefined {
	const name = nameAt(text, start, settled);
	if (name === undefined) return undefined;
	const open = /^[ \t]?[([]/.exec(text.slice(name.end, name.end + 2))?.[0];
	const explained = open === undefined ? undefined : nameAt(text, name.end + open.length, settled);
	if (explained === undefined || !/[)\]]/.test(text.charAt(explained.end))) return name;
	const settles = explained.zone.kind === 'offset' && name.zone.kind !== 'offset' && name.zone.kind !== 'utc';
	return {text: name.text, zone: settles ? explained.zone : name.zone, end: explained.end + 1};
}

function nameAt(text: string, start: number, settled: SettledZones): ZoneName | undefined {
	const rest = text.slice(start, start + longestName);
	const found = utcIn(rest) ?? ianaIn(rest) ?? pairIn(rest) ?? placeIn(rest) ?? abbreviationIn(rest, settled);
	return found === undefined ? undefined : {...found, text: shortened(found.text, 24), end: start + found.end};
}

function utcIn(rest: string): ZoneName | undefined {
	const plain = /^(?:UTC|GMT|Zulu\b|Z(?![\p{L}\p{N}_])|(?:Coordinated )?Universal Time\b)/iu.exec(rest)?.[0];
	if (plain === undefined || (/^z/.test(plain) && plain.length === 1)) return undefined;
	const shift = /^[ \t]?([+−–-]\d{1,2}(?::?[0-5]\d)?)(?![\d]|:\d)/.exec(rest.slice(plain.length));
	const minutes = shift === null || !/^(?:UTC|GMT)$/i.test(plain) ? undefined : readOffset(shift[1] ?? '');
	const end = plain.length + (shift?.[0].length ?? 0);
	// "10:00 UTC-11:00 UTC" is a range.
	if (minutes !== undefined && !/^[ \t]?(?:UTC|GMT|Z)\b/.test(rest.slice(end))) {
		return minutes === 0 ? {text: 'UTC', zone: utc, end} : {text: rest.slice(0, end), zone: offsetZone(minutes), end};
	}
	return /^[\p{L}\p{N}_]/u.test(rest.slice(plain.length))
		? undefined
		: {text: plain.toUpperCase(), zone: utc, end: plain.length};
}

/** `+02:00`, `-7`, `0530` as minutes, where clocks keep that distance somewhere. */
export function readOffset(written: string): number | undefined {
	const [, sign, hours, rest = '0'] = /^([+−–-])(\d{1,2}):?(\d{2})?$/.exec(written) ?? [];
	if (sign === undefined) return undefined;
	const size = Number(hours) * 60 + Number(rest);
	const isKept = sign === '+' ? size <= 14 * 60 && size % 15 === 0 : size <= 12 * 60 && size % 30 === 0;
	return isKept ? (sign === '+' ? size : -size) : undefined;
}

function offsetZone(minutes: number): Zone {
	return minutes === 0 ? utc : {kind: 'offset', minutes, label: formatOffset(minutes)};
}

function ianaIn(rest: string): ZoneName | undefined {
	const written = /^[A-Z][A-Za-z]{1,12}(?:\/[A-Z][A-Za-z_-]{2,30}){1,2}/.exec(rest)?.[0];
	const city = written === undefined ? null : canonicalZone(written);
	if (written === undefined || city === null) return undefined;
	return {text: written, zone: {kind: 'city', city, label: written, settled: false}, end: written.length};
}

/** `CET/CEST`: the place that keeps both, so that the date decides. */
function pairIn(rest: string): ZoneName | undefined {
	const [whole, first = '', second = ''] = /^([A-Z]{2,5}) ?(?:\/|or) ?([A-Z]{2,5})(?![\p{L}\p{N}_])/u.exec(rest) ?? [];
	if (whole === undefined) return undefined;
	const cities = zoneReadings(second).map(({city}) => city);
	const city = zoneReadings(first).find((reading) => cities.includes(reading.city))?.city;
	return city === undefined
		? undefined
		: {text: whole, zone: {kind: 'city', city, label: whole, settled: false}, end: whole.length};
}

const place =
	/^(?:((?:(?:[Mm]y|[Oo]ur|[Tt]heir|[Yy]our|[Hh]er|[Hh]is|[Ss]ite|[Ss]erver|[Ss]tore|[Oo]ffice|[Cc]ustomer|[Vv]endor)(?:['’]s)? )?[Ll]ocal(?:[ -][Tt]ime(?:[ -]?zone)?)?|(?:[Mm]y|[Oo]ur|[Tt]heir|[Yy]our|[Hh]er|[Hh]is|[Ss]ite|[Ss]erver|[Ss]tore|[Oo]ffice) time(?:[ -]?zone)?)|((?:\p{Lu}[\p{L}.]{1,20}[ -]){1,4}(?:local )?|(?:pacific|eastern|central|mountain) )[Tt]ime|((?:US |U\.S\. )?(?:Pacific|Eastern|Central|Mountain)))(?![\p{L}\p{N}_])/u;
const notPlaces =
	/^(?:The|This|That|Start|End|Over|Some|Any|Real|Run|Down|Up|Response|First|Last|Same|At|By|In|On|All|No|Per|Each|Every|Full|Part|Long|Mean|Total|Recovery|Detection|Event|Incident|Universal)\b/;
/** What follows `09:00 Pacific` or `09:00 local` where that is a zone. */
const behindZone =
	/^(?:$|[^\p{L}\p{N}]{1,3}$|[ \t]*[^\p{L}\p{N}\s]|[ \t]*\n|[ \t]+(?:on|and|to|in|when|after|until|till|the|at|as|by|with|for|over|we|where|while|but|or|is|was|were|began)\b)/u;

function placeIn(rest: string): ZoneName | undefined {
	const [whole, local, named, region] = place.exec(rest) ?? [];
	if (whole === undefined) return undefined;
	const end = whole.length;
	const needsEnd = region !== undefined || (local !== undefined && !/time/i.test(local));
	if (needsEnd && !behindZone.test(rest.slice(end))) return undefined;
	if (local !== undefined) return {text: 'local time', zone: {kind: 'nowhere'}, end};
	if (named !== undefined && (notPlaces.test(named) || isCommonNoun(rest.slice(end)))) return undefined;
	const known = zoneNamed(region === undefined ? whole : `${region} time`);
	if (known !== null) return {text: whole, zone: {kind: 'abbreviation', label: whole, readings: [known]}, end};
	const city = cityOfPlace((named ?? '').replace(/local $/, '').trim());
	return {
		text: whole,
		zone: city === null ? {kind: 'nowhere'} : {kind: 'city', city, label: whole, settled: false},
		end,
	};
}

/** `Prometheus time series`, `Central time server`. */
function isCommonNoun(rest: string): boolean {
	return /^[ -](?:series|servers?|zones?|outs?|stamps?|lines?|windows?|slots?|budget|limit)\b/.test(rest);
}

/** Things that are called like a zone: "14:02 MSK cluster lost a broker". */
const things =
	/^[ \t](?:clusters?|brokers?|topics?|partitions?|consumers? group|teams?|scans?|scanners?|services?|jobs?|departments?|parsers?|files?|threads?|nodes?|servers?|pods?|instances?|tests?|suites?|imaging|upload|trees?|office|school|phone|algorithm)\b/;

/**
 * An abbreviation in capitals; in small letters only where it is no everyday word (`pst`) and nothing else can be
 * meant by it (`10:05 est. 300 users`).
 */
function abbreviationIn(rest: string, settled: SettledZones): ZoneName | undefined {
	const written = /^[A-Za-z]{2,5}(?![\p{L}\p{N}_&-]|\/\p{L}|['’]\p{L})/u.exec(rest)?.[0];
	if (written === undefined) return undefined;
	const label = written.toUpperCase();
	const behind = rest.slice(written.length);
	const isSmall = written === written.toLowerCase();
	if (written !== label && (!isSmall || isEverydayWord(label) || !/^(?:$|[\s,;)\]])/.test(behind))) return undefined;
	if (things.test(behind)) return undefined;
	const meant = settled.get(label);
	if (meant !== undefined) return {text: label, zone: meant, end: written.length};
	const readings = zoneReadings(label);
	return readings.length === 0
		? undefined
		: {text: label, zone: {kind: 'abbreviation', label, readings}, end: written.length};
}

/** One text for each zone: two names with the same one are the same zone. */
export function keyOfZone(zone: SaidZone['zone']): string {
	switch (zone.kind) {
		case 'utc':
		case 'nowhere':
			return zone.kind;
		case 'offset':
			return String(zone.minutes);
		case 'city':
			return zone.city;
		case 'abbreviation':
			return zone.readings.map(({name}) => name).join('|');
	}
}
