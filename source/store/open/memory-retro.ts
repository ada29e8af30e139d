/** A retro that is open and never saved: the worked example, to be looked at and played with. */
import {apply} from '../../retro/edit.ts';
import type {Retro} from '../../retro/record.ts';
import type {OpenRetro} from './open-retro.ts';

/** Opens a retro in memory. Nothing of it reaches the disk. */
export function openInMemory(start: Retro): OpenRetro {
	let retro = start;
	const listeners = new Set<() => void>();
	return {
		get retro() {
			return retro;
		},
		state: {kind: 'saved', at: start.updatedAt},
		commit(edit) {
			retro = apply(retro, edit);
			for (const listener of listeners) listener();
			return retro;
		},
		flush: async () => {},
		close: async () => {},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
