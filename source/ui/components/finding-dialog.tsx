/** A finding opened: why, how to put it instead, wordings to take, or keep it, or allow its words for the team. */
import {Box} from 'ink';
import {useState} from 'react';
import type {Finding} from '../../lint/finding.ts';
import {drawnRow, wrap} from '../../text/wrapping.ts';
import {useKeys} from '../hooks/use-keys.ts';
import {useTheme} from '../theme.ts';
import {Choice, type ChoiceItem} from './choice.tsx';
import {useLayout} from './frame.tsx';
import {Paint} from './paint.tsx';
import {Prompt} from './prompt.tsx';

export type FindingAnswer =
	| {readonly type: 'take'; readonly wording: string}
	| {readonly type: 'keep'; readonly reason: string}
	| {readonly type: 'allow'; readonly words: string}
	/** To the text, to word it oneself. */
	| {readonly type: 'edit'}
	/** On to the next one, where there are several to go through. */
	| {readonly type: 'skip'}
	| {readonly type: 'back'};

type Chosen =
	| Extract<FindingAnswer, {readonly type: 'take' | 'edit' | 'skip'}>
	/** What more has to be asked of. */
	| {readonly type: 'keep'}
	| {readonly type: 'allow'};

export function FindingDialog({
	finding,
	text,
	canKeep,
	aside = '',
	canSkip = false,
	onAnswer,
}: {
	finding: Finding;
	/** The text it is in. */
	text: string;
	/** False for a line that is not entered yet. */
	canKeep: boolean;
	/** What stands beside the reason: which one of how many. */
	aside?: string;
	/** Whether there are others to go on to. */
	canSkip?: boolean;
	onAnswer: (answer: FindingAnswer) => void;
}) {
	const {glyphs} = useTheme();
	const {columns, rows} = useLayout().body;
	const [asking, setAsking] = useState<'keep' | 'allow'>();
	const [line, setLine] = useState('');
	const inside = columns - 4;
	useKeys('dialog', (command) => {
		if (command !== 'cancel') return false;
		if (asking === undefined) onAnswer({type: 'back'});
		else setAsking(undefined);
		return true;
	});

	const words = oneLine(text.slice(finding.evidence.start, finding.evidence.end));
	const items: ChoiceItem<Chosen>[] = [
		...finding.suggestions.map((wording) => wordingItem(wording, inside - 4)),
		...(canKeep ? [{value: {type: 'keep' as const}, label: `Keep it, because ${glyphs.ellipsis}`}] : []),
		{value: {type: 'allow'}, label: `Allow words of it for the team ${glyphs.ellipsis}`},
		...(canSkip ? [{value: {type: 'skip' as const}, label: 'Leave it for now'}] : []),
		{value: {type: 'edit'}, label: 'Word it myself'},
	];
	const choose = (chosen: Chosen): void => {
		if (chosen.type === 'keep' || chosen.type === 'allow') {
			setLine(chosen.type === 'allow' && words.split(' ').length <= fewWords ? words : '');
			setAsking(chosen.type);
		} else {
			onAnswer(chosen);
		}
	};
	const answer = (given: string): void => {
		const said = given.trim();
		if (said === '' || asking === undefined) return;
		onAnswer(asking === 'keep' ? {type: 'keep', reason: said} : {type: 'allow', words: said});
	};
	const about =
		rows > fewestRows ? [...rowsOf(finding.reframing ?? '', inside), ...quoteOf(finding, text, inside)] : [];
	return (
		<Box flexDirection="column" borderStyle={glyphs.border} paddingX={1} width={columns} flexShrink={0}>
			<Box justifyContent="space-between">
				<Paint look="title" columns={inside - aside.length - 1}>
					{finding.message}
				</Paint>
				<Paint look="quiet">{aside}</Paint>
			</Box>
			{about.map((row) => (
				<Paint key={row} look="quiet">
					{row}
				</Paint>
			))}
			{about.length > 0 && <Box height={1} />}
			{asking === undefined ? (
				<Choice
					items={items}
					active
					columns={inside}
					onTake={choose}
					limit={Math.max(1, Math.min(items.length, rows - about.length - 7))}
				/>
			) : (
				<Prompt
					key={asking}
					label={asking === 'keep' ? 'Keep it, because ' : 'Never tell of '}
					value={line}
					active
					placeholder={asking === 'keep' ? 'a reason that the team can read later' : 'words of it, as they stand there'}
					onChange={setLine}
					onSubmit={answer}
				/>
			)}
		</Box>
	);
}

/** With fewer rows than this the choices go before what explains them. */
const fewestRows = 9;
/** As many words of a finding are likely to be the very ones that a team allows. */
const fewWords = 3;
const mostRowsEach = 2;

function rowsOf(text: string, columns: number): string[] {
	return wrap(text, columns)
		.slice(0, mostRowsEach)
		.map((row) => drawnRow(text, row))
		.filter((row) => row !== '');
}

function quoteOf({span}: Finding, text: string, columns: number): string[] {
	return rowsOf(`"${oneLine(text.slice(span.start, span.end))}"`, columns);
}

function wordingItem(wording: string, columns: number): ChoiceItem<Chosen> {
	const line = oneLine(wording);
	const [first] = wrap(line, columns);
	const isCut = first !== undefined && first.end < line.length;
	const label = isCut ? `${line.slice(0, first.end - 1)}…` : line;
	return {value: {type: 'take', wording}, label, ...(isCut && {whole: line})};
}

function oneLine(text: string): string {
	return text.replaceAll('\n', ' ');
}
