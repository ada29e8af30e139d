/** Which rows of an import go into a timeline: what the source says, the window of time, and what was picked by hand. */
import type {Retro} from '../retro/record.ts';
import {formatClock, formatMinute} from '../time/format.ts';
import {dateOf, type Instant, instantOf, millisecondsOf} from '../time/instant.ts';
import {type Candidate, leftOut} from './candidate.ts';

/** Rows outside of it are left out; an end that is undefined is open. */
export type TimeWindow = {readonly from: Instant | undefined; readonly until: Instant | undefined};

export const anyTime: TimeWindow = {from: undefined, until: undefined};

/** What is picked differently from how it came, by place in the rows as they were read. */
export type Turned = ReadonlyMap<number, boolean>;

const margin = 3_600_000;

/** From an hour before the impact's start to an hour after its end, as far as they are known. */
export function windowOfImpact({impact: {start, end}}: Pick<Retro, 'impact'>): TimeWindow {
	return {
		from: start === null ? undefined : instantOf(millisecondsOf(start) - margin),
		until: end === null ? undefined : instantOf(millisecondsOf(end) + margin),
	};
}

/** `09:00 to 12:47`, with the day where its ends are of two; empty where it is open on both. */
export function windowText({from, until}: TimeWindow): string {
	if (from === undefined) return until === undefined ? '' : `until ${formatMinute(until)}`;
	if (until === undefined) return `from ${formatMinute(from)}`;
	const end = dateOf(from) === dateOf(until) ? formatClock(until) : formatMinute(until);
	return `${formatMinute(from)} to ${end}`;
}

/** Why a row is left out that lies outside of the window. */
export const isOutside = 'outside the window';

/** The rows, each in or out with its reason, in the order they came in. */
export function pickedRows(rows: readonly Candidate[], window: TimeWindow, turned: Turned): Candidate[] {
	return rows.map((row, index) => {
		const hand = turned.get(index);
		const {at} = row;
		if (hand === true && at !== undefined) return {...row, keep: true, reason: ''};
		if (hand === false && row.keep) return leftOut(row, 'by hand');
		const isIn =
			at === undefined ||
			((window.from === undefined || at >= window.from) && (window.until === undefined || at <= window.until));
		return row.keep && !isIn ? leftOut(row, isOutside) : row;
	});
}

/** The choice with these rows put in or out, as far as they have a time and a text; `rows` are as they are without any choice by hand. */
export function turn(turned: Turned, rows: readonly Candidate[], indexes: readonly number[], keep: boolean): Turned {
	const next = new Map(turned);
	for (const index of indexes) {
		const row = rows[index];
		if (row === undefined || row.at === undefined || row.text === '') continue;
		if (row.keep === keep) next.delete(index);
		else next.set(index, keep);
	}
	return next;
}

/** The choice carried over to the rows of another reading of the same text: times may differ, the order too. */
export function carriedOver(turned: Turned, before: readonly Candidate[], after: readonly Candidate[]): Turned {
	if (turned.size === 0) return turned;
	const places = new Map(namesOf(after).map((name, index) => [name, index]));
	const names = namesOf(before);
	return new Map(
		[...turned].flatMap(([index, keep]) => {
			const place = places.get(names[index] ?? '');
			return place === undefined ? [] : [[place, keep] as const];
		}),
	);
}

/** A name for each row; those that say the same are numbered. */
function namesOf(rows: readonly Candidate[]): string[] {
	const counts = new Map<string, number>();
	return rows.map(({ref, who, text}) => {
		const said = JSON.stringify([ref, who, text]);
		const count = counts.get(said) ?? 0;
		counts.set(said, count + 1);
		return `${said} ${count}`;
	});
}
