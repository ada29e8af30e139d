/**
 * The second row: the eight steps, each with its state by glyph as well as by colour. Where the lint has
 * something to say, the number of its findings (9 at most) stands in the glyph's place.
 */
import {Text} from 'ink';
import {Fragment, memo} from 'react';
import type {StepProgress, StepState} from '../../retro/progress.ts';
import {type Step, steps} from '../../retro/steps.ts';
import {type Glyphs, useTheme} from '../theme.ts';
import {useLayout} from './frame.tsx';
import {Paint} from './paint.tsx';

/** Short enough for all eight in 78 columns, with a glyph each. */
const names: Readonly<Record<Step, string>> = {
	details: 'Details',
	summary: 'Summary',
	impact: 'Impact',
	timeline: 'Timeline',
	'root-cause': 'Whys',
	lessons: 'Lessons',
	actions: 'Actions',
	review: 'Review',
};

export const StepBar = memo(function StepBar({
	current,
	progress,
}: {
	current: Step;
	progress: Readonly<Record<Step, StepProgress>>;
}) {
	const {glyphs} = useTheme();
	const {columns} = useLayout().body;
	// Names need 77 columns; below that the current one alone is spelled out.
	const isWide = columns >= 76;
	return (
		<Text wrap="truncate">
			{steps.map((step, index) => {
				const isCurrent = step === current;
				const {state, findings} = progress[step];
				const look = isCurrent ? 'focus' : state === 'complete' ? 'done' : 'quiet';
				const counts = !isCurrent && findings > 0;
				return (
					<Fragment key={step}>
						<Paint>{index > 0 ? ' ' : ''}</Paint>
						<Paint look={counts ? 'warning' : look}>
							{counts ? String(Math.min(findings, 9)) : glyphOf(glyphs, state, isCurrent)}
						</Paint>
						<Paint look={look}>{isWide || isCurrent ? ` ${names[step]}` : ''}</Paint>
					</Fragment>
				);
			})}
		</Text>
	);
});

function glyphOf(glyphs: Glyphs, state: StepState, isCurrent: boolean): string {
	return isCurrent
		? glyphs.current
		: state === 'complete'
			? glyphs.complete
			: state === 'begun'
				? glyphs.begun
				: glyphs.empty;
}
