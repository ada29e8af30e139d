/** The times of several incidents together: medians, and how many incidents they are the medians of. */
import {type CalendarDate, dateOf} from '../time/instant.ts';
import {incidentMetrics, type MetricName, metricNames, phaseMoments} from './incident-metrics.ts';
import {type Retro, type Severity, severities} from './record.ts';

/** One time over a group of incidents. */
export type TimeStats = {
	/** How many of them have it. */
	readonly count: number;
	/** In milliseconds; null where none has it. */
	readonly median: number | null;
	/** Why the others lack it, the most frequent first. */
	readonly lacking: readonly {readonly reason: string; readonly count: number}[];
};

export type GroupStats = {readonly retros: number; readonly times: Readonly<Record<MetricName, TimeStats>>};

export type IncidentStats = {
	readonly all: GroupStats;
	/** The worst first, those without a severity last; without groups of none. */
	readonly bySeverity: readonly (GroupStats & {readonly severity: Severity | null})[];
	/** The latest first, those without a date last. */
	readonly byMonth: readonly (GroupStats & {readonly month: string | null})[];
};

type Source = Pick<Retro, 'severity' | 'date' | 'timeline' | 'impact'>;

export function incidentStats(retros: readonly Source[]): IncidentStats {
	const months = [...new Set(retros.map(monthOf))].toSorted(latestFirst);
	const found = [...severities, null].filter((severity) => retros.some((retro) => retro.severity === severity));
	return {
		all: groupStats(retros),
		bySeverity: found.map((severity) => ({
			severity,
			...groupStats(retros.filter((retro) => retro.severity === severity)),
		})),
		byMonth: months.map((month) => ({month, ...groupStats(retros.filter((retro) => monthOf(retro) === month))})),
	};
}

/** The day of an incident: as it was put down, else the one on which it started; null where neither is known. */
export function incidentDay(retro: Source): CalendarDate | null {
	const start = phaseMoments(retro).started;
	return retro.date ?? (start === undefined ? null : dateOf(start.at));
}

/** `2026-11`. */
function monthOf(retro: Source): string | null {
	return incidentDay(retro)?.slice(0, 7) ?? null;
}

function latestFirst(a: string | null, b: string | null): number {
	if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
	return a < b ? 1 : -1;
}

function groupStats(retros: readonly Source[]): GroupStats {
	const states = retros.map((retro) => new Map(incidentMetrics(retro).map(({name, state}) => [name, state])));
	const times = metricNames.map((name): [MetricName, TimeStats] => {
		const lengths: number[] = [];
		const reasons = new Map<string, number>();
		for (const state of states.map((ofRetro) => ofRetro.get(name))) {
			if (state?.kind === 'length') lengths.push(state.length);
			else if (state !== undefined) reasons.set(state.reason, (reasons.get(state.reason) ?? 0) + 1);
		}
		const lacking = Array.from(reasons, ([reason, count]) => ({reason, count})).toSorted((a, b) => b.count - a.count);
		return [name, {count: lengths.length, median: medianOf(lengths), lacking}];
	});
	return {retros: retros.length, times: Object.fromEntries(times) as Record<MetricName, TimeStats>};
}

/** The middle one; of an even number halfway between the middle two. One long night does not move it, as it would a mean. */
function medianOf(lengths: readonly number[]): number | null {
	const sorted = lengths.toSorted((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle];
	if (upper === undefined) return null;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
