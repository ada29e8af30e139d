/** A time that counts in words: how long, and between which moments, or what is missing. */
import {formatDuration} from '../time/duration.ts';
import {formatClock, formatMinute} from '../time/format.ts';
import {dateOf} from '../time/instant.ts';
import {type Metric, type MetricState, type Moment, metricDefinitions} from './incident-metrics.ts';
import type {Phase} from './record.ts';

/** `4m`, or a dash where there is none. */
export function shortLength(state: MetricState): string {
	return state.kind === 'length' ? formatDuration(state.length) : '-';
}

/** `09:56 started to 10:00 detected`, all in UTC and with the days where they differ; or why there is none. */
export function betweenWords(state: MetricState): string {
	if (state.kind === 'missing') return state.reason;
	const {from, to} = state;
	const isOneDay = dateOf(from.at) === dateOf(to.at);
	const said = ({phase, at}: Moment): string => `${isOneDay ? formatClock(at) : formatMinute(at)} ${phase}`;
	const between = `${said(from)} to ${said(to)}`;
	return state.kind === 'backwards' ? `${state.reason}: ${between}` : between;
}

/** The time that ends with a phase; undefined for those that begin or end none. */
export function metricEndingWith(metrics: readonly Metric[], phase: Phase): Metric | undefined {
	return metrics.find(({name}) => name !== 'duration' && metricDefinitions[name].to === phase);
}
