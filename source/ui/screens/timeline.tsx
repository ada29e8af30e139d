/** Step 4: what happened, in UTC. An entry line stays open under the sorted entries. */
import {Box} from 'ink';
import {useState} from 'react';
import {append, batch, removeItem} from '../../retro/edit.ts';
import {wholeText} from '../../retro/evidence.ts';
import {givePhase, phaseAfter, takePhase} from '../../retro/phase-cycle.ts';
import {type Phase, phases, type Retro, type TimelineEntry} from '../../retro/record.ts';
import {lastEntered, orderedTimeline} from '../../retro/timeline.ts';
import {columnsOf} from '../../text/columns.ts';
import {readEntry} from '../../time/entry.ts';
import {printMoment} from '../../time/format.ts';
import {Example} from '../components/example.tsx';
import {useLayout} from '../components/frame.tsx';
import {IncidentPictureView, pictureHeight, useIncidentPicture} from '../components/incident-picture.tsx';
import {EntryLine, entryLineRows} from '../components/line-field.tsx';
import {LiveKeys} from '../components/live-keys.tsx';
import {ShiftLine} from '../components/shift-line.tsx';
import {marginColumns} from '../components/text-view.tsx';
import {TimelineList} from '../components/timeline-list.tsx';
import {listFocus, rowFocus} from '../focus.ts';
import {useDraft} from '../hooks/use-draft.ts';
import {useEnvironment} from '../hooks/use-environment.ts';
import {useKeys} from '../hooks/use-keys.ts';
import {useLandingChecks} from '../hooks/use-landing-checks.ts';
import {useListKeys} from '../hooks/use-list-keys.ts';
import {useLiveEntry} from '../hooks/use-live-entry.ts';
import {useLiveKeys} from '../hooks/use-live-keys.ts';
import {useMarkedRows} from '../hooks/use-marks.ts';
import {useRetro, useSitting} from '../hooks/use-sitting.ts';
import {useAskForReading} from '../hooks/use-time-choice.ts';
import {useWalk} from '../hooks/use-walk.ts';
import {useTheme} from '../theme.ts';
import {contextOf, proseOf, readingLine} from '../timeline-line.ts';

/** Where the focus can stand, in order. */
export function timelineStops(retro: Retro): string[] {
	return [...orderedTimeline(retro).map(({id}) => rowFocus('timeline', id)), 'timeline'];
}

export function TimelineScreen() {
	const sitting = useSitting();
	const retro = useRetro();
	const walk = useWalk();
	const environment = useEnvironment();
	const checkLanding = useLandingChecks();
	const {glyphs} = useTheme();
	const {columns, rows: height} = useLayout().body;
	// Kept with the line that it was chosen for, so that it outlives leaving the step.
	const chosen = useDraft('timeline.phase');
	const phase = phases.find((name) => name === chosen.text);
	const entryLine = useDraft('timeline');
	const askForReading = useAskForReading();
	const [fresh, setFresh] = useState<string>();
	const live = useLiveEntry();

	const draft = entryLine.text;
	const selected = listFocus(walk.focus)?.id ?? null;
	const entry = selected === null ? undefined : retro.timeline.find(({id}) => id === selected);
	const line = entry === undefined ? draft : (retro.drafts?.[walk.focus] ?? '');
	const context = contextOf(retro, environment, entry ?? lastEntered(retro));
	const reading = readEntry(line, context);

	const read = (typed: string) => {
		const now = sitting.snapshot().retro;
		return live.stamped(readEntry(typed, contextOf(now, environment, lastEntered(now))));
	};
	const enter = (typed: string, given: Phase | undefined = phase): boolean => {
		const found = read(typed);
		if (found.kind === 'refused') pick(typed, given);
		return found.kind === 'timed' && add(found, given);
	};
	/** Asks which reading is meant and enters the line by it; without a text yet the time is put in its place. */
	const pick = (typed: string, given: Phase | undefined = phase): void => {
		const found = read(typed);
		if (found.kind === 'text') return;
		askForReading(found, found.typed, (at) => {
			if (add({...found, at}, given)) entryLine.forget();
			else entryLine.change(`${printMoment(at)} `);
		});
	};
	const add = (
		{at, text, typed}: Pick<TimelineEntry, 'at' | 'text'> & {typed: string},
		given: Phase | undefined,
	): boolean => {
		if (text.trim() === '') return false;
		const now = sitting.snapshot().retro;
		const id = environment.newId();
		const beside = live.besideOf(now, {at, text}, given);
		sitting.send(
			batch([
				...takePhase(now, given),
				append(now, 'timeline', {
					id,
					at,
					text,
					...(given !== undefined && {phase: given}),
					...(typed !== '' && {typed}),
				}),
				...beside.edits,
			]),
		);
		walk.say(beside.said);
		chosen.forget();
		setFresh(id);
		checkLanding(now, id);
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
			const current = now.timeline.find((other) => other.id === id)?.phase;
			sitting.send(givePhase(now, id, phaseAfter(now, current)));
			checkLanding(now, id);
			return true;
		},
	});
	useKeys(
		'list',
		(command) => {
			if (command !== 'phase') return false;
			chosen.change(phaseAfter(retro, phase) ?? '');
			return true;
		},
		walk.active && walk.focus === 'timeline',
	);

	const picture = useIncidentPicture();
	const marks = useMarkedRows();
	useLiveKeys(enter, walk.active && marks.shifting === undefined);

	const mark = phase === undefined ? '' : `${glyphs.phase} ${phase} `;
	const readingColumns = columns - marginColumns - columnsOf(mark);
	const listRows = Math.max(1, height - pictureHeight(picture, height) - entryLineRows - (height > 8 ? 1 : 0));
	return (
		<Box flexDirection="column">
			{picture && (
				<IncidentPictureView picture={picture} timeline={retro.timeline} impact={retro.impact} entry={entry} />
			)}
			{retro.timeline.length === 0 ? (
				<Example step="timeline" height={listRows} />
			) : (
				<TimelineList
					height={listRows}
					selected={selected}
					fresh={draft === '' ? fresh : undefined}
					marked={marks.ids}
				/>
			)}
			{height > 8 && (
				<Box height={1}>
					<LiveKeys />
				</Box>
			)}
			<EntryLine
				id="timeline"
				kind="line"
				columns={columns}
				placeholder={live.placeholder ?? '1005 on-call acked, 3:05pm PDT page closes, +5 rolled back'}
				reading={
					entry !== undefined && line === ''
						? marks.said(wholeText(entry))
						: // The phase goes first: a long reading is cut off at its end.
							`${mark}${readingLine(line, reading, context, {columns: readingColumns, untimed: live.untimed})}`.trimEnd()
				}
				problem={reading.kind === 'refused'}
				proseOf={(typed) => proseOf(typed, contextOf(retro, environment, lastEntered(retro)))}
				onEnter={enter}
				instead={marks.shifting && <ShiftLine ids={marks.shifting} columns={columns} onClose={marks.stopShifting} />}
				onReadings={pick}
			/>
		</Box>
	);
}
