/** The zone behind a time: `Z`, `UTC`, `+02:00`, `UTC+2`, `(PST)`, `pst`, `Europe/Berlin`. */
import {endsHere} from './clock.ts';
import {formatOffset} from './format.ts';
import {canonicalZone} from './zoned.ts';
import {isEverydayWord, type ZoneReading, zoneReadings} from './zones.ts';

export type Zone =
	/** `typed`: whether UTC was said rather than left open. */
	| {readonly kind: 'utc'; readonly typed: boolean}
	| {readonly kind: 'offset'; readonly minutes: number; readonly label: string}
	/** `settled`: whether it came from an abbreviation that the team's configuration settles. */
	| {readonly kind: 'city'; readonly city: string; readonly label: string; readonly settled: boolean}
	| {readonly kind: 'abbreviation'; readonly label: string; readonly readings: readonly ZoneReading[]};

export type ZonePart =
	| {readonly kind: 'zone'; readonly zone: Zone; readonly end: number}
	| {readonly kind: 'wrong'; readonly message: string; readonly hint: string; readonly end: number};

/**
 * The zone that begins at `start`, after white space or none; null where there is none.
 *
 * @param full whether date or seconds stand before it, so that `-07` and `-07:00` glued to the time can be nothing else
 * @param settled abbreviations that a team has settled, each with its IANA zone
 */
export function readZonePart(
	line: string,
	start: number,
	full: boolean,
	settled: Readonly<Record<string, string>>,
): ZonePart | null {
	const glued = /^\s/.test(line.slice(start)) ? 0 : 1;
	const gap = /^\s*/.exec(line.slice(start))?.[0].length ?? 0;
	const bracket = /^[([]/.test(line.slice(start + gap)) ? 1 : 0;
	const from = start + gap + bracket;
	const found =
		readOffset(line, from, glued === 1, full) ??
		readUtc(line, from) ??
		readCity(line, from) ??
		readLetters(line, from, settled);
	if (found === null) return null;
	if (bracket === 1) {
		return /^[)\]]/.test(line.slice(found.end)) ? {...found, end: found.end + 1} : null;
	}
	return endsHere(line, found.end) ? found : null;
}

/** Distances from UTC that clocks keep somewhere lie between these, in minutes, on the quarter of an hour. */
const [westmost, eastmost] = [-12 * 60, 14 * 60];

function readOffset(line: string, start: number, glued: boolean, full: boolean): ZonePart | null {
	const match = /^([+-])(\d\d?)(?::?(\d\d))?(?!\d)/.exec(line.slice(start));
	if (match === null) return null;
	const [typed, sign, hours, minutes] = match;
	// `10:05 +2 pods`, `10:05-20`: hours alone are a zone only where nothing else can be meant.
	if (minutes === undefined && (!glued || (sign === '-' && !full))) return null;
	const end = start + typed.length;
	const size = Number(hours) * 60 + Number(minutes ?? 0);
	return offsetPart(sign === '-' ? -size : size, typed, end);
}

function readUtc(line: string, start: number): ZonePart | null {
	const match = /^(?:z|(?:utc|gmt)(?:([+-])(\d\d?)(?::?(\d\d))?)?)(?![A-Za-z0-9])/i.exec(line.slice(start));
	if (match === null) return null;
	const [typed, sign, hours, minutes] = match;
	const end = start + typed.length;
	if (sign === undefined) return {kind: 'zone', zone: {kind: 'utc', typed: true}, end};
	const size = Number(hours) * 60 + Number(minutes ?? 0);
	return offsetPart(sign === '-' ? -size : size, typed, end);
}

function offsetPart(minutes: number, typed: string, end: number): ZonePart {
	if (minutes < westmost || minutes > eastmost || minutes % 15 !== 0 || (minutes !== 0 && Math.abs(minutes) < 60)) {
		return {
			kind: 'wrong',
			message: `${typed} is no distance from UTC`,
			hint: 'They go from -12:00 to +14:00, in quarters of an hour',
			end,
		};
	}
	if (minutes === 0) return {kind: 'zone', zone: {kind: 'utc', typed: true}, end};
	return {kind: 'zone', zone: {kind: 'offset', minutes, label: formatOffset(minutes)}, end};
}

const areas = /^(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)\//i;

function readCity(line: string, start: number): ZonePart | null {
	const typed = /^[A-Za-z]+(?:\/[A-Za-z_]+(?:[+-][A-Za-z0-9]+|-[A-Za-z_]+)*)+/.exec(line.slice(start))?.[0];
	if (typed === undefined) return null;
	const end = start + typed.length;
	const city = canonicalZone(typed);
	if (city !== null) return {kind: 'zone', zone: {kind: 'city', city, label: city, settled: false}, end};
	if (!areas.test(typed)) return null;
	return {kind: 'wrong', message: `${typed} is no known time zone`, hint: 'Write it as in Europe/Berlin', end};
}

function readLetters(line: string, start: number, settled: Readonly<Record<string, string>>): ZonePart | null {
	const typed = /^[A-Za-z]{2,5}(?![A-Za-z0-9_/])/.exec(line.slice(start))?.[0];
	if (typed === undefined) return null;
	const end = start + typed.length;
	const label = typed.toUpperCase();
	const inCapitals = typed === label;
	// `10:05 est. 300 users`: a stop behind small letters makes them a word.
	if (!inCapitals && (typed !== typed.toLowerCase() || !/^(?:$|[\s\])])/.test(line.slice(end)))) return null;
	if (!inCapitals && isEverydayWord(typed)) return null;
	const city = Object.entries(settled).find(([name]) => name.toUpperCase() === label)?.[1];
	if (city !== undefined) return settledZone(label, city, end);
	const readings = zoneReadings(label);
	return readings.length === 0 ? null : {kind: 'zone', zone: {kind: 'abbreviation', label, readings}, end};
}

function settledZone(label: string, name: string, end: number): ZonePart {
	const city = canonicalZone(name);
	if (city !== null) return {kind: 'zone', zone: {kind: 'city', city, label, settled: true}, end};
	return {
		kind: 'wrong',
		message: `${label} is settled as ${name}, which is no known time zone`,
		hint: 'Correct it in the configuration, as in Europe/Berlin',
		end,
	};
}
