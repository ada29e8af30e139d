/** The rows of an import in a window, and the whole text of the one that the pointer is at. */
import {Box} from 'ink';
import {useMemo} from 'react';
import type {Candidate} from '../../importers/candidate.ts';
import {assumedText} from '../../importers/summary.ts';
import {drawnRow, wrap} from '../../text/wrapping.ts';
import type {ImportItem, ImportRows} from '../hooks/use-import-rows.ts';
import {useTheme} from '../theme.ts';
import {ImportRow, importColumns} from './import-row.tsx';
import {Paint} from './paint.tsx';
import {type ListRow, RowList} from './row-list.tsx';
import {DayRow} from './timeline-rows.tsx';

/** From so many rows on the whole text has room below. */
const fewestForText = 9;
const textRows = 2;

export function ImportList({
	state: {rows, shown, items},
	at,
	isActive,
	columns,
	height,
}: {
	state: ImportRows;
	/** The place of the pointer in the rows that are shown. */
	at: number;
	/** Whether the keys go to the rows. */
	isActive: boolean;
	columns: number;
	/** Rows. */
	height: number;
}) {
	const widths = useMemo(() => importColumns(rows, columns), [rows, columns]);
	const places = useMemo(() => placesOf(items), [items]);
	const index = shown[at];
	const selected = index === undefined ? undefined : rows[index];
	const hasText = height >= fewestForText;
	const listHeight = hasText ? height - textRows - 1 : height;
	const draw = (item: ImportItem): ListRow => {
		if (item.kind === 'day') return {key: item.date, content: <DayRow date={item.date} />};
		const row = rows[item.index] as Candidate;
		return {
			key: String(item.index),
			content: <ImportRow row={row} widths={widths} columns={columns} isSelected={isActive && item.index === index} />,
		};
	};
	return (
		<Box flexDirection="column" height={height}>
			{items.length === 0 ? (
				<Box height={listHeight}>
					<Paint look="quiet">Nothing matches. Esc shows all rows.</Paint>
				</Box>
			) : (
				<RowList
					columns={columns}
					height={listHeight}
					at={places[at] ?? null}
					rows={items}
					draw={draw}
					isHeading={({kind}) => kind === 'day'}
				/>
			)}
			{hasText && isActive && selected !== undefined && <WholeText row={selected} columns={columns} />}
		</Box>
	);
}

/** Why it is in or out, and all that it says, as far as there is room. */
function WholeText({row, columns}: {row: Candidate; columns: number}) {
	const {glyphs} = useTheme();
	const why = row.keep ? assumedText(row.assumed) : `left out: ${row.reason}`;
	const typed = row.typed === undefined ? '' : `typed ${row.typed}`;
	const about = [why, typed].filter((part) => part !== '').join(` ${glyphs.separator} `);
	const text = `${about === '' ? '' : `(${about}) `}${row.who === '' ? '' : `${row.who}: `}${row.text}`;
	const wrapped = wrap(text, columns - 2);
	return (
		<Box flexDirection="column" height={textRows + 1} paddingTop={1} paddingLeft={2}>
			{wrapped.slice(0, textRows).map((part, place) => (
				<Paint key={part.start} look="quiet" columns={columns - 2}>
					{place === textRows - 1 ? text.slice(part.start) : drawnRow(text, part)}
				</Paint>
			))}
		</Box>
	);
}

/** Where each row that is shown stands among the items. */
function placesOf(items: readonly ImportItem[]): number[] {
	return items.flatMap((item, place) => (item.kind === 'row' ? [place] : []));
}
