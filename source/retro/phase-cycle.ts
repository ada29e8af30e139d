/** Giving phases to timeline entries with one key: which comes next, and that each phase is one moment. */
import {batch, changeItem, type Edit} from './edit.ts';
import {type Phase, phases, type Retro} from './record.ts';

/**
 * The phase that one more press of the key gives to an entry which has `current`: first the ones after the
 * latest that is given, then the earlier ones that are free, then none. A start that the impact states
 * needs no entry.
 */
export function phaseAfter(retro: Retro, current: Phase | undefined): Phase | undefined {
	const given = retro.timeline.map(({phase}) => phase).filter((phase) => phase !== undefined && phase !== current);
	const latest = Math.max(
		retro.impact.start === null ? -1 : 0,
		...given.map((phase) => phases.indexOf(phase as Phase)),
	);
	const inTurn = [...phases.slice(latest + 1), ...phases.slice(0, latest + 1)];
	const free = inTurn.filter((phase) => !given.includes(phase));
	return free[current === undefined ? 0 : free.indexOf(current) + 1];
}

/** The edit that gives an entry a phase, or takes its phase away, and takes the phase from whoever had it. */
export function givePhase(retro: Retro, id: string, phase: Phase | undefined): Edit | undefined {
	const own =
		phase === undefined ? changeItem(retro, 'timeline', id, {}, ['phase']) : changeItem(retro, 'timeline', id, {phase});
	return batch([...takePhase(retro, phase), own]);
}

/** The edits that take a phase from the entry which has it. */
export function takePhase(retro: Retro, phase: Phase | undefined): Edit[] {
	if (phase === undefined) return [];
	return retro.timeline
		.filter((entry) => entry.phase === phase)
		.map((entry) => changeItem(retro, 'timeline', entry.id, {}, ['phase']));
}
