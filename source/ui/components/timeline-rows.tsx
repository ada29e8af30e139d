/** The rows of the timeline: an entry, a day's heading, a silence. */
import {Text} from 'ink';
import {memo} from 'react';
import type {Phase} from '../../retro/record.ts';
import {formatDuration} from '../../time/duration.ts';
import {formatClock} from '../../time/format.ts';
import type {CalendarDate, Instant} from '../../time/instant.ts';
import {useTheme} from '../theme.ts';
import {Paint} from './paint.tsx';

/** The widest is `+23h 59m`; a blank on either side keeps it from the clock and the phase. */
const sinceColumns = 10;
const phaseColumns = 15;
/** Below this width of the body the quiet columns are left out. */
const wideFrom = 60;

export const EntryRow = memo(function EntryRow({
	at,
	text,
	phase,
	hasPhases,
	hasEvidence,
	since,
	clockColumns,
	columns,
	isSelected,
	isFresh,
	isMarked,
	isFound,
}: {
	at: Instant;
	text: string;
	phase: Phase | undefined;
	/** Whether any entry has one: else what happened has their columns too. */
	hasPhases: boolean;
	hasEvidence: boolean;
	/** Milliseconds since the entry before. */
	since: number | null;
	clockColumns: number;
	columns: number;
	isSelected: boolean;
	/** Just entered: shown for a moment where it went. */
	isFresh: boolean;
	isMarked: boolean;
	isFound: boolean;
}) {
	const {glyphs} = useTheme();
	const isWide = columns >= wideFrom;
	const gap = isWide ? ` ${gapOf(since).padStart(sinceColumns - 2)} ` : ' ';
	const mark = hasPhases ? markOf(phase, glyphs.phase, isWide) : '';
	const before = 2 + clockColumns + gap.length + mark.length + 1;
	const beside = (isFound ? 2 : 0) + (hasEvidence ? 2 : 0);
	const look = isSelected || isFresh ? 'selected' : 'plain';
	const pointer = isSelected ? glyphs.pointer : isFresh ? glyphs.complete : ' ';
	return (
		<Text wrap="truncate">
			<Paint look="focus">{`${pointer}${isMarked ? glyphs.bullet : ' '}`}</Paint>
			<Paint look={look}>{formatClock(at).padEnd(clockColumns)}</Paint>
			<Paint look="quiet">{gap}</Paint>
			<Paint look="phase">{mark}</Paint>
			<Paint look="warning">{isFound ? glyphs.warning : ''}</Paint>
			<Paint look={look} columns={Math.max(1, columns - before - beside)}>
				{isFound ? ` ${text}` : text}
			</Paint>
			<Paint look="quiet">{hasEvidence ? ` ${glyphs.evidence}` : ''}</Paint>
		</Text>
	);
});

/** `◆ detected`, or the sign alone where there is little room; of one width whatever the phase. */
function markOf(phase: Phase | undefined, sign: string, isWide: boolean): string {
	const mark = phase === undefined ? '' : isWide ? `${sign} ${phase}` : sign;
	return mark.padEnd(isWide ? phaseColumns : 2);
}

/** `+1h 30m`; of a hundred days and more the days alone, which is all that there is room for. */
function gapOf(since: number | null): string {
	if (since === null || since <= 0) return '';
	const gap = `+${formatDuration(since)}`;
	return gap.length <= sinceColumns - 2 ? gap : gap.replace(/ .*/, '');
}

export const DayRow = memo(function DayRow({date}: {date: CalendarDate}) {
	return <Paint look="title">{`  ${date}`}</Paint>;
});

export const SilenceRow = memo(function SilenceRow({length}: {length: number}) {
	const {glyphs} = useTheme();
	const dots = glyphs.silence.repeat(4);
	return <Paint look="quiet">{`         ${dots} ${formatDuration(length)} with nothing noted ${dots}`}</Paint>;
});
