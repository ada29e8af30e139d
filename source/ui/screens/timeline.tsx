/** Step 4: what happened, in UTC. An entry line stays open under the sorted entries. */
import {Box} from 'ink';
import {useState} from 'react';
import {append, batch, changeItem, removeItem} from '../../retro/edit.ts';
import {itemPath} from '../../retro/fields.ts';
import type {Phase, Retro, TimelineEntry} from '../../retro/record.ts';
import {givePhase, phaseAfter, takePhase} from '../../retro/phase-cycle.ts';
import {lastEntered, orderedTimeline, timelineRows} from '../../retro/timeline.ts';
import {describeReading} from '../../time/reading.ts';
import {type EntryReading, readEntry, type TimeContext} from '../../time/entry.ts';
import {formatClock} from '../../time/format.ts';
import {EntryLine, entryLineRows, RowEditor} from '../components/line-field.tsx';
import {useLayout} from '../components/frame.tsx';
import {RowList} from '../components/row-list.tsx';
import {DayRow, EntryRow, SilenceRow} from '../components/timeline-rows.tsx';
import {listFocus, rowFocus} from '../focus.ts';
import {type AppEnvironment, useEnvironment} from '../hooks/use-environment.ts';
import {useIsFound} from '../hooks/use-findings.ts';
import {useKeys} from '../hooks/use-keys.ts';
import {useListKeys} from '../hooks/use-list-keys.ts';
import {useRetro, useSitting} from '../hooks/use-sitting.ts';
import {useTheme} from '../theme.ts';
import {useWalk} from '../hooks/use-walk.ts';

/** Where the focus can stand, in order. */
export function timelineStops(retro: Retro): string[] {
	return [...orderedTimeline(retro).map(({id}) => rowFocus('timeline', id)), 'timeline'];
}

export function TimelineScreen() {
	const sitting = useSitting();
	const retro = useRetro();
	const walk = useWalk();
	const environment = useEnvironment();
	const isFound = useIsFound();
	const {glyphs} = useTheme();
	const {columns, rows: height} = useLayout().body;
	const [phase, setPhase] = useState<Phase>();
	const [fresh, setFresh] = useState<string>();

	const draft = retro.drafts?.['timeline'] ?? '';
	const reading = readEntry(draft, contextOf(retro, environment, lastEntered(retro)));
	const selected = listFocus(walk.focus)?.id ?? null;

	const enter = (line: string): boolean => {
		const now = sitting.snapshot().retro;
		const read = readEntry(line, contextOf(now, environment, lastEntered(now)));
		if (read.kind !== 'timed' || read.text.trim() === '') return false;
		const id = environment.newId();
		sitting.send(
			batch([
				...takePhase(now, phase),
				append(now, 'timeline', {
					id,
					at: read.at,
					text: read.text,
					...(phase !== undefined && {phase}),
					...(read.typed !== '' && {typed: read.typed}),
				}),
			]),
		);
		setPhase(undefined);
		setFresh(id);
		return true;
	};

	useListKeys({
		lists: ['timeline'],
		part: 'text',
		canMove: true,
		order: () => orderedTimeline(retro).map(({id}) => id),
		remove: removeItem,
		special: (command, id) => {
			if (command !== 'phase') return false;
			const now = sitting.snapshot().retro;
			const entry = now.timeline.find((other) => other.id === id);
			sitting.send(givePhase(now, id, phaseAfter(now, entry?.phase)));
			return true;
		},
	});
	useKeys(
		'list',
		(command) => {
			if (command !== 'phase') return false;
			setPhase(phaseAfter(retro, phase));
			return true;
		},
		walk.active && walk.focus === 'timeline',
	);

	const rows = timelineRows(retro);
	const clockColumns = retro.timeline.some(({at}) => formatClock(at).length > 5) ? 8 : 5;
	const shown = selected ?? fresh;
	const at = rows.findIndex((row) => row.kind === 'entry' && row.entry.id === shown);
	return (
		<Box flexDirection="column">
			<RowList
				columns={columns}
				height={Math.max(1, height - entryLineRows - (height > 8 ? 1 : 0))}
				at={at < 0 ? null : at}
				rows={rows.map((row, index) => {
					switch (row.kind) {
						case 'day':
							return {key: row.date, draw: () => <DayRow date={row.date} />};
						case 'silence':
							return {key: `silence ${index}`, draw: () => <SilenceRow length={row.length} />};
						case 'entry': {
							const {id} = row.entry;
							const path = itemPath('timeline', id, 'text');
							const isEdited = walk.focus === path || retro.drafts?.[path] !== undefined;
							return {
								key: id,
								draw: () =>
									isEdited ? (
										<EntryEditor entry={row.entry} />
									) : (
										<EntryRow
											at={row.entry.at}
											text={row.entry.text}
											phase={row.entry.phase}
											since={row.since}
											clockColumns={clockColumns}
											columns={columns}
											isSelected={selected === id}
											isFresh={fresh === id && draft === ''}
											isFound={isFound(path)}
										/>
									),
							};
						}
					}
				})}
			/>
			{height > 8 && <Box height={1} />}
			<EntryLine
				id="timeline"
				kind="line"
				columns={columns}
				placeholder="1005 on-call acked, 3:05pm PDT page closes, +5 rolled back"
				reading={[readingLine(draft, reading, retro, environment), phase].filter(Boolean).join(` ${glyphs.separator} `)}
				problem={reading.kind === 'refused'}
				proseOf={(line) => proseOf(line, contextOf(retro, environment, lastEntered(retro)))}
				onEnter={enter}
			/>
		</Box>
	);
}

