/** The line in which it is typed by how much entries are shifted, with where they go under it. */
import {Box} from 'ink';
import {useState} from 'react';
import type {TimelineEntry} from '../../retro/record.ts';
import {readShift, type ShiftReading, signedLength} from '../../retro/shift.ts';
import {formatClock, formatMinute} from '../../time/format.ts';
import {dateOf, type Instant} from '../../time/instant.ts';
import {useDialogHints} from '../hooks/use-key-hints.ts';
import {useKeys} from '../hooks/use-keys.ts';
import {countedEntries} from '../hooks/use-marks.ts';
import {useRetro, useSitting} from '../hooks/use-sitting.ts';
import {useWalk} from '../hooks/use-walk.ts';
import {commandOf} from '../keymap.ts';
import {entryLineRows} from './line-field.tsx';
import {Paint} from './paint.tsx';
import {Prompt} from './prompt.tsx';

export function ShiftLine({
	ids,
	columns,
	onClose,
}: {
	/** The entries that are meant. */
	ids: ReadonlySet<string>;
	columns: number;
	onClose: () => void;
}) {
	const walk = useWalk();
	const sitting = useSitting();
	const retro = useRetro();
	const [typed, setTyped] = useState('');
	useDialogHints(walk.active);
	useKeys(
		'dialog',
		(command) => {
			if (command !== 'cancel') return false;
			onClose();
			return true;
		},
		walk.active,
	);
	// What is no editing is for nobody below: the row that is selected meanwhile is not to move.
	useKeys(
		'list',
		(_command, press) => press.kind !== 'chord' || commandOf('app', press.chord) === undefined,
		walk.active,
	);

	const apply = (line: string): void => {
		const read = readShift(sitting.snapshot().retro, ids, line);
		if (read.kind !== 'shift') return;
		sitting.send(read.edit);
		onClose();
		walk.say(
			read.edit === undefined
				? 'Nothing was shifted.'
				: `${countedEntries(ids)} shifted by ${signedLength(read.by)}. Ctrl+Z takes it back.`,
		);
	};
	const reading = readShift(retro, ids, typed);
	return (
		<Box flexDirection="column" height={entryLineRows} flexShrink={0}>
			<Prompt
				label={`Shift ${countedEntries(ids)} by: `}
				value={typed}
				active={walk.active}
				placeholder="-3m for a clock that was 3 minutes fast, +1h30m, 90s"
				onChange={setTyped}
				onSubmit={apply}
			/>
			<Paint look={reading.kind === 'refused' ? 'failure' : 'quiet'} columns={columns}>
				{typed.trim() === '' ? ' ' : `  ${previewOf(reading)}`}
			</Paint>
		</Box>
	);
}

/** Where the first and the last of them go, or why none can. */
function previewOf(reading: ShiftReading): string {
	if (reading.kind === 'refused') return reading.message;
	const [first, ...others] = reading.moves;
	const last = others.at(-1);
	const said = [first, last].flatMap((move) => (move === undefined ? [] : moveText(move)));
	return `${said.join(others.length > 1 ? ' … ' : ', ')} UTC`;
}

function moveText({entry: {at}, to}: {readonly entry: TimelineEntry; readonly to: Instant}): string {
	return `${formatClock(at)} becomes ${dateOf(at) === dateOf(to) ? formatClock(to) : formatMinute(to)}`;
}
