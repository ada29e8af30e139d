/** A heading with short notes under it and, while it has the focus, the line that adds to them. */
import {Box, Text} from 'ink';
import {memo} from 'react';
import {append, changeItem} from '../../retro/edit.ts';
import {itemPath, listOf, type NoteListName} from '../../retro/fields.ts';
import {listFocus, rowFocus} from '../focus.ts';
import {useEnvironment} from '../hooks/use-environment.ts';
import {useIsFound} from '../hooks/use-findings.ts';
import {useRetro, useSitting} from '../hooks/use-sitting.ts';
import {useWalk} from '../hooks/use-walk.ts';
import {useTheme} from '../theme.ts';
import {useLayout} from './frame.tsx';
import {EntryLine, entryLineRows, RowEditor} from './line-field.tsx';
import {Paint} from './paint.tsx';
import {RowList} from './row-list.tsx';

/** Rows that the list takes besides its notes: the heading, and the entry line while it is open. */
export function noteListFrame(isOpen: boolean): number {
	return 1 + (isOpen ? entryLineRows : 0);
}

/** Whether the focus is in this list. */
export function isOpenList(focus: string, list: NoteListName): boolean {
	return listFocus(focus)?.list === list;
}

export function NoteList({
	list,
	heading,
	placeholder,
	rows,
}: {
	list: NoteListName;
	heading: string;
	placeholder: string;
	rows: number;
}) {
	const sitting = useSitting();
	const retro = useRetro();
	const walk = useWalk();
	const environment = useEnvironment();
	const isFound = useIsFound();
	const {columns, rows: height} = useLayout().body;
	// Too low for heading, notes and line: what has the focus wins.
	const isTiny = height < 4;
	const notes = listOf(retro, list);
	const isOpen = isOpenList(walk.focus, list);
	const selected = isOpen ? (listFocus(walk.focus)?.id ?? null) : null;
	const index = notes.findIndex(({id}) => id === selected);

	const enter = (line: string): boolean => {
		sitting.send(append(sitting.snapshot().retro, list, {id: environment.newId(), text: line.trim()}));
		return true;
	};
	return (
		<Box flexDirection="column" flexShrink={0}>
			{!isTiny && (
				<Box height={1}>
					<Paint look={isOpen ? 'title' : 'quiet'}>{heading}</Paint>
					<Paint look="quiet">{notes.length > 0 && !isOpen ? `  ${notes.length}` : ''}</Paint>
				</Box>
			)}
			{rows > 0 && notes.length > 0 && !(isTiny && selected === null) && (
				<RowList
					columns={columns}
					height={Math.min(rows, notes.length)}
					at={index < 0 ? null : index}
					rows={notes}
					draw={({id, text}) => ({
						key: id,
						content:
							walk.focus === itemPath(list, id, 'text') ? (
								<NoteEditor list={list} id={id} text={text} />
							) : (
								<NoteRow
									text={text}
									columns={columns}
									isSelected={selected === id}
									isFound={isFound(itemPath(list, id, 'text'))}
								/>
							),
					})}
				/>
			)}
			{isOpen && !(isTiny && selected !== null) && (
				<EntryLine
					id={list}
					kind="line"
					columns={columns}
					placeholder={placeholder}
					reading=""
					problem={false}
					onEnter={enter}
				/>
			)}
		</Box>
	);
}

const NoteRow = memo(function NoteRow({
	text,
	columns,
	isSelected,
	isFound,
}: {
	text: string;
	columns: number;
	isSelected: boolean;
	isFound: boolean;
}) {
	const {glyphs} = useTheme();
	return (
		<Text wrap="truncate">
			<Paint look="focus">{isSelected ? `${glyphs.pointer} ` : '  '}</Paint>
			<Paint look={isFound ? 'warning' : 'quiet'}>{isFound ? glyphs.warning : glyphs.bullet}</Paint>
			<Paint look={isSelected ? 'selected' : 'plain'} columns={columns - 4}>{` ${text}`}</Paint>
		</Text>
	);
});

function NoteEditor({list, id, text}: {list: NoteListName; id: string; text: string}) {
	const sitting = useSitting();
	const walk = useWalk();
	const {columns} = useLayout().body;
	return (
		<RowEditor
			id={itemPath(list, id, 'text')}
			kind="line"
			line={text}
			columns={columns}
			onLeave={(line) => sitting.send(changeItem(sitting.snapshot().retro, list, id, {text: line.trim()}))}
			onDone={() => walk.setFocus(rowFocus(list, id))}
		/>
	);
}