/** An entry edited in its place: a time that cannot be read leaves the entry's own as it was. */
function EntryEditor({entry}: {entry: TimelineEntry}) {
	const sitting = useSitting();
	const walk = useWalk();
	const environment = useEnvironment();
	const {columns} = useLayout().body;
	const path = itemPath('timeline', entry.id, 'text');
	return (
		<RowEditor
			id={path}
			kind="line"
			line={`${formatClock(entry.at)} ${entry.text}`}
			columns={columns}
			proseOf={(line) => proseOf(line, contextOf(sitting.snapshot().retro, environment, entry))}
			onLeave={(line) => {
				const {retro} = sitting.snapshot();
				const read = readEntry(line, contextOf(retro, environment, entry));
				if (read.kind === 'timed') {
					const isSame = read.at === entry.at;
					const typed = isSame ? entry.typed : read.typed;
					sitting.send(
						changeItem(retro, 'timeline', entry.id, {at: read.at, text: read.text, ...(typed ? {typed} : {})}, typed ? [] : ['typed']),
					);
				} else {
					sitting.send(changeItem(retro, 'timeline', entry.id, {text: read.text}));
					if (read.kind === 'refused') walk.say(`${read.message}. The entry keeps ${formatClock(entry.at)} UTC.`);
				}
			}}
			onDone={() => walk.setFocus(rowFocus('timeline', entry.id))}
		/>
	);
}

/** The line with its time blanked out: the time is read and converted, not judged. */
function proseOf(line: string, context: TimeContext): string {
	const reading = readEntry(line, context);
	return reading.kind === 'text' ? line : ' '.repeat(reading.span.end) + line.slice(reading.span.end);
}

function contextOf(retro: Retro, environment: AppEnvironment, before: TimelineEntry | undefined): TimeContext {
	return {
		now: environment.now(),
		previous: before?.at ?? null,
		incidentStart: retro.impact.start,
		incidentDate: retro.date,
		zones: environment.zones,
	};
}

function readingLine(draft: string, reading: EntryReading, retro: Retro, environment: AppEnvironment): string {
	if (draft.trim() === '') return '';
	if (reading.kind === 'text') return 'Begin with a time: 1005, 3:05pm PDT, +5 after the entry before, now';
	return describeReading(reading, contextOf(retro, environment, lastEntered(retro)));
}
