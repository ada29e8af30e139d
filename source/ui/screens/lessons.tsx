/** Step 6: what went well, what went wrong, where we got lucky. */
import {Box} from 'ink';
import {removeItem} from '../../retro/edit.ts';
import {listOf} from '../../retro/fields.ts';
import type {Retro} from '../../retro/record.ts';
import {useLayout} from '../components/frame.tsx';
import {isOpenList, NoteList, noteListFrame} from '../components/note-list.tsx';
import {rowFocus} from '../focus.ts';
import {storedOrder, useListKeys} from '../hooks/use-list-keys.ts';
import {useRetro} from '../hooks/use-sitting.ts';
import {useWalk} from '../hooks/use-walk.ts';

const sections = [
	{list: 'lessons.wentWell', heading: 'What went well?', placeholder: 'Alerts fired immediately. Rollback was fast.'},
	{list: 'lessons.wentWrong', heading: 'What went wrong?', placeholder: 'Logs were missing. Playbook was outdated.'},
	{
		list: 'lessons.gotLucky',
		heading: 'Where did we get lucky?',
		placeholder: 'It was not a Saturday night. Nothing? Say so.',
	},
] as const;

const lists = sections.map(({list}) => list);

/** Rows for the notes of a list that is not open. */
const closedRows = 2;

/** Where the focus can stand, in order. */
export function lessonStops(retro: Retro): string[] {
	return lists.flatMap((list) => [...listOf(retro, list).map(({id}) => rowFocus(list, id)), list]);
}

export function LessonsScreen() {
	const retro = useRetro();
	const {focus} = useWalk();
	const {rows} = useLayout().body;
	useListKeys({lists, part: 'text', canMove: true, order: storedOrder(retro), remove: removeItem});
	const isLow = rows < 13;
	const shown = sections.filter(({list}) => !isLow || isOpenList(focus, list));
	const taken = shown
		.map(({list}) =>
			isOpenList(focus, list)
				? noteListFrame(true)
				: noteListFrame(false) + Math.min(closedRows, listOf(retro, list).length),
		)
		.reduce((sum, height) => sum + height, 0);
	return (
		<Box flexDirection="column">
			{shown.map(({list, heading, placeholder}) => (
				<NoteList
					key={list}
					list={list}
					heading={heading}
					placeholder={placeholder}
					rows={isOpenList(focus, list) ? Math.max(1, rows - taken) : closedRows}
				/>
			))}
		</Box>
	);
}
