/**
 * One of a few, drawn by ink-select-input in our looks. Up and Down move, Enter or a digit takes. It is not
 * given the keys: it reads them from the terminal by itself, and an Enter that comes in one chunk with the
 * Down before it would take the choice above. They go the way of all keys instead.
 */
import {Box} from 'ink';
import SelectInput from 'ink-select-input';
import {useState} from 'react';
import {columnsOf, padEnd} from '../../text/columns.ts';
import {drawnRow, wrap} from '../../text/wrapping.ts';
import {useKeys} from '../hooks/use-keys.ts';
import type {Press} from '../press.ts';
import {useTheme} from '../theme.ts';
import {Paint} from './paint.tsx';

export type ChoiceItem<Value> = {
	readonly value: Value;
	readonly label: string;
	readonly note?: string;
	/** The whole text where the label is cut: it is shown below while the item is highlighted. */
	readonly whole?: string;
};

export function Choice<Value>({
	items,
	value,
	active,
	columns,
	onTake,
	onMove,
	limit,
}: {
	items: readonly ChoiceItem<Value>[];
	/** Which one is highlighted to begin with. */
	value?: Value;
	active: boolean;
	/** Terminal cells that a row may take. */
	columns: number;
	onTake: (value: Value) => void;
	/** Told which one is highlighted when that changes. */
	onMove?: (value: Value) => void;
	/** Most rows shown at once. */
	limit?: number;
}) {
	const [at, setAt] = useState(() =>
		Math.max(
			0,
			items.findIndex((item) => item.value === value),
		),
	);
	useKeys(
		'text',
		(_command, press) => {
			const act = actOf(press, at, items.length);
			if (act === undefined) return false;
			const taken = items[act.index];
			if (act.kind === 'take' && taken !== undefined) onTake(taken.value);
			if (act.kind === 'move' && taken !== undefined) {
				setAt(act.index);
				onMove?.(taken.value);
			}
			return true;
		},
		active,
	);
	const notes = new Map(items.map(({label, note}) => [label, note]));
	const widest = Math.max(...items.map(({label}) => columnsOf(label)));
	const whole = items[at]?.whole;
	return (
		<>
			<SelectInput
				key={at}
				items={items.map(({label, value: own}) => ({key: label, label, value: own}))}
				initialIndex={at}
				isFocused={false}
				indicatorComponent={Indicator}
				itemComponent={({label, isSelected = false}) => (
					<Box>
						<Paint look={isSelected ? 'selected' : 'plain'}>{padEnd(label, widest + 2)}</Paint>
						<Paint look="quiet" columns={Math.max(1, columns - widest - 4)}>
							{notes.get(label) ?? ''}
						</Paint>
					</Box>
				)}
				{...(limit !== undefined && {limit})}
			/>
			{whole !== undefined && <Whole text={whole} columns={columns} />}
		</>
	);
}

function Whole({text, columns}: {text: string; columns: number}) {
	return (
		<Box flexDirection="column" paddingTop={1}>
			{wrap(text, columns).map((row) => (
				<Paint key={row.start} look="quiet">
					{drawnRow(text, row)}
				</Paint>
			))}
		</Box>
	);
}

function Indicator({isSelected = false}: {isSelected?: boolean}) {
	const {glyphs} = useTheme();
	return <Paint look="focus">{isSelected ? `${glyphs.pointer} ` : '  '}</Paint>;
}

type Act = {readonly kind: 'move' | 'take'; readonly index: number};

/** What a press does to a choice of so many items of which the one at `at` is highlighted. */
function actOf(press: Press, at: number, count: number): Act | undefined {
	const key = press.kind === 'chord' ? press.chord : press.kind === 'text' ? press.text : '';
	if (key === 'up' || key === 'k') return {kind: 'move', index: (at + count - 1) % count};
	if (key === 'down' || key === 'j') return {kind: 'move', index: (at + 1) % count};
	if (key === 'enter') return {kind: 'take', index: at};
	return /^[1-9]$/.test(key) && Number(key) <= count ? {kind: 'take', index: Number(key) - 1} : undefined;
}
