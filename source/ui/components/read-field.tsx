/**
 * A field whose text is read as something else (a time, a date, a list of names) with the reading in sight
 * under it. What cannot be read stays as it was typed, in the record's drafts, until it can.
 */
import {Box} from 'ink';
import {useState} from 'react';
import {setField} from '../../retro/edit.ts';
import {type FieldName, type FieldValues, fieldOf} from '../../retro/fields.ts';
import type {Retro} from '../../retro/record.ts';
import type {Instant} from '../../time/instant.ts';
import type {MomentReading} from '../../time/moment.ts';
import {useDraft} from '../hooks/use-draft.ts';
import {useEnvironment} from '../hooks/use-environment.ts';
import {useKeys} from '../hooks/use-keys.ts';
import {useRetro, useSitting} from '../hooks/use-sitting.ts';
import {useAskForReading} from '../hooks/use-time-choice.ts';
import {useLeaving, useWalk} from '../hooks/use-walk.ts';
import {Paint} from './paint.tsx';
import {TextField} from './text-field.tsx';
import {marginColumns} from './text-view.tsx';

/** `time` is the reading of a field that is a time, which may have to be chosen from. */
export type FieldReading = (
	| {readonly kind: 'value'; readonly value: FieldValues[FieldName]; readonly note: string}
	| {readonly kind: 'refused'; readonly message: string}
) & {readonly time?: MomentReading};

export type Around = {
	readonly retro: Retro;
	readonly now: Instant;
	readonly zones: Readonly<Record<string, string>>;
	/** What there is for the note, in terminal cells. */
	readonly columns: number;
};

/** How text becomes a value and a value text. */
export type Reader = {
	read(text: string, around: Around): FieldReading;
	print(value: FieldValues[FieldName]): string;
	/** Whether a reading can have something to say; a row under the field is then kept for it. */
	readonly hasNotes: boolean;
};

export function ReadField({
	path,
	reader,
	columns,
	isFocused,
	placeholder,
}: {
	path: FieldName;
	reader: Reader;
	columns: number;
	isFocused: boolean;
	placeholder: string;
}) {
	const sitting = useSitting();
	const retro = useRetro();
	const environment = useEnvironment();
	const draft = useDraft(path);
	const walk = useWalk();
	const askForReading = useAskForReading();
	const [typed, setTyped] = useState<string>();
	const text = draft.text || (typed ?? reader.print(fieldOf(retro, path)));
	const read = (line: string): FieldReading =>
		reader.read(line, {
			retro: sitting.snapshot().retro,
			now: environment.now(),
			zones: environment.zones,
			columns: columns - marginColumns,
		});

	const change = (line: string): void => {
		setTyped(line);
		const reading = read(line);
		if (reading.kind === 'refused') {
			draft.change(line);
			return;
		}
		draft.forget();
		sitting.send(setField(sitting.snapshot().retro, path, reading.value), path);
	};
	useLeaving(isFocused, () => setTyped(undefined));

	const reading = text === '' ? undefined : read(text);
	useKeys(
		'list',
		(command) => {
			const isAsked = command === 'readings' || (command === 'edit-entry' && reading?.kind === 'refused');
			if (!isAsked || reading?.time === undefined) return false;
			return askForReading(reading.time, text.trim(), (at) => {
				setTyped(undefined);
				draft.forget();
				sitting.send(setField(sitting.snapshot().retro, path, at), path);
				walk.next();
			});
		},
		isFocused,
	);
	const note = reading === undefined ? '' : reading.kind === 'refused' ? reading.message : reading.note;
	const isRefused = reading?.kind === 'refused';
	return (
		<Box flexDirection="column" flexShrink={0}>
			<TextField
				id={path}
				kind="time"
				value={text}
				focused={isFocused}
				columns={columns}
				height={1}
				placeholder={placeholder}
				onChange={change}
			/>
			{(isFocused || isRefused) && reader.hasNotes && (
				<Box height={1} paddingLeft={marginColumns}>
					<Paint look={isRefused ? 'failure' : 'quiet'} columns={columns - marginColumns}>
						{note}
					</Paint>
				</Box>
			)}
		</Box>
	);
}
