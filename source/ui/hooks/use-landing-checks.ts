/** Says at once what is odd about an entry that has just landed in the timeline, and each thing once. */
import {useRef} from 'react';
import type {Retro} from '../../retro/record.ts';
import {landingChecks} from '../../retro/timeline-checks/landing.ts';
import {useSitting} from './use-sitting.ts';
import {useWalk} from './use-walk.ts';

/** A function to call behind an edit of an entry, with the retro as it was before. It says nothing of most. */
export function useLandingChecks(): (before: Retro, entryId: string) => void {
	const sitting = useSitting();
	const walk = useWalk();
	const told = useRef(new Set<string>());
	return (before, entryId) => {
		const landing = landingChecks(before, sitting.snapshot().retro, entryId);
		if (landing === undefined) return;
		const key = `${landing.rule} ${entryId} ${landing.message}`;
		if (told.current.has(key)) return;
		told.current.add(key);
		const stop = landing.message.endsWith('?') ? '' : '.';
		walk.say(`${landing.message}${stop} Ctrl+Z takes it back.`);
	};
}
