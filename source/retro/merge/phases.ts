/** Each phase is one moment: two people may have given it to different entries. */
import {apply, changeItem} from '../edit.ts';
import {itemPath} from '../fields.ts';
import {type Phase, phases, type Retro, type TimelineEntry} from '../record.ts';
import {orderedTimeline} from '../timeline.ts';
import {conflictEdit} from './settle.ts';

/**
 * The merged retro with each phase on the earliest of the entries that got it, and the others
 * remembered as conflicts. A phase that stood twice on one side already is left alone.
 */
export function onePhaseEach(merged: Retro, ...sides: readonly Retro[]): Retro {
	if (sides.some(({timeline}) => timeline === merged.timeline)) return merged;
	let retro = merged;
	for (const phase of phases) {
		const [, ...others] = holders(merged, phase);
		if (others.length === 0 || sides.some((side) => holders(side, phase).length > 1)) continue;
		for (const {id} of others) {
			retro = apply(retro, changeItem(retro, 'timeline', id, {}, ['phase']));
			retro = apply(retro, conflictEdit(retro, itemPath('timeline', id, 'phase'), null, [phase]));
		}
	}
	return retro;
}

/** By instant, and those of one instant by id, so that both sides of a merge choose the same. */
function holders(retro: Retro, phase: Phase): TimelineEntry[] {
	const entries = retro.timeline.filter((entry) => entry.phase === phase);
	return orderedTimeline({timeline: entries.sort((a, b) => (a.id < b.id ? -1 : 1))});
}
