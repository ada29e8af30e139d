/** The line of the Timeline that entries are typed into: what it means, entering it, picking a reading of its time. */
import {useRef, useState} from 'react';
import {append, batch} from '../../retro/edit.ts';
import {takePhase} from '../../retro/phase-cycle.ts';
import type {Phase, TimelineEntry} from '../../retro/record.ts';
import {lastEntered} from '../../retro/timeline.ts';
import {type EntryReading, readEntry} from '../../time/entry.ts';
import {printMoment} from '../../time/format.ts';
import {contextOf} from '../timeline-line.ts';
import {useDraft} from './use-draft.ts';
import {useEnvironment} from './use-environment.ts';
import {useLandingChecks} from './use-landing-checks.ts';
import type {LiveEntry} from './use-live-entry.ts';
import type {LinePhase} from './use-phase-key.ts';
import {useSitting} from './use-sitting.ts';
import {useAskForReading} from './use-time-choice.ts';
import {useWalk} from './use-walk.ts';

export type TimelineEntryLine = {
	/** The id of the entry that was entered last since the step was opened. */
	readonly fresh: string | undefined;
	/** Takes a line as an entry; returns false when it cannot be taken and stays. `given` is its phase. */
	enter(typed: string, given?: Phase): boolean;
	/** Asks which reading is meant and enters the line by it; without a text yet the time is put in its place. */
	pick(typed: string, given?: Phase): void;
	/** Returns whether an Enter on the empty line stays there: the first one behind the entries does, and says so. */
	staysWhenEmpty(): boolean;
};

type NewEntry = Pick<TimelineEntry, 'at' | 'text'> & {readonly typed: string};

/** @param chosen the phase that the next entry gets, unless another is given with it */
export function useTimelineEntry(chosen: LinePhase, live: LiveEntry): TimelineEntryLine {
	const sitting = useSitting();
	const walk = useWalk();
	const environment = useEnvironment();
	const checkLanding = useLandingChecks();
	const askForReading = useAskForReading();
	const line = useDraft('timeline');
	const [fresh, setFresh] = useState<string>();
	const isToldToGoOn = useRef(false);

	const read = (typed: string): EntryReading => {
		const {retro} = sitting.snapshot();
		return live.stamped(readEntry(typed, contextOf(retro, environment, lastEntered(retro))));
	};

	const add = ({at, text, typed}: NewEntry, phase: Phase | undefined): boolean => {
		if (text.trim() === '') return false;
		const before = sitting.snapshot().retro;
		const id = environment.newId();
		const beside = live.besideOf(before, {at, text}, phase);
		const entry = {id, at, text, ...(phase !== undefined && {phase}), ...(typed !== '' && {typed})};
		sitting.send(batch([...takePhase(before, phase), append(before, 'timeline', entry), ...beside.edits]));
		walk.say(beside.said);
		chosen.forget();
		setFresh(id);
		isToldToGoOn.current = false;
		checkLanding(before, id);
		return true;
	};

	const pick = (typed: string, given = chosen.phase): void => {
		const found = read(typed);
		if (found.kind === 'text') return;
		askForReading(found, found.typed, (at) => {
			if (add({...found, at}, given)) line.forget();
			else line.change(`${printMoment(at)} `);
		});
	};

	return {
		fresh,
		pick,
		enter(typed, given = chosen.phase) {
			const found = read(typed);
			if (found.kind === 'refused') pick(typed, given);
			return found.kind === 'timed' && add(found, given);
		},
		staysWhenEmpty() {
			if (isToldToGoOn.current || sitting.snapshot().retro.timeline.length === 0) return false;
			isToldToGoOn.current = true;
			walk.say('Nothing typed. Enter once more goes on to the root cause.');
			return true;
		},
	};
}
