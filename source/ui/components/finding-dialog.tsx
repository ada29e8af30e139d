/** A finding opened: why, wordings to take, or keep it with a reason. */
import {Box} from 'ink';
import {useState} from 'react';
import type {Finding} from '../../lint/finding.ts';
import {wrap} from '../../text/wrapping.ts';
import {useKeys} from '../hooks/use-keys.ts';
import {useTheme} from '../theme.ts';
import {Choice, type ChoiceItem} from './choice.tsx';
import {useLayout} from './frame.tsx';
import {Paint} from './paint.tsx';
import {Prompt} from './prompt.tsx';

type Taken = {readonly type: 'take'; readonly wording: string} | {readonly type: 'keep'} | {readonly type: 'back'};

export function FindingDialog({
	finding,
	text,
	canKeep,
	onTake,
	onKeep,
	onBack,
}: {
	finding: Finding;
	/** The text it is in. */
	text: string;
	/** False for a line that is not entered yet. */
	canKeep: boolean;
	onTake: (wording: string) => void;
	onKeep: (reason: string) => void;
	onBack: () => void;
}) {
	const {glyphs} = useTheme();
	const {columns, rows} = useLayout().body;
	const [reason, setReason] = useState<string>();
	const inside = columns - 4;
	useKeys('dialog', (command) => {
		if (command !== 'cancel') return false;
		if (reason === undefined) onBack();
		else setReason(undefined);
		return true;
	});

	const items: ChoiceItem<Taken>[] = [
		...finding.suggestions.map((wording) => {
			const label = shorten(wording, inside - 4);
			const isCut = label !== wording.replaceAll('\n', ' ');
			return {value: {type: 'take' as const, wording}, label, ...(isCut && {whole: wording.replaceAll('\n', ' ')})};
		}),
		...(canKeep ? [{value: {type: 'keep' as const}, label: `Keep it, because ${glyphs.ellipsis}`}] : []),
		{value: {type: 'back' as const}, label: 'Word it myself'},
	];
	const take = (taken: Taken): void => {
		if (taken.type === 'take') onTake(taken.wording);
		else if (taken.type === 'keep') setReason('');
		else onBack();
	};
	const quote = wrap(`"${text.slice(finding.span.start, finding.span.end).replaceAll('\n', ' ')}"`, inside);
	const quoted = `"${text.slice(finding.span.start, finding.span.end).replaceAll('\n', ' ')}"`;
	return (
		<Box flexDirection="column" borderStyle={glyphs.border} paddingX={1} width={columns} flexShrink={0}>
			<Paint look="title" columns={inside}>
				{finding.message}
			</Paint>
			{rows > 8 &&
				quote.slice(0, 3).map(({start, end}) => (
					<Paint key={start} look="quiet">
						{quoted.slice(start, end)}
					</Paint>
				))}
			{rows > 8 && <Box height={1} />}
			{reason === undefined ? (
				<Choice
					items={items}
					active
					columns={inside}
					onTake={take}
					limit={Math.max(1, Math.min(items.length, rows - 8))}
				/>
			) : (
				<Prompt
					label="Keep it, because "
					value={reason}
					active
					placeholder="a reason that the team can read later"
					onChange={setReason}
					onSubmit={(given) => given.trim() !== '' && onKeep(given.trim())}
				/>
			)}
		</Box>
	);
}

function shorten(text: string, columns: number): string {
	const line = text.replaceAll('\n', ' ');
	const [first] = wrap(line, columns);
	return first === undefined || first.end >= line.length ? line : `${line.slice(0, first.end - 1)}…`;
}
