/** What an import leaves open about its times, as questions that are asked once for all of its rows. */
import type {CalendarDate, Instant} from '../time/instant.ts';
import type {Zone} from '../time/zone-part.ts';
import {type ZoneReading, zoneReadings} from '../time/zones.ts';
import type {Candidate} from './candidate.ts';
import {hasUnknownZone} from './placement.ts';

/** What has been answered so far. */
export type Answers = {
	readonly date?: CalendarDate | undefined;
	readonly zone?: Zone | undefined;
	/** IANA zones of abbreviations that stand for several. */
	readonly zones: Readonly<Record<string, string>>;
	/** The time of lines that have none at all. */
	readonly at?: Instant | undefined;
};

export const noAnswers: Answers = {zones: {}};

/** `count` is how many rows wait for the answer. */
export type Question =
	| {readonly kind: 'time'; readonly count: number}
	| {
			readonly kind: 'abbreviation';
			readonly label: string;
			readonly choices: readonly ZoneReading[];
			readonly count: number;
	  }
	| {readonly kind: 'date'; readonly count: number}
	| {readonly kind: 'zone'; readonly count: number};

/** The next one to ask; undefined where none is left. `areLines` for lines without any times. */
export function nextQuestion(rows: readonly Candidate[], answers: Answers, areLines: boolean): Question | undefined {
	if (areLines) return answers.at === undefined ? {kind: 'time', count: rows.length} : undefined;
	const label = rows.find(({unclear}) => unclear !== undefined && !Object.hasOwn(answers.zones, unclear))?.unclear;
	if (label !== undefined) {
		const count = rows.filter(({unclear}) => unclear === label).length;
		return {kind: 'abbreviation', label, choices: zoneReadings(label), count};
	}
	const assuming = (one: 'date' | 'zone'): number =>
		rows.filter(({keep, assumed}) => keep && assumed.includes(one)).length;
	const dates = answers.date === undefined ? assuming('date') : 0;
	if (dates > 0) return {kind: 'date', count: dates};
	// Rows of a declared zone that is not known wait for one too: “All times in UC/Pacific”.
	const zones = answers.zone === undefined ? assuming('zone') + rows.filter(hasUnknownZone).length : 0;
	return zones > 0 ? {kind: 'zone', count: zones} : undefined;
}
