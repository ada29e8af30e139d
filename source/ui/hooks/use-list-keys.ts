/** The keys of a selected row, the same for every list: edit, delete, move, and type to go on entering. */

import type {Edit} from '../../retro/edit.ts';
import {moveItem} from '../../retro/edit.ts';
import {itemPath, type ListName, listOf} from '../../retro/fields.ts';
import type {Retro} from '../../retro/record.ts';
import {listFocus, rowFocus} from '../focus.ts';
import {useKeys} from './use-keys.ts';
import {useSitting} from './use-sitting.ts';
import {useWalk} from './use-walk.ts';

/**
 * Listens while a row of one of `lists` is selected.
 * @param remove makes the edit that takes a row away
 * @param order the ids of a list's rows as they are shown, to select the neighbour of a deleted one
 * @param special what else a row does; returns true when it took the command
 */
export function useListKeys(options: {
	lists: readonly ListName[];
	/** The part that Enter edits. */
	part: string;
	canMove: boolean;
	order: (list: ListName) => readonly string[];
	remove: (retro: Retro, list: ListName, id: string) => Edit | undefined;
	special?: (command: string, id: string) => boolean;
}): void {
	const walk = useWalk();
	const sitting = useSitting();
	const at = listFocus(walk.focus);
	const selected = at !== undefined && at.id !== null && at.part === null && options.lists.includes(at.list);

	useKeys(
		'list',
		(command, press) => {
			if (at === undefined || at.id === null) return false;
			if (press.kind !== 'chord') {
				walk.setFocus(at.list);
				return 'again';
			}
			const {retro} = sitting.snapshot();
			switch (command) {
				case 'edit-entry':
					walk.setFocus(itemPath(at.list, at.id, options.part));
					return true;
				case 'delete-entry': {
					const ids = options.order(at.list);
					const index = ids.indexOf(at.id);
					const neighbour = ids[index + 1] ?? ids[index - 1];
					sitting.send(options.remove(retro, at.list, at.id));
					walk.setFocus(neighbour === undefined ? at.list : rowFocus(at.list, neighbour));
					walk.say('Deleted. Ctrl+Z brings it back.');
					return true;
				}
				case 'move-up':
				case 'move-down':
					if (!options.canMove) return false;
					sitting.send(moveItem(retro, at.list, at.id, command === 'move-up' ? -1 : 1));
					return true;
				default:
					return command !== undefined && (options.special?.(command, at.id) ?? false);
			}
		},
		walk.active && selected,
	);
}

/** The ids of a list's items as they are stored. */
export function storedOrder(retro: Retro): (list: ListName) => readonly string[] {
	return (list) => listOf(retro, list).map((item) => ('id' in item ? String(item.id) : ''));
}
