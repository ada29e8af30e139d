/**
 * Keys go from the innermost listener to the outermost until one takes them. There is one reader of the
 * terminal (`KeySource`), so that the order does not depend on which component was mounted first.
 */
import {useInput, usePaste} from 'ink';
import {createContext, useContext, useEffectEvent, useLayoutEffect, useMemo, useRef} from 'react';
import {commandOf, type KeyContext} from '../keymap.ts';
import {chordOf, type Press, pressesOf} from '../press.ts';

/** Innermost first: who is asked before whom. */
const layers = [
	'dialog',
	'text',
	'live',
	'list',
	'import',
	'review',
	'browse',
	'walk',
	'app',
] as const satisfies readonly KeyContext[];

/**
 * What a listener is told: the command that the press means in its context, if any, and the press
 * itself. It returns true when it took the press, and `again` when it moved the focus to where the press
 * belongs: it is then sent once more, after the frame.
 */
export type KeyListener = (command: string | undefined, press: Press) => boolean | 'again';

type Registration = {readonly context: KeyContext; readonly listener: KeyListener};

export type KeyRouter = {
	add(registration: Registration): () => void;
	/** What the listener answered that took it; false where none did. */
	send(press: Press): boolean | 'again';
};

/** A router without a terminal: listeners are asked by layer, within a layer the newest first. */
function createKeyRouter(): KeyRouter {
	const registrations = new Set<Registration>();
	return {
		add(registration) {
			registrations.add(registration);
			return () => registrations.delete(registration);
		},
		send(press) {
			const chord = chordOf(press);
			for (const layer of layers) {
				const listening = [...registrations].filter(({context}) => context === layer).reverse();
				for (const {listener} of listening) {
					const answer = listener(chord === undefined ? undefined : commandOf(layer, chord), press);
					if (answer !== false) return answer;
				}
			}
			return false;
		},
	};
}

export const KeyRouterContext = createContext<KeyRouter>(createKeyRouter());

/**
 * The one reader of the terminal's keys; mount it once, at the root. Presses that arrive together are
 * handed out one by one, each after the frame of the one before, so that a field that a Tab has just
 * focused takes the letter that came in the same chunk.
 */
export function useKeySource(router: KeyRouter): void {
	const queue = useRef<Press[]>([]);
	const pastedAt = useRef(Number.NEGATIVE_INFINITY);

	const drain = (): void => {
		const press = queue.current[0];
		if (press === undefined) return;
		const answer = router.send(press);
		afterFrame(() => {
			if (answer !== 'again') queue.current.shift();
			drain();
		});
	};
	const receive = (presses: readonly Press[]): void => {
		const isIdle = queue.current.length === 0;
		queue.current.push(...presses);
		if (isIdle) drain();
	};

	useInput((input, key) => {
		// An end-of-paste mark inside a pasted text ends the paste early; the rest follows on its heels.
		const isRest = performance.now() - pastedAt.current < pasteHeels && input.length > 1;
		if (isRest) pastedAt.current = performance.now();
		receive(isRest ? [{kind: 'paste', text: input}] : pressesOf(input, key));
	});
	usePaste((text) => {
		pastedAt.current = performance.now();
		receive([{kind: 'paste', text}]);
	});
}

/**
 * Calls back when what a press has changed is on screen and listening. React draws what is not done within
 * Ink's own event in a turn of the event loop that it asks for after us, so that one turn is too early.
 */
function afterFrame(next: () => void): void {
	setImmediate(() => setImmediate(next));
}

/** How soon after a paste a chunk of several characters is taken to belong to it, in milliseconds. */
const pasteHeels = 50;

/**
 * Listens to keys in a context while `active`. The newest closure is always the one that is called;
 * nothing is re-registered on a re-render.
 */
export function useKeys(context: KeyContext, listener: KeyListener, active = true): void {
	const router = useContext(KeyRouterContext);
	const newest = useEffectEvent(listener);
	useLayoutEffect(() => {
		if (!active) return;
		return router.add({context, listener: (command, press) => newest(command, press)});
	}, [router, context, active]);
}

/** A router that lives as long as the component. */
export function useKeyRouter(): KeyRouter {
	return useMemo(createKeyRouter, []);
}
