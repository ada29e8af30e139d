/** All keys, and what the guide says of this step with its good example. Up and Down scroll. */
import {Box} from 'ink';
import {useState} from 'react';
import {guidance, principle} from '../../retro/guide.ts';
import {type Step, stepTitles} from '../../retro/steps.ts';
import {wrap} from '../../text/wrapping.ts';
import {useKeys} from '../hooks/use-keys.ts';
import {chordLabel, contextTitles, type KeyContext, keymap} from '../keymap.ts';
import type {looks} from '../theme.ts';
import {useLayout} from './frame.tsx';
import {Paint} from './paint.tsx';

type Line = {readonly key: string; readonly text: string; readonly look: keyof typeof looks; readonly about?: string};

export function KeysScreen({step, onBack}: {step: Step | null; onBack: () => void}) {
	const {columns, rows} = useLayout().body;
	const [top, setTop] = useState(0);
	const lines = [...(step === null ? [] : guideLines(step, columns)), ...keyLines()];
	const last = Math.max(0, lines.length - rows);
	useKeys('dialog', (_command, press) => {
		const chord = press.kind === 'chord' ? press.chord : press.text;
		const by = {up: -1, down: 1, pageup: -rows, pagedown: rows, ' ': rows}[chord];
		if (chord === 'ctrl+c') return false;
		if (by === undefined) onBack();
		else setTop(Math.min(last, Math.max(0, top + by)));
		return true;
	});
	return (
		<Box flexDirection="column" height={rows} overflow="hidden">
			{lines.slice(top, top + rows).map(({key, text, look, about}) => (
				<Box key={key} height={1} flexShrink={0}>
					<Paint look={look} columns={columns}>
						{about === undefined ? text || ' ' : text.padEnd(keyColumns)}
					</Paint>
					<Paint columns={Math.max(1, columns - keyColumns)}>{about ?? ''}</Paint>
				</Box>
			))}
		</Box>
	);
}

const keyColumns = 28;

function guideLines(step: Step, columns: number): Line[] {
	const {line, example} = guidance[step];
	const texts: [string, Line['look']][] = [
		[`${stepTitles[step]}: ${line}`, 'title'],
		...example.map((text): [string, Line['look']] => [`  ${text}`, 'plain']),
		['', 'plain'],
		...wrap(principle, columns).map(({start, end}): [string, Line['look']] => [principle.slice(start, end), 'quiet']),
		['', 'plain'],
	];
	return texts.map(([text, look], index) => ({key: `guide ${index}`, text, look}));
}

/** In the order in which people meet them. */
const contexts: readonly KeyContext[] = ['walk', 'list', 'live', 'text', 'import', 'review', 'browse', 'app'];

function keyLines(): Line[] {
	return contexts.flatMap((context) => [
		{key: context, text: contextTitles[context], look: 'title' as const},
		...keymap
			.filter((binding) => binding.context === context && !/^step-[2-8]$/.test(binding.command))
			.map(({command, chords, about}) => ({
				key: `${context} ${command}`,
				text: `  ${command === 'step-1' ? 'Alt+1 … Alt+8' : chords.map(chordLabel).join(', ')}`,
				look: 'key' as const,
				about: command === 'step-1' ? 'Go to a step' : about,
			})),
	]);
}
