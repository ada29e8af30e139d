/** The last row: the keys that work now, as many as fit. */
import {Text} from 'ink';
import {Fragment, memo} from 'react';
import {columnsOf} from '../../text/columns.ts';
import {bindingsOf, chordLabel, type KeyHint} from '../keymap.ts';
import {useLayout} from './frame.tsx';
import {Paint} from './paint.tsx';

/**
 * Shows the first chord and the label of each command. Where the row is too short the hints in front win,
 * and the last one, the way out or to all keys, stays.
 */
export const KeyBar = memo(function KeyBar({hints}: {hints: readonly KeyHint[]}) {
	const {columns} = useLayout().body;
	const items = hints.map((hint) => {
		const [command, label] = typeof hint === 'string' ? [hint, undefined] : hint;
		const [binding] = bindingsOf([command]);
		return {key: chordLabel(binding?.chords[0] ?? ''), label: label ?? binding?.label ?? ''};
	});
	return (
		<Text wrap="truncate">
			{fitting(items, columns).map(({key, label}, index) => (
				<Fragment key={key}>
					<Paint look="key">{`${index > 0 ? '  ' : ''}${key}`}</Paint>
					<Paint look="quiet">{` ${label}`}</Paint>
				</Fragment>
			))}
		</Text>
	);
});

type Item = {readonly key: string; readonly label: string};

function fitting(items: readonly Item[], columns: number): Item[] {
	const last = items.at(-1);
	if (last === undefined) return [];
	const widthOf = ({key, label}: Item): number => columnsOf(key) + columnsOf(label) + 3;
	let room = columns + 2 - widthOf(last);
	const fits: Item[] = [];
	for (const item of items.slice(0, -1)) {
		room -= widthOf(item);
		if (room < 0) break;
		fits.push(item);
	}
	return [...fits, last];
}
