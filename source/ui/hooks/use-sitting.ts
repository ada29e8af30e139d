/** The open retro for the components below: read it, send edits, never change it. */
import {createContext, useContext, useSyncExternalStore} from 'react';
import type {Retro} from '../../retro/record.ts';
import type {Sitting, Snapshot} from '../sitting.ts';

export const SittingContext = createContext<Sitting | undefined>(undefined);

/** The sitting; throws outside a walk, which is a bug. Does not re-render by itself. */
export function useSitting(): Sitting {
	const sitting = useContext(SittingContext);
	if (sitting === undefined) throw new Error('useSitting needs a SittingContext around it');
	return sitting;
}

/** The newest snapshot; re-renders on each edit and on each change of the saved state. */
export function useSnapshot(): Snapshot {
	const sitting = useSitting();
	return useSyncExternalStore(sitting.subscribe, sitting.snapshot);
}

/** The retro as it is now; re-renders on each edit. */
export function useRetro(): Retro {
	return useSnapshot().retro;
}
