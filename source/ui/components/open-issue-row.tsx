/** One thing that is open, in the Review: how bad, on which step, what. */
import {Text} from 'ink';
import {memo} from 'react';
import {stepTitles} from '../../retro/steps.ts';
import type {OpenIssue} from '../open-issues.ts';
import {useTheme} from '../theme.ts';
import {Paint} from './paint.tsx';

const stepColumns = 17;

export const OpenIssueRow = memo(function OpenIssueRow({
	issue,
	columns,
	isSelected,
}: {
	issue: OpenIssue;
	columns: number;
	isSelected: boolean;
}) {
	const {glyphs} = useTheme();
	return (
		<Text wrap="truncate">
			<Paint look="focus">{isSelected ? `${glyphs.pointer} ` : '  '}</Paint>
			<Paint look={issue.blocks ? 'failure' : 'warning'}>{issue.blocks ? glyphs.blocker : glyphs.warning}</Paint>
			<Paint look={isSelected ? 'selected' : 'quiet'}>{` ${stepTitles[issue.step].padEnd(stepColumns)}`}</Paint>
			<Paint look={isSelected ? 'selected' : 'plain'} columns={Math.max(1, columns - stepColumns - 6)}>
				{issue.message}
			</Paint>
		</Text>
	);
});
