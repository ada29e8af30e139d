/** The phases as templates see them: one after another, how long each lasted, and what was noted. */
import type {Moment} from '../retro/incident-metrics.ts';
import {phasesInTime} from '../retro/phases-in-time.ts';
import type {Retro} from '../retro/record.ts';
import {formatSpan} from '../time/duration.ts';
import {printMoment} from '../time/format.ts';
import type {Slots} from './slots.ts';

/** The phases that are known; what users typed is behind slots. */
export function phasesView(retro: Pick<Retro, 'timeline' | 'impact'>, slots: Slots) {
	const known = phasesInTime(retro).map(({moment, lasted}) => ({
		phase: moment.phase,
		moment: printMoment(moment.at),
		lasted: lasted === undefined ? '-' : formatSpan(lasted),
		text: momentText(moment, slots),
	}));
	return {phases: known, hasPhases: known.length > 0};
}

/** What the entry of a moment says, or which field of the impact it is. */
export function momentText({source}: Moment, slots: Slots): string {
	if (source.kind === 'entry') return slots.line(source.entry.text, '_Not recorded yet._');
	return source.field === 'impact.start' ? '_The start of the impact._' : '_The end of the impact._';
}
