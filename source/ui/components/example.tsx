/** The guide's good example of a step, at hand while nothing is entered there yet. */
import {Box} from 'ink';
import {guidance} from '../../retro/guide.ts';
import type {Step} from '../../retro/steps.ts';
import {useLayout} from './frame.tsx';
import {Paint} from './paint.tsx';

/** At most `height` rows. */
export function Example({step, height}: {step: Step; height: number}) {
	const {columns} = useLayout().body;
	const lines = ['For example:', ...guidance[step].example.map((line) => `  ${line}`)];
	return (
		<Box flexDirection="column" height={height} overflow="hidden">
			{lines.slice(0, height).map((line) => (
				<Paint key={line} look="quiet" columns={columns}>
					{line}
				</Paint>
			))}
		</Box>
	);
}
