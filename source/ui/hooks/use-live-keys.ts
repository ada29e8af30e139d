/** The keys of live mode: the mode itself, and one for each phase and for a decision. */
import {batch, changeItem} from '../../retro/edit.ts';
import {asDecision, decisionMark, impactOf, phaseWords} from '../../retro/live.ts';
import {givePhase} from '../../retro/phase-cycle.ts';
import {type Phase, phases} from '../../retro/record.ts';
import {lastEntered} from '../../retro/timeline.ts';
import {readEntry} from '../../time/entry.ts';
import {formatClock} from '../../time/format.ts';
import {listFocus} from '../focus.ts';
import {contextOf} from '../timeline-line.ts';
import {useDraft} from './use-draft.ts';
import {useEnvironment} from './use-environment.ts';
import {useKeys} from './use-keys.ts';
import {useLive} from './use-live.ts';
import {useSitting} from './use-sitting.ts';
import {useWalk} from './use-walk.ts';

/**
 * Listens in the Timeline. A key enters what is typed with its phase, and a short entry of now where nothing is; on a
 * selected row it gives the phase to that.
 * @param enter takes a line as an entry; returns false when it cannot be taken and stays
 */
export function useLiveKeys(enter: (line: string, phase?: Phase) => boolean, active: boolean): void {
	const {began, toggle} = useLive();
	const walk = useWalk();
	const sitting = useSitting();
	const environment = useEnvironment();
	const draft = useDraft('timeline');

	const note = (phase: Phase | undefined): void => {
		const {retro} = sitting.snapshot();
		const reading = readEntry(draft.text, contextOf(retro, environment, lastEntered(retro)));
		if (reading.text === '' && phase === undefined) {
			draft.change(draft.text === '' ? decisionMark : `${draft.text.trimEnd()} ${decisionMark}`);
			return;
		}
		const before = retro.timeline.find((entry) => entry.phase === phase);
		if (draft.text.trim() === '' && phase !== undefined && before !== undefined) {
			walk.say(`${nameOf(phase)} is noted at ${formatClock(before.at)}. To note it anew, type what happened first.`);
			return;
		}
		// What is typed as the time stays in front of the words.
		const end = reading.kind === 'text' ? 0 : reading.span.end;
		const words = phase === undefined ? asDecision(reading.text) : reading.text || phaseWords[phase];
		if (enter(`${draft.text.slice(0, end)} ${words}`.trim(), phase)) draft.forget();
	};

	const giveToRow = (id: string, phase: Phase | undefined): void => {
		const {retro} = sitting.snapshot();
		const entry = retro.timeline.find((other) => other.id === id);
		if (entry === undefined) return;
		if (phase === undefined) {
			sitting.send(changeItem(retro, 'timeline', id, {text: asDecision(entry.text)}));
			return;
		}
		const {edits, said} = impactOf(retro, phase, entry.at);
		sitting.send(batch([givePhase(retro, id, phase), ...edits]));
		walk.say(said);
	};

	useKeys(
		'live',
		(command, press) => {
			if (command === 'live') {
				toggle();
				return true;
			}
			if (began === null) return false;
			// One Enter too many is not to lead away from the line while the incident runs.
			const isEnter = press.kind === 'chord' && press.chord === 'enter';
			if (isEnter && walk.focus === 'timeline' && draft.text.trim() === '') return true;
			if (command === undefined) return false;
			const phase = phases.find((name) => command === `note-${name}`);
			const at = listFocus(walk.focus);
			if (at === undefined || at.part !== null) return false;
			if (at.id === null) note(phase);
			else giveToRow(at.id, phase);
			return true;
		},
		active,
	);
}

function nameOf(phase: Phase): string {
	return `${phase.slice(0, 1).toUpperCase()}${phase.slice(1)}`;
}
