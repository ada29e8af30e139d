/** One of a few, by ink-select-input in our looks. Up and Down move, Enter or a digit takes. */
import {Box} from 'ink';
import SelectInput from 'ink-select-input';
import {useKeys} from '../hooks/use-keys.ts';
import {useTheme} from '../theme.ts';
import {Paint} from './paint.tsx';

export type ChoiceItem<Value> = {readonly value: Value; readonly label: string; readonly note?: string};

/** Its own keys (arrows, j, k, digits, Enter) are kept from the screen around it while it is active. */
export function Choice<Value>({
	items,
	value,
	active,
	columns,
	onTake,
	limit,
}: {
	items: readonly ChoiceItem<Value>[];
	/** Which one is highlighted to begin with. */
	value?: Value;
	active: boolean;
	/** Terminal cells that a row may take. */
	columns: number;
	onTake: (value: Value) => void;
	/** Most rows shown at once. */
	limit?: number;
}) {
	useKeys(
		'text',
		(_command, press) => isOwnKey(press.kind === 'chord' ? press.chord : press.text, items.length),
		active,
	);
	const notes = new Map(items.map(({label, note}) => [label, note]));
	const widest = Math.max(...items.map(({label}) => label.length));
	return (
		<SelectInput
			items={items.map(({label, value: own}) => ({key: label, label, value: own}))}
			initialIndex={Math.max(
				0,
				items.findIndex((item) => item.value === value),
			)}
			isFocused={active}
			indicatorComponent={Indicator}
			itemComponent={({label, isSelected = false}) => (
				<Box>
					<Paint look={isSelected ? 'selected' : 'plain'}>{label.padEnd(widest + 2)}</Paint>
					<Paint look="quiet" columns={Math.max(1, columns - widest - 4)}>
						{notes.get(label) ?? ''}
					</Paint>
				</Box>
			)}
			onSelect={(item) => onTake(item.value)}
			{...(limit !== undefined && {limit})}
		/>
	);
}

function Indicator({isSelected = false}: {isSelected?: boolean}) {
	const {glyphs} = useTheme();
	return <Paint look="focus">{isSelected ? `${glyphs.pointer} ` : '  '}</Paint>;
}

function isOwnKey(key: string, count: number): boolean {
	return ['up', 'down', 'enter', 'j', 'k'].includes(key) || (/^[1-9]$/.test(key) && Number(key) <= count);
}
