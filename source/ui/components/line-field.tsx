/**
 * The two ways a list is typed: an entry line that stays open under the list, and a row that is edited in
 * its place. Both keep what is being typed in the record's drafts and have a reading under or beside them.
 */
import {Box} from 'ink';
import type {ReactNode} from 'react';
import {type VisualRow, wrap} from '../../text/wrapping.ts';
import type {FieldKind} from '../active-field.ts';
import {useDraft} from '../hooks/use-draft.ts';
import {useKeys} from '../hooks/use-keys.ts';
import {useIsFocused, useLeaving, useWalk} from '../hooks/use-walk.ts';
import {Paint} from './paint.tsx';
import {TextField} from './text-field.tsx';
import {marginColumns} from './text-view.tsx';

/** Rows that an entry line takes: two of text and the reading. */
export const entryLineRows = 3;

/**
 * The line that new items are typed into. Enter hands it over and, when it was taken, empties it; Enter on
 * an empty line goes on to the next field.
 */
export function EntryLine({
	id,
	kind,
	columns,
	placeholder,
	reading,
	problem,
	proseOf,
	onEnter,
	staysWhenEmpty,
	instead,
	onReadings,
}: {
	/** The name of the list. */
	id: string;
	kind: FieldKind;
	columns: number;
	placeholder: string;
	/** What the line means so far, and whether it cannot be taken like that. */
	reading: string;
	problem: boolean;
	/** Blanks out what the lint is not to read. */
	proseOf?: (line: string) => string;
	/** Takes the line; returns false when it cannot be taken and stays. */
	onEnter: (line: string) => boolean;
	/** Asked at Enter on an empty line; where it does not stay, the focus goes on. */
	staysWhenEmpty?: () => boolean;
	/** What stands in its place for now, of the same rows. */
	instead?: ReactNode;
	/** Asks which reading of its time is meant. */
	onReadings?: (line: string) => void;
}) {
	const isFocused = useIsFocused(id);
	const walk = useWalk();
	const draft = useDraft(id);
	useKeys(
		'list',
		(command) => {
			if (command === 'readings' && onReadings !== undefined) {
				onReadings(draft.text);
				return true;
			}
			if (command !== 'edit-entry') return false;
			if (draft.text.trim() === '') {
				if (staysWhenEmpty?.() !== true) walk.next();
			} else if (onEnter(draft.text)) draft.forget();
			return true;
		},
		isFocused,
	);
	if (instead !== undefined) return instead;
	const wrapped = !isFocused && draft.text === '' ? wrap(reading, columns - marginColumns) : [];
	if (wrapped.length > 1) {
		return <LongReading text={reading} rows={wrapped} columns={columns - marginColumns} problem={problem} />;
	}
	return (
		<Box flexDirection="column" height={entryLineRows} flexShrink={0}>
			<TextField
				id={id}
				kind={kind}
				value={draft.text}
				focused={isFocused}
				columns={columns}
				height={entryLineRows - 1}
				placeholder={placeholder}
				onChange={draft.change}
				{...(proseOf && {proseOf})}
			/>
			<Box height={1} paddingLeft={marginColumns}>
				<Paint look={problem ? 'failure' : 'quiet'} columns={columns - marginColumns}>
					{reading}
				</Paint>
			</Box>
		</Box>
	);
}

/** A reading that is longer than the window is wide, such as the text of a selected row, in place of an empty line. */
function LongReading({
	text,
	rows,
	columns,
	problem,
}: {
	text: string;
	rows: readonly VisualRow[];
	columns: number;
	problem: boolean;
}) {
	return (
		<Box flexDirection="column" height={entryLineRows} flexShrink={0} paddingLeft={marginColumns}>
			{rows.slice(0, entryLineRows).map(({start, end}, index) => (
				<Paint key={start} look={problem ? 'failure' : 'quiet'} columns={columns}>
					{text.slice(start, index === entryLineRows - 1 ? undefined : end)}
				</Paint>
			))}
		</Box>
	);
}

/** A row while it is edited: the line as it would be typed. Leaving it in any way takes it over. */
export function RowEditor({
	id,
	kind,
	line,
	columns,
	proseOf,
	onReadings,
	onLeave,
	onDone,
}: {
	/** The path of the part that is edited. */
	id: string;
	kind: FieldKind;
	/** The item as a line, before any typing. */
	line: string;
	columns: number;
	/** Blanks out what the lint is not to read. */
	proseOf?: (line: string) => string;
	/** Asks which reading of its time is meant, where that is to be asked on this command; returns whether it was. */
	onReadings?: (command: 'readings' | 'edit-entry', line: string) => boolean;
	/** Takes over the line as it stands. */
	onLeave: (line: string) => void;
	/** Where the focus goes after Enter or Escape. */
	onDone: () => void;
}) {
	const isFocused = useIsFocused(id);
	const draft = useDraft(id, line);
	useLeaving(isFocused, () => {
		if (draft.text !== line) onLeave(draft.text);
		draft.forget();
	});
	useKeys(
		'list',
		(command, press) => {
			if ((command === 'readings' || command === 'edit-entry') && onReadings?.(command, draft.text)) return true;
			if (command !== 'edit-entry' && !(press.kind === 'chord' && press.chord === 'escape')) return false;
			onDone();
			return true;
		},
		isFocused,
	);
	return (
		<TextField
			id={id}
			kind={kind}
			value={draft.text}
			focused={isFocused}
			columns={columns}
			height={1}
			onChange={draft.change}
			{...(proseOf && {proseOf})}
		/>
	);
}
