/** Where the user is in the walk, for the screens: the focus, and how to move it. */
import {createContext, useContext, useEffectEvent, useLayoutEffect} from 'react';
import type {FieldPath} from '../../retro/fields.ts';
import type {Step} from '../../retro/steps.ts';
import type {Focus} from '../focus.ts';

export type Walk = {
	readonly step: Step;
	readonly focus: Focus;
	/** Whether keys go to the screen; false while a dialog or the help is open over it. */
	readonly active: boolean;
	/** Moves the focus within the step. */
	setFocus(focus: Focus): void;
	/** Goes to a field on any step; Escape then comes back to where it was called from. */
	goTo(path: FieldPath): void;
	/** Accepts the field: on to the next, after the last one to the next step. */
	next(): void;
	/** Says something in the finding's row until the next key. */
	say(notice: string): void;
	/** What is called before the focus moves away; one at a time, the field that is being edited. */
	readonly leaving: {current: (() => void) | null};
};

export const WalkContext = createContext<Walk | undefined>(undefined);

/** The walk; throws outside one, which is a bug. Re-renders when the focus moves. */
export function useWalk(): Walk {
	const walk = useContext(WalkContext);
	if (walk === undefined) throw new Error('useWalk needs a WalkContext around it');
	return walk;
}

/** Whether this focus is where the keys go. */
export function useIsFocused(focus: Focus): boolean {
	const walk = useWalk();
	return walk.active && walk.focus === focus;
}

/** Calls the newest `leave` before the focus moves away, while `editing`: a line is taken over, never dropped. */
export function useLeaving(editing: boolean, leave: () => void): void {
	const {leaving} = useWalk();
	const newest = useEffectEvent(leave);
	useLayoutEffect(() => {
		if (!editing) return;
		const call = (): void => newest();
		leaving.current = call;
		return () => {
			if (leaving.current === call) leaving.current = null;
		};
	}, [editing, leaving]);
}
