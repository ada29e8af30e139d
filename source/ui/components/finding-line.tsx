/** The row above the keys: what the lint says of the text at the caret, or a word of the app's own. */
import {Box} from 'ink';
import {memo} from 'react';
import type {Finding} from '../../lint/finding.ts';
import {columnsOf} from '../../text/columns.ts';
import {useTheme} from '../theme.ts';
import {useLayout} from './frame.tsx';
import {Paint} from './paint.tsx';

export const FindingLine = memo(function FindingLine({
	finding,
	count,
	words,
	notice,
}: {
	finding: Finding | undefined;
	/** How many findings the text has in all. */
	count: number;
	/** The words that were found. */
	words: string;
	/** A word of the app's own, which goes before a finding. */
	notice: string;
}) {
	const {glyphs, styled} = useTheme();
	const {columns} = useLayout().body;
	if (notice !== '') return <Paint columns={columns}>{notice}</Paint>;
	if (finding === undefined) return <Paint> </Paint>;
	const aside = count > 1 ? `Ctrl+R 1/${count}` : 'Ctrl+R';
	const said = styled ? finding.message : `"${words}": ${finding.message}`;
	return (
		<Box justifyContent="space-between" width={columns}>
			<Box>
				<Paint look="warning">{` ${glyphs.warning} `}</Paint>
				<Paint look="warningText" columns={Math.max(1, columns - columnsOf(aside) - 6)}>{` ${said}`}</Paint>
			</Box>
			<Paint look="quiet">{aside}</Paint>
		</Box>
	);
});
