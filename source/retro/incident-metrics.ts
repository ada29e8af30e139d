/**
 * The times that count, each with its definition and the two moments that it lies between, or with what is
 * missing. The definitions are the usual ones: start, detection, mitigation and recovery as in GitLab's
 * "Visual guide to incident metrics" (2023), whose last is DORA's time to restore service; the time to
 * acknowledge as PagerDuty has it, from the alert on.
 */
import {type Instant, millisecondsOf} from '../time/instant.ts';
import type {Phase, Retro, TimelineEntry} from './record.ts';
import {orderedTimeline} from './timeline.ts';

export const metricNames = ['detect', 'acknowledge', 'mitigate', 'resolve', 'duration'] as const;
export type MetricName = (typeof metricNames)[number];

/** Where a moment comes from: the entry that carries its phase, or a field of the impact. */
export type MomentSource =
	| {readonly kind: 'entry'; readonly entry: TimelineEntry}
	| {readonly kind: 'impact'; readonly field: 'impact.start' | 'impact.end'};

export type Moment = {readonly phase: Phase; readonly at: Instant; readonly source: MomentSource};

export type MetricState =
	/** `length` in milliseconds. */
	| {readonly kind: 'length'; readonly length: number; readonly from: Moment; readonly to: Moment}
	/** `reason` is a sentence without its full stop. */
	| {readonly kind: 'missing'; readonly reason: string; readonly from?: Moment; readonly to?: Moment}
	/** The second moment lies before the first. */
	| {readonly kind: 'backwards'; readonly reason: string; readonly from: Moment; readonly to: Moment};

export type Metric = {
	readonly name: MetricName;
	/** `Time to detect`. */
	readonly title: string;
	/** `from the start of the impact to the moment …`, without a full stop. */
	readonly definition: string;
	readonly state: MetricState;
};

/** Of each: its title, the phases that it lies between, and what it says. */
export const metricDefinitions = {
	detect: {
		title: 'Time to detect',
		from: 'started',
		to: 'detected',
		definition: 'from the start of the impact until somebody or something noticed it',
	},
	acknowledge: {
		title: 'Time to acknowledge',
		from: 'detected',
		to: 'acknowledged',
		definition: 'from the detection until somebody took it on',
	},
	mitigate: {
		title: 'Time to mitigate',
		from: 'started',
		to: 'mitigated',
		definition: 'from the start of the impact until the worst of it was over',
	},
	resolve: {
		title: 'Time to resolve',
		from: 'started',
		to: 'resolved',
		definition: 'from the start of the impact until all worked as usual',
	},
	duration: {
		title: 'Duration of the impact',
		from: 'started',
		to: 'resolved',
		definition: 'from the start to the end that the impact states',
	},
} as const satisfies Record<MetricName, {title: string; from: Phase; to: Phase; definition: string}>;

type Source = Pick<Retro, 'timeline' | 'impact'>;

/** The moment of each phase: of the entry that carries it, else what the impact states as start and end. */
export function phaseMoments(retro: Source): Partial<Record<Phase, Moment>> {
	const moments = impactMoments(retro);
	// Few of them carry one: sorting thousands to find six would be felt while typing.
	const marked = retro.timeline.filter(({phase}) => phase !== undefined);
	for (const entry of orderedTimeline({timeline: marked})) {
		const {phase, at} = entry;
		if (phase !== undefined) moments[phase] = {phase, at, source: {kind: 'entry', entry}};
	}
	return moments;
}

/** The times of a retro, always all of them and in the same order. */
export function incidentMetrics(retro: Source): Metric[] {
	const ofPhases = phaseMoments(retro);
	const ofImpact = impactMoments(retro);
	return metricNames.map((name) => {
		const {title, definition, from, to} = metricDefinitions[name];
		const [moments, missing] = name === 'duration' ? [ofImpact, withoutField] : [ofPhases, withoutEntry];
		return {name, title, definition, state: stateOf(moments[from], moments[to], missing(moments, from, to))};
	});
}

/** How long each of them is, in milliseconds; absent where a phase is missing or the order makes no sense. */
export function incidentTimes(retro: Source): Partial<Record<MetricName, number>> {
	return Object.fromEntries(
		incidentMetrics(retro).flatMap(({name, state}) => (state.kind === 'length' ? [[name, state.length]] : [])),
	);
}

function impactMoments({impact: {start, end}}: Source): Partial<Record<Phase, Moment>> {
	return {
		...(start !== null && {started: {phase: 'started', at: start, source: {kind: 'impact', field: 'impact.start'}}}),
		...(end !== null && {resolved: {phase: 'resolved', at: end, source: {kind: 'impact', field: 'impact.end'}}}),
	};
}

function stateOf(from: Moment | undefined, to: Moment | undefined, missing: string): MetricState {
	if (from === undefined || to === undefined) {
		return {kind: 'missing', reason: missing, ...(from && {from}), ...(to && {to})};
	}
	const length = millisecondsOf(to.at) - millisecondsOf(from.at);
	return length < 0
		? {kind: 'backwards', reason: `${to.phase} is before ${from.phase}`, from, to}
		: {kind: 'length', length, from, to};
}

type Moments = Partial<Record<Phase, Moment>>;

function withoutEntry(moments: Moments, ...ends: readonly Phase[]): string {
	const missing = ends.filter((phase) => moments[phase] === undefined);
	return `no entry is marked as ${missing.join(' or ')}`;
}

function withoutField(moments: Moments, from: Phase, to: Phase): string {
	const missing = [moments[from] === undefined && 'start', moments[to] === undefined && 'end'];
	return `the impact has no ${missing.filter((end) => end !== false).join(' and no ')}`;
}
