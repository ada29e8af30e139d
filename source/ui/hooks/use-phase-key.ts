/** The key that gives phases in the Timeline: to the entry that is selected, or to the line that is being typed. */
import {givePhase, phaseAfter} from '../../retro/phase-cycle.ts';
import {type Phase, phases} from '../../retro/record.ts';
import {useDraft} from './use-draft.ts';
import {useKeys} from './use-keys.ts';
import {useLandingChecks} from './use-landing-checks.ts';
import {useRetro, useSitting} from './use-sitting.ts';
import {useWalk} from './use-walk.ts';

/** The phase that the line's entry is to get. */
export type LinePhase = {readonly phase: Phase | undefined; forget(): void};

/** Listens in the entry line; what is chosen is kept with the line, so that it outlives leaving the step. */
export function useLinePhase(): LinePhase {
	const walk = useWalk();
	const retro = useRetro();
	const chosen = useDraft('timeline.phase');
	const phase = phases.find((name) => name === chosen.text);
	useKeys(
		'list',
		(command) => {
			if (command !== 'phase') return false;
			chosen.change(phaseAfter(retro, phase) ?? '');
			return true;
		},
		walk.active && walk.focus === 'timeline',
	);
	return {phase, forget: chosen.forget};
}

/** What the key does on a selected entry, for `useListKeys`; false for any other command. */
export function useRowPhase(): (command: string, id: string) => boolean {
	const sitting = useSitting();
	const checkLanding = useLandingChecks();
	return (command, id) => {
		if (command !== 'phase') return false;
		const {retro} = sitting.snapshot();
		const current = retro.timeline.find((entry) => entry.id === id)?.phase;
		sitting.send(givePhase(retro, id, phaseAfter(retro, current)));
		checkLanding(retro, id);
		return true;
	};
}
