/** The first row: which retro this is, how severe, how far, and whether it is saved. */
import {Box} from 'ink';
import {memo} from 'react';
import {severityNames} from '../../retro/guide.ts';
import type {Retro} from '../../retro/record.ts';
import type {SaveState} from '../../store/open/open-retro.ts';
import {columnsOf} from '../../text/columns.ts';
import {useLive} from '../hooks/use-live.ts';
import {useTheme} from '../theme.ts';
import {useLayout} from './frame.tsx';
import {LiveClock, liveClockColumns} from './live-clock.tsx';
import {Paint} from './paint.tsx';

export const Header = memo(function Header({
	title,
	severity,
	status,
	save,
}: Pick<Retro, 'title' | 'severity' | 'status'> & {save: SaveState | 'example'}) {
	const {glyphs} = useTheme();
	const {columns} = useLayout().body;
	const clock = useLive().began === null ? 0 : liveClockColumns;
	const saved = savedText(save);
	const facts = [severity && severityNames[severity], status.replace('-', ' ')].filter((fact) => fact !== null);
	// Where there is little room, the clock goes before what stays the same.
	const right = (clock > 0 && columns < 50 ? [] : [...facts, '']).join(` ${glyphs.separator} `);
	const room = columns - columnsOf(right) - columnsOf(saved) - clock - 2;
	return (
		<Box justifyContent="space-between" width={columns}>
			<Paint look="title" columns={Math.max(1, room)}>
				{title.trim() === '' ? 'A retro without a title yet' : title}
			</Paint>
			<Box flexShrink={0}>
				<LiveClock />
				<Paint look="quiet">{right}</Paint>
				<Paint look={save !== 'example' && save.kind === 'failed' ? 'failure' : 'quiet'}>{saved}</Paint>
			</Box>
		</Box>
	);
});

function savedText(save: SaveState | 'example'): string {
	if (save === 'example') return 'example, not saved';
	switch (save.kind) {
		case 'read-only':
			return 'read-only, of a newer version';
		case 'saved':
			return `saved ${save.at.slice(11, 16)} UTC`;
		case 'pending':
			return 'saving';
		case 'failed':
			return 'NOT SAVED, trying on';
	}
}
