/** A line that is being typed and not entered yet: it lies in the record, so that it outlives a crash. */
import type {Retro} from '../../retro/record.ts';
import {useRetro, useSitting} from './use-sitting.ts';

/** The draft of a place, its text before any typing being `initial`, and how to change it and to forget it. */
export function useDraft(place: string, initial = ''): {text: string; change(text: string): void; forget(): void} {
	const sitting = useSitting();
	const text = draftOf(useRetro(), place) ?? initial;
	const keep = (next: string): void => {
		const was = draftOf(sitting.snapshot().retro, place) ?? '';
		if (was !== next) sitting.send({type: 'draft', place, text: next, was});
	};
	return {text, change: keep, forget: () => keep('')};
}

function draftOf(retro: Retro, place: string): string | undefined {
	return retro.drafts?.[place];
}
