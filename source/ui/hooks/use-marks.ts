/** Rows of the timeline that are marked, and what is done to all of them at once. */

import {useContext, useLayoutEffect, useMemo, useState} from 'react';
import {givePhasesInTurn, removeEntries} from '../../retro/marked-entries.ts';
import type {Retro} from '../../retro/record.ts';
import {orderedTimeline} from '../../retro/timeline.ts';
import {counted} from '../../text/counted.ts';
import {listFocus, rowFocus} from '../focus.ts';
import type {KeyHint} from '../keymap.ts';
import {KeyHintsContext} from './use-key-hints.ts';
import {useKeys} from './use-keys.ts';
import {useRetro, useSitting} from './use-sitting.ts';
import {useWalk} from './use-walk.ts';

export type MarkedRows = {
	readonly ids: ReadonlySet<string>;
	/** The entries that are being shifted; undefined while none are. */
	readonly shifting: ReadonlySet<string> | undefined;
	stopShifting(): void;
	/** A text with the count in front of it, where rows are marked. */
	said(text: string): string;
};

/**
 * Listens while a row of the timeline is selected. Call it behind `useListKeys`: of two listeners the later one is
 * asked first, and Space is text to the other.
 */
export function useMarkedRows(): MarkedRows {
	const walk = useWalk();
	const sitting = useSitting();
	const retro = useRetro();
	const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
	const [shifting, setShifting] = useState<ReadonlySet<string>>();
	const ids = useMemo(() => existing(retro, chosen), [retro, chosen]);
	const at = listFocus(walk.focus);
	const selected = at?.list === 'timeline' && at.part === null ? at.id : null;

	const orderNow = (): string[] => orderedTimeline(sitting.snapshot().retro).map(({id}) => id);
	const goBy = (id: string, by: 1 | -1): string[] => {
		const order = orderNow();
		const next = order[order.indexOf(id) + by];
		if (next === undefined) return [];
		walk.setFocus(rowFocus('timeline', next));
		return [next];
	};

	const toggle = (id: string, count: number): void => {
		const order = orderNow();
		const place = order.indexOf(id);
		const next = new Set(ids);
		for (const other of order.slice(place, place + count)) {
			if (!next.delete(other)) next.add(other);
		}
		choose(next);
		walk.setFocus(rowFocus('timeline', order[Math.min(place + count, order.length - 1)] ?? id));
	};

	const mark = (command: string | undefined, id: string): boolean => {
		switch (command) {
			case 'mark-above':
			case 'mark-below':
				choose(new Set([...ids, id, ...goBy(id, command === 'mark-above' ? -1 : 1)]));
				return true;
			case 'mark-all':
				choose(ids.size === retro.timeline.length ? new Set() : new Set(orderNow()));
				return true;
			default:
				return false;
		}
	};
	const act = (command: string | undefined, id: string): boolean => {
		const now = sitting.snapshot().retro;
		switch (command) {
			case 'shift':
				setShifting(ids.size > 0 ? ids : new Set([id]));
				return true;
			case 'phase':
				sitting.send(givePhasesInTurn(now, ids));
				return ids.size > 0;
			case 'delete-entry': {
				if (ids.size === 0) return false;
				const order = orderNow();
				const place = order.indexOf(id);
				const left = [...order.slice(place), ...order.slice(0, place).reverse()].find((other) => !ids.has(other));
				sitting.send(removeEntries(now, ids));
				walk.setFocus(left === undefined ? 'timeline' : rowFocus('timeline', left));
				walk.say(`${countedEntries(ids)} deleted. Ctrl+Z brings back what was there.`);
				return true;
			}
			default:
				return false;
		}
	};
	useKeys(
		'list',
		(command, press) => {
			if (selected === null) return false;
			// A fast hand or a slow line brings several in one chunk.
			const spaces = press.kind === 'text' && /^ +$/.test(press.text) ? press.text.length : 0;
			if (command === 'mark' || spaces > 0) {
				toggle(selected, Math.max(1, spaces));
				return true;
			}
			return mark(command, selected) || act(command, selected);
		},
		walk.active && selected !== null && shifting === undefined,
	);
	// On the line under the list as well, where it would otherwise lead out of the walk with the marks still there.
	useKeys(
		'list',
		(_command, press) => {
			if (press.kind !== 'chord' || press.chord !== 'escape') return false;
			choose(new Set());
			return true;
		},
		walk.active && ids.size > 0 && at?.part === null && shifting === undefined,
	);
	useMarkHints(walk.active && selected !== null && shifting === undefined ? ids.size : 0);
	return {
		ids,
		shifting,
		stopShifting: () => setShifting(undefined),
		said: (text) => (ids.size === 0 ? text : `${ids.size} marked: ${text}`),
	};
}

/** Those that are still there: an entry may be deleted, here or elsewhere, while it is marked. */
function existing(retro: Retro, chosen: ReadonlySet<string>): ReadonlySet<string> {
	if (chosen.size === 0) return chosen;
	return new Set(retro.timeline.map(({id}) => id).filter((id) => chosen.has(id)));
}

/** How many entries these are, in words. */
export function countedEntries(ids: ReadonlySet<string>): string {
	return counted(ids.size, 'entry', 'entries');
}

/** What the footer tells while rows are marked. */
function useMarkHints(count: number): void {
	const show = useContext(KeyHintsContext);
	useLayoutEffect(() => {
		if (count === 0) return;
		const hints: KeyHint[] = [
			['shift', `shift ${count}`],
			['phase', count === 1 ? 'phase' : 'phases'],
			['delete-entry', `delete ${count}`],
			['back', 'unmark'],
			'mark',
			'keys',
		];
		show(hints);
		return () => show(undefined);
	}, [count, show]);
}
