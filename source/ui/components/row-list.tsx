/** A list of one-row items in a window: only what can be seen is drawn, however long the list is. */
import {Box} from 'ink';
import {type ReactNode, useRef} from 'react';
import {windowAround} from '../../text/window.ts';
import {useTheme} from '../theme.ts';
import {Paint} from './paint.tsx';

export type ListRow = {readonly key: string; readonly draw: () => ReactNode};

/**
 * The rows around the one at `at` (the last ones when it is null), `height` rows high. Where rows lie
 * above or below the window, the first or last column says how many.
 */
export function RowList({
	rows,
	at,
	height,
	columns,
}: {
	rows: readonly ListRow[];
	at: number | null;
	height: number;
	columns: number;
}) {
	const {glyphs} = useTheme();
	const offset = useRef(0);
	const top = windowAround(rows.length, height, at ?? rows.length - 1, offset.current);
	offset.current = top;
	const above = top;
	const below = Math.max(0, rows.length - top - height);
	const hint = [above > 0 && `${glyphs.more.up}${above}`, below > 0 && `${glyphs.more.down}${below}`]
		.filter(Boolean)
		.join(' ');
	return (
		<Box flexDirection="column" height={height} width={columns} overflow="hidden">
			{rows.slice(top, top + height).map(({key, draw}) => (
				<Box key={key} height={1} flexShrink={0}>
					{draw()}
				</Box>
			))}
			{hint !== '' && (
				<Box position="absolute" right={0} bottom={0}>
					<Paint look="quiet">{` ${hint}`}</Paint>
				</Box>
			)}
		</Box>
	);
}
