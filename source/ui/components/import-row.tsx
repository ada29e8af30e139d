/** A row of an import: in or out, its time in UTC, who, what, and why it is left out. */
import {Text} from 'ink';
import {memo} from 'react';
import type {Candidate} from '../../importers/candidate.ts';
import {columnsOf, padEnd, truncate} from '../../text/columns.ts';
import {formatClock} from '../../time/format.ts';
import {useTheme} from '../theme.ts';
import {Paint} from './paint.tsx';

/** Cells of the columns that are as wide as their widest. */
export type ImportColumns = {readonly clock: number; readonly who: number};

const widestWho = 16;
const widestReason = 22;
/** Below this width of the body who it was stands before the text. */
const wideFrom = 60;

/** Of the first so many rows: as wide as it needs to be for these. */
const measuredRows = 500;

export function importColumns(rows: readonly Candidate[], columns: number): ImportColumns {
	const measured = rows.slice(0, measuredRows);
	const hasSeconds = measured.some(({at}) => at !== undefined && formatClock(at).length > 5);
	const who = Math.min(widestWho, Math.max(0, ...measured.map((row) => columnsOf(row.who))));
	return {clock: hasSeconds ? 8 : 5, who: columns >= wideFrom ? who : 0};
}

export const ImportRow = memo(function ImportRow({
	row,
	widths,
	columns,
	isSelected,
}: {
	row: Candidate;
	widths: ImportColumns;
	columns: number;
	isSelected: boolean;
}) {
	const {glyphs} = useTheme();
	const {at, keep, assumed, who, reason} = row;
	const look = isSelected ? 'selected' : keep ? 'plain' : 'quiet';
	const time = (at === undefined ? '' : formatClock(at)).padEnd(widths.clock);
	const isGuess = at === undefined || assumed.length > 0;
	const name = widths.who === 0 ? '' : padEnd(truncate(who, widths.who, glyphs.ellipsis), widths.who + 2);
	const said = [
		row.thread === undefined ? '' : glyphs.branch,
		widths.who === 0 && who !== '' ? `${who}:` : '',
		row.text,
		...(row.reactions ?? []).map((one) => `:${one}:`),
	]
		.filter((part) => part !== '')
		.join(' ');
	const why = reason === '' ? '' : truncate(reason, widestReason, glyphs.ellipsis);
	const room = Math.max(1, columns - 4 - widths.clock - 3 - columnsOf(name) - (why === '' ? 0 : columnsOf(why) + 2));
	return (
		<Text wrap="truncate">
			<Paint look="focus">{isSelected ? `${glyphs.pointer} ` : '  '}</Paint>
			<Paint look={keep ? 'done' : 'quiet'}>{`${keep ? glyphs.complete : glyphs.empty} `}</Paint>
			<Paint look={look}>{time}</Paint>
			<Paint look="focus">{isGuess ? ' ? ' : '   '}</Paint>
			<Paint look={isSelected ? 'selected' : 'quiet'}>{name}</Paint>
			<Paint look={look}>{padEnd(truncate(said, room, glyphs.ellipsis), why === '' ? 0 : room + 2)}</Paint>
			<Paint look="quiet">{why}</Paint>
		</Text>
	);
});
