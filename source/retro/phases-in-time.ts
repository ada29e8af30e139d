/** The phases one after another, and how long each lasted. */
import {millisecondsOf} from '../time/instant.ts';
import {type Moment, phaseMoments} from './incident-metrics.ts';
import {phases, type Retro} from './record.ts';

/** `lasted` in milliseconds until the next one; undefined for the last. */
export type PhaseInTime = {readonly moment: Moment; readonly lasted: number | undefined};

/** The phases that are known, in the order of time; those of one moment in their usual order. */
export function phasesInTime(retro: Pick<Retro, 'timeline' | 'impact'>): PhaseInTime[] {
	const moments = Object.values(phaseMoments(retro)).toSorted(
		(a, b) => millisecondsOf(a.at) - millisecondsOf(b.at) || phases.indexOf(a.phase) - phases.indexOf(b.phase),
	);
	return moments.map((moment, index) => {
		const next = moments[index + 1];
		return {moment, lasted: next && millisecondsOf(next.at) - millisecondsOf(moment.at)};
	});
}
