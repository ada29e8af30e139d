/** A list of one-row items in a window: only what can be seen is drawn, however long the list is. */
import {Box} from 'ink';
import {type ReactNode, useRef} from 'react';
import {windowAround} from '../../text/window.ts';
import {useTheme} from '../theme.ts';
import {Paint} from './paint.tsx';

/** A row as it is drawn: what it is known by from frame to frame, and what stands in it. */
export type ListRow = {readonly key: string; readonly content: ReactNode};

/**
 * The rows around the one at `at` (the last ones when it is null), `height` rows high. Where there are more
 * than that, the last row says how many lie above and below.
 */
export function RowList<Item>({
	rows,
	draw,
	at,
	height,
	columns,
}: {
	rows: readonly Item[];
	/** Called for the rows in the window alone. */
	draw: (item: Item, index: number) => ListRow;
	at: number | null;
	height: number;
	columns: number;
}) {
	const {glyphs} = useTheme();
	const offset = useRef(0);
	const isLonger = rows.length > height && height > 1;
	const shown = isLonger ? height - 1 : height;
	const top = windowAround(rows.length, shown, at ?? rows.length - 1, offset.current);
	offset.current = top;
	const below = Math.max(0, rows.length - top - shown);
	const hints = [top > 0 && `${glyphs.more.up} ${top} above`, below > 0 && `${glyphs.more.down} ${below} below`];
	return (
		<Box flexDirection="column" height={height} width={columns}>
			{rows.slice(top, top + shown).map((item, place) => {
				const {key, content} = draw(item, top + place);
				return (
					<Box key={key} height={1} flexShrink={0}>
						{content}
					</Box>
				);
			})}
			{isLonger && (
				<Paint look="quiet" columns={columns}>
					{`  ${hints.filter((hint) => hint !== false).join('  ')}`}
				</Paint>
			)}
		</Box>
	);
}
