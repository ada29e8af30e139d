/** A column of labelled fields: each a text, a choice, or a text that is read as something else. */
import {Box} from 'ink';
import type {ReactNode} from 'react';
import {setField} from '../../retro/edit.ts';
import {type FieldName, type FieldValues, fieldOf} from '../../retro/fields.ts';
import {windowAround} from '../../text/window.ts';
import {things, useBlockers} from '../hooks/use-review.ts';
import {useRetro, useSitting} from '../hooks/use-sitting.ts';
import {useIsFocused, useWalk} from '../hooks/use-walk.ts';
import {Choice, type ChoiceItem} from './choice.tsx';
import {useLayout} from './frame.tsx';
import {Paint} from './paint.tsx';
import {type Reader, ReadField} from './read-field.tsx';
import {TextField} from './text-field.tsx';
import {marginColumns} from './text-view.tsx';

type TextName = 'title' | 'facilitator' | 'impact.users' | 'impact.revenue' | 'impact.data';
type ChoiceName = 'severity' | 'status';

export type FormField =
	| {
			readonly kind: 'text';
			readonly path: TextName;
			readonly label: string;
			readonly plain?: boolean;
			readonly placeholder: string;
	  }
	| {
			readonly kind: 'choice';
			readonly path: ChoiceName;
			readonly label: string;
			readonly items: readonly ChoiceItem<string>[];
			readonly placeholder: string;
	  }
	| {
			readonly kind: 'read';
			readonly path: FieldName;
			readonly label: string;
			readonly reader: Reader;
			readonly placeholder: string;
	  }
	| {readonly kind: 'shown'; readonly path: string; readonly label: string; readonly text: string};

/** Columns of the labels, the gap behind them included. */
const labelColumns = 17;

export function Form({fields}: {fields: readonly FormField[]}) {
	const {focus} = useWalk();
	const {rows} = useLayout().body;
	const focused = Math.max(
		0,
		fields.findIndex(({path}) => path === focus),
	);
	const open = fields[focused];
	// A choice that is open takes a row for each item; what does not fit is scrolled away from the focus.
	const extra = open?.kind === 'choice' ? open.items.length - 1 : 2;
	const height = Math.max(1, rows - extra);
	const top = windowAround(fields.length, height, focused, 0);
	return (
		<Box flexDirection="column">
			{fields.slice(top, top + height).map((field) => (
				<FormRow key={field.path} field={field} />
			))}
		</Box>
	);
}

function FormRow({field}: {field: FormField}) {
	const isFocused = useIsFocused(field.path);
	const {columns} = useLayout().body;
	const isNarrow = columns < 40;
	const width = isNarrow ? columns : columns - labelColumns;
	return (
		<Box flexShrink={0}>
			{(!isNarrow || !isFocused) && (
				<Box width={labelColumns} flexShrink={0}>
					<Paint look={isFocused ? 'focus' : 'quiet'}>{field.label}</Paint>
				</Box>
			)}
			<FieldBody field={field} columns={width} isFocused={isFocused} />
		</Box>
	);
}

function FieldBody({field, columns, isFocused}: {field: FormField; columns: number; isFocused: boolean}): ReactNode {
	const sitting = useSitting();
	const retro = useRetro();
	const walk = useWalk();
	const blockers = useBlockers();
	const set = (value: FieldValues[FieldName], visit?: string): void => {
		if (field.kind !== 'shown') sitting.send(setField(sitting.snapshot().retro, field.path, value), visit);
	};
	switch (field.kind) {
		case 'text':
			return (
				<TextField
					id={field.path}
					kind={field.plain ? 'plain' : 'line'}
					value={fieldOf(retro, field.path)}
					focused={isFocused}
					columns={columns}
					height={isFocused ? 3 : 1}
					placeholder={field.placeholder}
					onChange={(text) => set(text, field.path)}
				/>
			);
		case 'read':
			return (
				<ReadField
					path={field.path}
					reader={field.reader}
					columns={columns}
					isFocused={isFocused}
					placeholder={field.placeholder}
				/>
			);
		case 'choice': {
			const value = fieldOf(retro, field.path);
			const take = (taken: string): void => {
				if (taken === 'final' && blockers > 0) {
					walk.say(`${things(blockers)} to settle first; the Review lists them.`);
					return;
				}
				set(taken as FieldValues[ChoiceName]);
				walk.next();
			};
			if (isFocused) {
				return (
					<Box flexDirection="column">
						<Choice items={field.items} {...(value !== null && {value})} active columns={columns} onTake={take} />
					</Box>
				);
			}
			const shown = field.items.find((item) => item.value === value);
			return (
				<Box paddingLeft={marginColumns}>
					<Paint look={shown ? 'plain' : 'quiet'} columns={columns - marginColumns}>
						{shown?.label ?? field.placeholder}
					</Paint>
				</Box>
			);
		}
		case 'shown':
			return (
				<Box paddingLeft={marginColumns}>
					<Paint columns={columns - marginColumns}>{field.text}</Paint>
				</Box>
			);
	}
}
