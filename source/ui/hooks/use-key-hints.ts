/** What the footer tells while a dialog of a screen's own takes the keys. */
import {createContext, useContext, useLayoutEffect} from 'react';
import type {KeyHint} from '../keymap.ts';

export const dialogHints: readonly KeyHint[] = ['take', 'cancel'];

export const timeChoiceHints: readonly KeyHint[] = ['take', 'always', 'cancel'];

export const KeyHintsContext = createContext<(hints: readonly KeyHint[] | undefined) => void>(() => undefined);

/** Shows the keys of a dialog in the place of the step's, as long as it is active. */
export function useDialogHints(active: boolean, hints = dialogHints): void {
	const show = useContext(KeyHintsContext);
	useLayoutEffect(() => {
		if (!active) return;
		show(hints);
		return () => show(undefined);
	}, [active, show, hints]);
}
