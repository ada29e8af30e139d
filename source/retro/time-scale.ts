/** A stretch of time laid over columns: what the phase chart and the density of the entries share. */
import {millisecondsOf} from '../time/instant.ts';
import {phaseMoments} from './incident-metrics.ts';
import type {Retro} from './record.ts';

/** From and to in milliseconds since the epoch, to later than from. */
export type TimeSpan = {readonly from: number; readonly to: number};

/**
 * The stretch that the picture of an incident shows: from its start to its resolution, since a cause may lie
 * a week back and a follow-up a week ahead. Where either is not known, or both are one moment, the entries
 * say how far it goes; undefined where all lies in one moment.
 */
export function incidentSpan(retro: Pick<Retro, 'timeline' | 'impact'>): TimeSpan | undefined {
	const moments = phaseMoments(retro);
	const ofPhases = Object.values(moments).map(({at}) => millisecondsOf(at));
	const {first, last} = reachOf(retro.timeline);
	const ends = [moments.started === undefined && first, moments.resolved === undefined && last];
	return spanOf([...ofPhases, ...ends]) ?? spanOf([...ofPhases, first, last]);
}

/** When the first and the last entry were; absent without any. */
function reachOf(timeline: Retro['timeline']): {first?: number; last?: number} {
	const [entry, ...others] = timeline;
	if (entry === undefined) return {};
	let [first, last] = [entry.at, entry.at];
	for (const {at} of others) {
		if (at < first) first = at;
		if (at > last) last = at;
	}
	return {first: millisecondsOf(first), last: millisecondsOf(last)};
}

function spanOf(times: readonly (number | false | undefined)[]): TimeSpan | undefined {
	const known = times.filter((time) => typeof time === 'number');
	const [from, to] = [Math.min(...known), Math.max(...known)];
	return from < to ? {from, to} : undefined;
}

/** The column of a moment, from 0; below 0 or from `columns` on where it lies outside. */
export function columnAt({from, to}: TimeSpan, columns: number, time: number): number {
	if (time < from) return -1;
	if (time > to) return columns;
	return Math.min(columns - 1, Math.floor(((time - from) / (to - from)) * columns));
}
