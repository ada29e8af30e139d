/** Step 2: three questions in sight over one text. */
import {Box} from 'ink';
import {setField} from '../../retro/edit.ts';
import {Example} from '../components/example.tsx';
import {useLayout} from '../components/frame.tsx';
import {Paint} from '../components/paint.tsx';
import {TextField} from '../components/text-field.tsx';
import {useRetro, useSitting} from '../hooks/use-sitting.ts';
import {useIsFocused} from '../hooks/use-walk.ts';

/** Where the focus can stand, in order. */
export function summaryStops(): string[] {
	return ['summary'];
}

export function SummaryScreen() {
	const sitting = useSitting();
	const {summary} = useRetro();
	const isFocused = useIsFocused('summary');
	const {columns, rows} = useLayout().body;
	const hasQuestions = rows > 3;
	return (
		<Box flexDirection="column">
			{hasQuestions && (
				<Box height={2}>
					<Paint look="selected" columns={columns}>
						What happened? Who was affected? How long did it last?
					</Paint>
				</Box>
			)}
			<TextField
				id="summary"
				kind="prose"
				value={summary}
				focused={isFocused}
				columns={columns}
				height={hasQuestions ? rows - 2 : rows}
				placeholder="In a few sentences"
				onChange={(text) => sitting.send(setField(sitting.snapshot().retro, 'summary', text), 'summary')}
			/>
			{summary === '' && rows > 8 && (
				<>
					<Box height={1} />
					<Example step="summary" height={rows - 5} />
				</>
			)}
		</Box>
	);
}
