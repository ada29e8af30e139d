/** The place in the walk as React state, and the `Walk` that the screens move it with. */
import {useCallback, useEffect, useMemo, useRef, useState} from 'react';
import type {Step} from '../../retro/steps.ts';
import type {StoreNotice} from '../../store/open/open-retro.ts';
import {focusOf, type Move, move, type Place, type StopMap, startAt} from '../navigation.ts';
import {useSitting} from './use-sitting.ts';
import type {Walk} from './use-walk.ts';

export type Navigation = {
	readonly place: Place;
	readonly walk: Walk;
	/** What the app has just said, until the next key; empty when nothing. */
	readonly notice: string;
	go(action: Move): void;
	say(notice: string): void;
};

/** `active` is false while a dialog is open over the screens. */
export function useNavigation(first: Step, map: StopMap, active: boolean): Navigation {
	const sitting = useSitting();
	const [place, setPlace] = useState(() => startAt(first));
	const [notice, say] = useState(sitting.wasConflicted ? mergedMarkers : '');
	const leaving = useRef<(() => void) | null>(null);

	useEffect(
		() =>
			sitting.subscribe((told) => {
				if (told?.kind === 'merged') void sayWhatChanged(told, say);
				if (told?.kind === 'set-aside') say(`The file could not be read any more. It lies in ${told.file}.`);
			}),
		[sitting],
	);

	const go = useCallback(
		(action: Move) => {
			say('');
			leaving.current?.();
			setPlace((before) => move(before, action, map, sitting.snapshot().retro));
		},
		[map, sitting],
	);

	const focus = focusOf(place, map);
	const walk = useMemo(
		(): Walk => ({
			step: place.step,
			focus,
			active,
			setFocus: (next) => go({type: 'focus', focus: next}),
			goTo: (path) => go({type: 'jump', path}),
			next: () => go({type: 'stop-by', by: 1, across: true}),
			say,
			leaving,
		}),
		[place.step, focus, active, go],
	);
	return {place, walk, notice, go, say};
}

const mergedMarkers = 'git left conflict markers here: both sides are merged. "retro init" makes git do it.';

/** Entries that were added are told of one by one; see `useLiveNotices`. */
async function sayWhatChanged(
	{changed}: Extract<StoreNotice, {kind: 'merged'}>,
	say: (notice: string) => void,
): Promise<void> {
	if (changed === undefined) return say('Somebody else changed this retro; their edits are in it now.');
	const {fewWords} = await import('../../retro/difference-words.ts');
	const words = fewWords(changed.before, changed.after);
	if (words !== '' && !/^Timeline \+\d+$/.test(words)) say(`Changed by somebody else: ${words}`);
}
