/** Reads what the flags of an import say: the day, the zone, the time from which and until when. */
import type {ImportContext} from '../../importers/candidate.ts';
import type {Bounds} from '../../importers/collection.ts';
import type {Source} from '../../importers/source.ts';
import {sources} from '../../importers/sources.ts';
import {readDeclaredZone} from '../../importers/zone.ts';
import {wrongUse} from '../../problem.ts';
import type {Retro} from '../../retro/record.ts';
import {readDate} from '../../time/date.ts';
import {type CalendarDate, dateOf, type Instant} from '../../time/instant.ts';
import {readMoment} from '../../time/moment.ts';
import {choiceOf} from '../parse.ts';
import {quoted} from '../quote.ts';
import {timeProblem} from '../time-problem.ts';

export type ImportFlags = {
	readonly tz?: string | undefined;
	readonly date?: string | undefined;
	readonly since?: string | undefined;
	readonly until?: string | undefined;
	readonly from?: string | undefined;
};

/** What an import into a retro takes beside. */
export type RowsFlags = ImportFlags & {
	readonly into?: string | undefined;
	readonly dryRun?: boolean | undefined;
	readonly yes?: boolean | undefined;
};

/** Throws a `Problem` of wrong use for what cannot be read, with the readings where there are several. */
export function contextFor(
	flags: ImportFlags,
	retro: Retro | undefined,
	now: Instant,
	zones: Readonly<Record<string, string>>,
): ImportContext {
	const start = retro?.impact.start ?? null;
	return {
		now,
		date: flags.date === undefined ? undefined : dayOf(flags.date, now),
		zone: flags.tz === undefined ? undefined : zoneOf(flags.tz, zones),
		incidentDate: start === null ? (retro?.date ?? undefined) : dateOf(start),
		zones,
	};
}

/** A day alone is all of it: from its first second, until its last. A clock alone is of the day of the rows. */
export function boundsFor({since, until}: ImportFlags, {now, date, incidentDate}: ImportContext): Bounds {
	const day = date ?? incidentDate ?? null;
	return {
		since: since === undefined ? undefined : edge(since, now, day, '00:00:00'),
		until: until === undefined ? undefined : edge(until, now, day, '23:59:59'),
	};
}

/** The source that was named. */
export function sourceFor({from}: ImportFlags): Source | undefined {
	if (from === undefined) return undefined;
	const name = choiceOf(
		from,
		sources.map((source) => source.name),
		'--from',
	);
	return sources.find((source) => source.name === name);
}

function dayOf(text: string, now: Instant) {
	const read = readDate(text, dateOf(now));
	if (read.kind === 'date') return read.date;
	throw wrongUse(read.kind === 'refused' ? read.message : '--date is empty', 'Write it as in 2026-11-20.');
}

function zoneOf(text: string, zones: Readonly<Record<string, string>>) {
	const read = readDeclaredZone(text, zones);
	const hint = 'Write it as in Europe/Berlin, +02:00 or UTC.';
	if (read?.kind !== 'zone') throw wrongUse(`${quoted(text)} is no known time zone`, hint);
	const {zone} = read;
	if (zone.kind !== 'abbreviation' || zone.readings.length === 1) return zone;
	const places = zone.readings.map(({city}) => city).join(', ');
	throw wrongUse(`${zone.label} stands for several zones`, `Write the place: ${places}.`);
}

function edge(text: string, now: Instant, incidentDate: CalendarDate | null, clock: string): Instant {
	const day = readDate(text, dateOf(now));
	if (day.kind === 'date') return `${day.date}T${clock}Z` as Instant;
	const read = readMoment(text, {now, previous: null, incidentStart: null, incidentDate});
	if (read.kind === 'moment') return read.at;
	if (read.kind === 'refused') throw timeProblem(read);
	throw wrongUse('The time is empty', 'Write it as in 2026-11-20 10:05.');
}
