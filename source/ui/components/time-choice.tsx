/** The readings of a time that has several, each as an instant in UTC: take one, or take it for good. */
import {Box} from 'ink';
import {useState} from 'react';
import type {TimeChoice} from '../../time/context.ts';
import {printMoment} from '../../time/format.ts';
import {useKeys} from '../hooks/use-keys.ts';
import type {TimeAnswer, TimeQuestion} from '../hooks/use-time-choice.ts';
import {useTheme} from '../theme.ts';
import {Choice} from './choice.tsx';
import {useLayout} from './frame.tsx';
import {Paint} from './paint.tsx';

export function TimeChoiceDialog({
	question,
	onAnswer,
}: {
	question: TimeQuestion;
	onAnswer: (answer: TimeAnswer) => void;
}) {
	const {typed, message, readings} = question;
	const {glyphs} = useTheme();
	const {columns, rows} = useLayout().body;
	const [highlighted, setHighlighted] = useState(readings[0]);
	useKeys('dialog', (command) => {
		if (command === 'cancel') {
			onAnswer({type: 'back'});
			return true;
		}
		if (command !== 'always' || highlighted?.settles === undefined) return false;
		onAnswer({type: 'take', choice: highlighted, always: true});
		return true;
	});
	const inside = columns - 4;
	const canSettle = readings.some(({settles}) => settles !== undefined);
	const around = (message === '' ? 0 : 1) + (canSettle ? 2 : 0);
	const isRoomy = rows > readings.length + around + 3;
	return (
		<Box flexDirection="column" borderStyle={glyphs.border} paddingX={1} width={columns} flexShrink={0}>
			<Paint look="title" columns={inside}>{`Which time is ${typed}?`}</Paint>
			{isRoomy && message !== '' && (
				<Paint look="quiet" columns={inside}>
					{message}
				</Paint>
			)}
			<Choice
				items={readings.map((reading, index) => ({
					value: reading,
					label: `${index + 1}  ${printMoment(reading.at)}`,
					note: reading.label,
				}))}
				active
				columns={inside}
				limit={Math.max(1, Math.min(readings.length, rows - 4))}
				onMove={setHighlighted}
				onTake={(choice) => onAnswer({type: 'take', choice, always: false})}
			/>
			{isRoomy && canSettle && (
				<>
					<Box height={1} />
					<Paint look="quiet" columns={inside}>
						{alwaysLine(highlighted)}
					</Paint>
				</>
			)}
		</Box>
	);
}

function alwaysLine(choice: TimeChoice | undefined): string {
	if (choice?.settles === undefined) return 'This one cannot be taken for good: it is so on some days only.';
	return `a  takes it, and always reads ${choice.settles.abbreviation} as ${choice.settles.zone}, for this team`;
}
