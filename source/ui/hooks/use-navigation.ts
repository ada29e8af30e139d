/** The place in the walk as React state, and the `Walk` that the screens move it with. */
import {useCallback, useEffect, useMemo, useRef, useState} from 'react';
import type {Step} from '../../retro/steps.ts';
import type {StoreNotice} from '../../store/open/open-retro.ts';
import {lostRow} from '../focus.ts';
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

	const go = useCallback(
		(action: Move) => {
			say('');
			leaving.current?.();
			setPlace((before) => move(before, action, map, sitting.snapshot().retro));
		},
		[map, sitting],
	);

	const focus = focusOf(place, map);
	useEffect(
		() =>
			sitting.subscribe((told) => {
				// What became of the row that the person is in is told by `useLostRow`.
				const isLost = lostRow(focus, sitting.snapshot().retro) !== undefined;
				if (told?.kind === 'merged' && !isLost) void sayWhatChanged(told, say);
				if (told?.kind === 'set-aside') say(`The file could not be read any more. It lies in ${told.file}.`);
			}),
		[sitting, focus],
	);

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
	const {differenceWords, inFewWords} = await import('../../retro/difference-words.ts');
	const all = differenceWords(changed.before, changed.after);
	const isTold = all.every(({part, kind}) => part === 'Timeline' && kind === 'added');
	if (!isTold) say(`Changed by somebody else: ${inFewWords(all)}`);
}
