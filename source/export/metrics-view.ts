/** The times that count as templates see them: how long, by which definition, and between which two entries. */
import {incidentMetrics, type MetricState, type Moment} from '../retro/incident-metrics.ts';
import type {Retro} from '../retro/record.ts';
import {formatSpan} from '../time/duration.ts';
import {printMoment} from '../time/format.ts';
import {momentText} from './phases-view.ts';
import type {Slots} from './slots.ts';

/** All of them in their order; one that is missing says in the place of its length what is missing. */
export function metricsView(retro: Pick<Retro, 'timeline' | 'impact'>, slots: Slots) {
	return incidentMetrics(retro).map(({title, definition, state}) => ({
		name: title,
		definition,
		length: state.kind === 'length' ? formatSpan(state.length) : `_${sentence(state)}_`,
		missing: state.kind === 'length' ? '' : sentence(state),
		hasEnds: state.from !== undefined || state.to !== undefined,
		from: endText(state.from, slots),
		to: endText(state.to, slots),
	}));
}

function sentence({reason}: Exclude<MetricState, {kind: 'length'}>): string {
	return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}

/** `2026-11-20 10:00 UTC: Monitoring alert fires`. */
function endText(moment: Moment | undefined, slots: Slots): string {
	return moment === undefined ? '_Not recorded yet._' : `${printMoment(moment.at)}: ${momentText(moment, slots)}`;
}
