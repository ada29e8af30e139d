/** The retros of the store: filter by typing, open one, start one. An empty store says what this is. */

import {Box, Text} from 'ink';
import {useMemo, useState} from 'react';
import {severityNames} from '../../retro/guide.ts';
import type {Listing} from '../../store/listing.ts';
import type {RetroSummary} from '../../store/retro-summary.ts';
import {counted} from '../../text/counted.ts';
import {Choice} from '../components/choice.tsx';
import {Frame, useLayout} from '../components/frame.tsx';
import {KeyBar} from '../components/key-bar.tsx';
import {KeysScreen} from '../components/keys-screen.tsx';
import {Paint} from '../components/paint.tsx';
import {Prompt} from '../components/prompt.tsx';
import {RowList} from '../components/row-list.tsx';
import {useKeys} from '../hooks/use-keys.ts';
import {useTheme} from '../theme.ts';

export type BrowseProps = {
	readonly listing: Listing;
	readonly directory: string;
	readonly onOpen: (id: string) => void;
	readonly onNew: () => void;
	readonly onExample: () => void;
	readonly onLeave: () => void;
};

export function BrowseScreen(props: BrowseProps) {
	const {listing, directory} = props;
	const [isHelp, setHelp] = useState(false);
	useKeys('app', (command) => {
		if (command !== 'keys') return false;
		setHelp(true);
		return true;
	});
	const isEmpty = listing.retros.length === 0;
	const [broken] = listing.broken;
	return (
		<Frame
			header={<Paint look="title">{isEmpty ? 'incident-retro' : counted(listing.retros.length, 'retro')}</Paint>}
			guide={<Paint look="quiet">{directory}</Paint>}
			finding={
				<Paint look="failure">
					{broken === undefined
						? ' '
						: `${listing.broken.length} could not be read (retro doctor --fix mends that): ${broken.problem.message}`}
				</Paint>
			}
			keys={
				<KeyBar
					hints={
						isHelp
							? [['cancel', 'back']]
							: isEmpty
								? ['take', 'leave']
								: ['open', 'start', 'leave-browse', 'keys', 'leave']
					}
				/>
			}
		>
			{isHelp ? (
				<KeysScreen step={null} onBack={() => setHelp(false)} />
			) : isEmpty ? (
				<Welcome {...props} />
			) : (
				<RetroList {...props} />
			)}
		</Frame>
	);
}

function Welcome({onNew, onExample, onLeave}: BrowseProps) {
	const {columns} = useLayout().body;
	useKeys('browse', (command) => {
		if (command === 'start') onNew();
		else if (command === 'leave-browse') onLeave();
		else return false;
		return true;
	});
	return (
		<Box flexDirection="column">
			<Paint look="title" columns={columns}>
				A blameless post-mortem, step by step, by keyboard alone.
			</Paint>
			<Paint columns={columns}>Nothing here yet.</Paint>
			<Box height={1} />
			<Choice
				items={[
					{value: onNew, label: 'Start a retro'},
					{value: onExample, label: 'Look at a finished example'},
					{value: onLeave, label: 'Quit'},
				]}
				active
				columns={columns}
				onTake={(go) => go()}
			/>
		</Box>
	);
}

function RetroList({listing, onOpen, onNew, onLeave}: BrowseProps) {
	const {columns, rows} = useLayout().body;
	const [filter, setFilter] = useState('');
	const [at, setAt] = useState(0);
	const searched = useMemo(() => listing.retros.map((retro) => ({retro, text: searchedText(retro)})), [listing]);
	const shown = useMemo(() => matching(searched, filter), [searched, filter]);
	const index = Math.min(at, Math.max(0, shown.length - 1));

	// Before the filter takes a letter: arrows, Enter, and `n` while there is nothing to filter by.
	useKeys('dialog', (_command, press) => {
		const chord = press.kind === 'chord' ? press.chord : press.kind === 'text' && filter === '' ? press.text : '';
		switch (chord) {
			case 'up':
			case 'down':
				setAt(Math.max(0, Math.min(shown.length - 1, index + (chord === 'up' ? -1 : 1))));
				return true;
			case 'n':
			case 'ctrl+n':
				onNew();
				return true;
			case 'escape':
				if (filter === '') onLeave();
				setFilter('');
				return true;
			default:
				return false;
		}
	});
	return (
		<Box flexDirection="column">
			<Prompt
				label="Filter "
				value={filter}
				active
				placeholder="type words of a title, a severity, a status"
				onChange={(text) => {
					setFilter(text);
					setAt(0);
				}}
				onSubmit={() => shown[index] && onOpen(shown[index].id)}
			/>
			<Box height={1} />
			{shown.length === 0 ? (
				<Paint look="quiet">Nothing matches. Esc clears the filter.</Paint>
			) : (
				<RowList
					columns={columns}
					height={Math.max(1, rows - 2)}
					at={index}
					rows={shown}
					draw={(retro, row) => ({
						key: retro.id,
						content: <RetroRow retro={retro} columns={columns} isSelected={row === index} />,
					})}
				/>
			)}
		</Box>
	);
}

function RetroRow({retro, columns, isSelected}: {retro: RetroSummary; columns: number; isSelected: boolean}) {
	const {glyphs} = useTheme();
	const severity = retro.severity === null ? '' : severityNames[retro.severity];
	return (
		<Text wrap="truncate">
			<Paint look="focus">{isSelected ? `${glyphs.pointer} ` : '  '}</Paint>
			<Paint look={isSelected ? 'selected' : 'quiet'}>{`${retro.date ?? 'no date'}  `.padEnd(12)}</Paint>
			<Paint look="plain">{severity.padEnd(11)}</Paint>
			<Paint look={retro.status === 'final' ? 'done' : 'quiet'}>{retro.status.replace('-', ' ').padEnd(11)}</Paint>
			<Paint look={isSelected ? 'selected' : 'plain'} columns={Math.max(1, columns - 36)}>
				{retro.title.trim() === '' ? retro.id : retro.title}
			</Paint>
		</Text>
	);
}

function searchedText({id, title, severity, status, date}: RetroSummary): string {
	return [id, title, severity ?? '', status, date ?? ''].join(' ').toLowerCase();
}

function matching(searched: readonly {retro: RetroSummary; text: string}[], filter: string): RetroSummary[] {
	const words = filter.toLowerCase().split(/\s+/);
	return searched.filter(({text}) => words.every((word) => text.includes(word))).map(({retro}) => retro);
}
