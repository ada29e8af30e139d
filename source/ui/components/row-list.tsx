/** A list of one-row items in a window: only what can be seen is drawn, however long the list is. */
import {Box} from 'ink';
import {type ReactNode, useRef} from 'react';
import {windowAround} from '../../text/window.ts';
import {useTheme} from '../theme.ts';
import {Paint} from './paint.tsx';

/** A row as it is drawn: what it is known by from frame to frame, and what stands in it. */
export type ListRow = {readonly key: string; readonly content: ReactNode};

/** Fewest rows of a list that keeps the heading of what it shows in sight. */
const fewestForPinned = 6;

/**
 * The rows around the one at `at` (the last ones when it is null), `height` rows high. Where there are more
 * than that, the last row says how many lie above and below, and the first is the heading of those under it.
 */
export function RowList<Item>({
	rows,
	draw,
	isHeading,
	at,
	height,
	columns,
}: {
	rows: readonly Item[];
	/** Called for the rows in the window alone. */
	draw: (item: Item, index: number) => ListRow;
	/** Which rows are headings of those under them; a list without it has none. */
	isHeading?: (item: Item) => boolean;
	at: number | null;
	height: number;
	columns: number;
}) {
	const {glyphs} = useTheme();
	const offset = useRef(0);
	const isLonger = rows.length > height && height > 1;
	const shown = isLonger ? height - 1 : height;
	const hasPinned = isHeading !== undefined && isLonger && height >= fewestForPinned;
	// Its row is kept free while the window moves, so that the rows do not jump where a heading scrolls out.
	const top = windowAround(rows.length, hasPinned ? shown - 1 : shown, at ?? rows.length - 1, offset.current);
	offset.current = top;
	const heading = hasPinned ? rows.slice(0, top + 1).findLastIndex(isHeading) : -1;
	const isPinned = heading >= 0 && heading < top;
	const places = rows.slice(top, top + shown - (isPinned ? 1 : 0)).map((_, place) => top + place);
	const below = rows.length - top - places.length;
	const hints = [top > 0 && `${glyphs.more.up} ${top} above`, below > 0 && `${glyphs.more.down} ${below} below`];
	return (
		<Box flexDirection="column" height={height} width={columns}>
			{(isPinned ? [heading, ...places] : places).map((place) => {
				const {key, content} = draw(rows[place] as Item, place);
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
