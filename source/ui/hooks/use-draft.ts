/** A line that is being typed and not entered yet: it lies in the record, so that it outlives a crash. */
import {useState} from 'react';
import type {Retro} from '../../retro/record.ts';
import {useRetro, useSitting} from './use-sitting.ts';

/** The draft of a place, its text before any typing being `initial`, and how to change it and to forget it. */
export function useDraft(place: string, initial = ''): {text: string; change(text: string): void; forget(): void} {
	const sitting = useSitting();
	// The record forgets an empty draft; without this the initial text would be back as soon as it is deleted.
	const [isEmptied, setEmptied] = useState(false);
	const text = draftOf(useRetro(), place) ?? (isEmptied ? '' : initial);
	const keep = (next: string, isTyped: boolean): void => {
		setEmptied(isTyped && next === '');
		const was = draftOf(sitting.snapshot().retro, place) ?? '';
		if (was !== next) sitting.send({type: 'draft', place, text: next, was});
	};
	return {text, change: (next) => keep(next, true), forget: () => keep('', false)};
}

function draftOf(retro: Retro, place: string): string | undefined {
	return retro.drafts?.[place];
}
