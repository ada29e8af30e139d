/** All keys, and what the guide says of this step with its good example. Up and Down scroll. */
import {Box} from 'ink';
import {useMemo, useState} from 'react';
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
	const lines = useMemo(
		() => [...(step === null ? [] : guideLines(step, columns)), ...keyLines(step, columns)],
		[step, columns],
	);
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

/** What the keys take, with the blanks around them. */
const keyColumns = 22;
/** Below this width what a key does stands under it. */
const besideFrom = 60;

function guideLines(step: Step, columns: number): Line[] {
	const {line, example} = guidance[step];
	const texts: [string, Line['look']][] = [
		[`${stepTitles[step]}: ${line}`, 'title'],
		...example.map((text): [string, Line['look']] => [`  ${text}`, 'plain']),
		['', 'plain'],
		[principle, 'quiet'],
		['', 'plain'],
	];
	return texts.flatMap(([text, look], index) =>
		wrapped(text, columns).map((part, row) => ({key: `guide ${index} ${row}`, text: part, look})),
	);
}

/** In the order in which people meet them; on the review its own come first. */
function contextsOn(step: Step | null): readonly KeyContext[] {
	const others: readonly KeyContext[] = ['walk', 'list', 'live', 'text', 'import', 'review', 'browse', 'dialog', 'app'];
	return step === 'review' ? ['review', ...others.filter((context) => context !== 'review')] : others;
}

function keyLines(step: Step | null, columns: number): Line[] {
	return contextsOn(step).flatMap((context) => [
		{key: context, text: contextTitles[context], look: 'title' as const},
		...keymap
			.filter((binding) => binding.context === context && !/^step-[2-8]$/.test(binding.command))
			.flatMap(({command, chords, about}) => {
				const isSteps = command === 'step-1';
				const keys = isSteps ? 'Alt+1 … Alt+8' : chords.map(chordLabel).join(', ');
				return bindingLines(`${context} ${command}`, keys, isSteps ? 'Go to a step' : about, columns);
			}),
	]);
}

/** A key with what it does beside it, on as many rows as either needs. */
function bindingLines(key: string, keys: string, about: string, columns: number): Line[] {
	const look = 'key' as const;
	if (columns < besideFrom) {
		const under = wrapped(about, columns - 4).map((part, row) => ({key: `${key} about ${row}`, text: `    ${part}`}));
		return [
			...wrapped(keys, columns - 2).map((part, row) => ({key: `${key} ${row}`, text: `  ${part}`, look})),
			...under.map((line) => ({...line, look: 'plain' as const})),
		];
	}
	const left = wrapped(keys, keyColumns - 4);
	const right = wrapped(about, columns - keyColumns);
	return Array.from({length: Math.max(left.length, right.length)}, (_, row) => ({
		key: `${key} ${row}`,
		text: `  ${left[row] ?? ''}`,
		look,
		about: right[row] ?? '',
	}));
}

function wrapped(text: string, columns: number): string[] {
	return wrap(text, columns).map(({start, end}) => text.slice(start, end).trimEnd());
}
