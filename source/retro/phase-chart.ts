/** The phases of an incident as a bar over time, with names that never lie over each other. Columns in, cells out. */
import {columnsOf} from '../text/columns.ts';
import {formatDuration} from '../time/duration.ts';
import {formatClock, formatMinute} from '../time/format.ts';
import {dateOf, instantOf, millisecondsOf} from '../time/instant.ts';
import type {Moment} from './incident-metrics.ts';
import {phasesInTime} from './phases-in-time.ts';
import type {Phase, Retro} from './record.ts';
import {columnAt, incidentSpan, type TimeSpan} from './time-scale.ts';

/** A part of the bar: what the incident was in, null before its first phase; `columns` may be 0. */
export type Segment = {readonly phase: Phase | null; readonly columns: number};

/** A name over the bar, at its column: `detected`, and as far as there is room the time since the start. */
export type Label = {readonly phase: Phase; readonly column: number; readonly name: string; readonly aside: string};

export type PhaseChart = {
	readonly span: TimeSpan;
	/** In the order of time; their columns add up to those of the chart. */
	readonly segments: readonly Segment[];
	/** From left to right, one blank at least between them. */
	readonly labels: readonly Label[];
};

/** The names that are wanted most, first: the ends, then those that the times are measured between. */
const wanted: readonly Phase[] = ['started', 'resolved', 'detected', 'mitigated', 'acknowledged', 'declared'];

/** The longest of them as people say it, so that the one after it has room. */
const names: Readonly<Partial<Record<Phase, string>>> = {acknowledged: 'acked'};

/** Fewest columns that a chart can be read in. */
export const fewestChartColumns = 36;

/** The chart in so many columns; undefined where there are too few, or all lies in one moment. */
export function phaseChart(retro: Pick<Retro, 'timeline' | 'impact'>, columns: number): PhaseChart | undefined {
	const span = incidentSpan(retro);
	if (span === undefined || columns < fewestChartColumns) return undefined;
	const moments = phasesInTime(retro).map(({moment}) => moment);
	return {span, segments: segmentsOf(moments, span, columns), labels: labelsOf(moments, span, columns)};
}

function segmentsOf(moments: readonly Moment[], span: TimeSpan, columns: number): Segment[] {
	const starts = moments.map(({at}) => columnAt(span, columns, millisecondsOf(at)));
	const inPhases = moments.map(({phase}, index): Segment => {
		const start = starts[index] ?? 0;
		// The resolution ends the bar: its moment is the last column, which belongs to it.
		return {phase, columns: (starts[index + 1] ?? columns) - start};
	});
	const before = starts[0] ?? columns;
	return before > 0 ? [{phase: null, columns: before}, ...inPhases] : inPhases;
}

/** All names that fit first, by how much they are wanted; then their times, in the same order. */
function labelsOf(moments: readonly Moment[], span: TimeSpan, columns: number): Label[] {
	const first = moments.find(({phase}) => phase === 'started') ?? moments[0];
	const byWish = moments.toSorted((a, b) => wanted.indexOf(a.phase) - wanted.indexOf(b.phase));
	const placed = new Map<Phase, Label>();
	for (const hasAside of [false, true]) {
		for (const moment of byWish) {
			const {phase, at} = moment;
			if (hasAside && !placed.has(phase)) continue;
			const aside = hasAside ? asideOf(moment, first, span) : '';
			const others = [...placed.values()].filter((label) => label.phase !== phase);
			const column = columnAt(span, columns, millisecondsOf(at));
			const label = place({phase, name: names[phase] ?? phase, aside}, column, columns, others);
			if (label !== undefined) placed.set(phase, label);
		}
	}
	return [...placed.values()].toSorted((a, b) => a.column - b.column);
}

/** Of the first moment when it was, with its day where there are several; of the others how long after it. */
function asideOf(moment: Moment, first: Moment | undefined, {from, to}: TimeSpan): string {
	if (first !== undefined && moment !== first) {
		return `+${formatDuration(millisecondsOf(moment.at) - millisecondsOf(first.at))}`;
	}
	return dateOf(instantOf(from)) === dateOf(instantOf(to)) ? formatClock(moment.at) : formatMinute(moment.at);
}

/** How far to the right of its moment a name may begin where another one is in its way. */
const furthestShift = 3;

/** Beginning at its moment, else ending there, else a little to the right; undefined where all would touch another. */
function place(label: Omit<Label, 'column'>, at: number, columns: number, others: readonly Label[]): Label | undefined {
	const width = widthOf(label);
	const shifted = Array.from({length: furthestShift}, (_, shift) => at + shift + 1);
	return [at, at - width + 1, ...shifted]
		.filter((column) => column >= 0 && column + width <= columns)
		.map((column) => ({...label, column}))
		.find((candidate) => others.every((other) => areApart(candidate, other)));
}

function areApart(a: Label, b: Label): boolean {
	return a.column + widthOf(a) < b.column || b.column + widthOf(b) < a.column;
}

/** The columns of a label: its name, and its time behind a blank. */
export function widthOf({name, aside}: Pick<Label, 'name' | 'aside'>): number {
	return columnsOf(name) + (aside === '' ? 0 : 1 + columnsOf(aside));
}
