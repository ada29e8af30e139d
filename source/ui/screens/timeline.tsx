/** Step 4: what happened, in UTC. An entry line stays open under the sorted entries, and a picture stands over them. */
import {Box} from 'ink';
import {removeItem} from '../../retro/edit.ts';
import {wholeText} from '../../retro/evidence.ts';
import type {Phase, Retro, TimelineEntry} from '../../retro/record.ts';
import {lastEntered, orderedTimeline} from '../../retro/timeline.ts';
import {columnsOf} from '../../text/columns.ts';
import {readEntry} from '../../time/entry.ts';
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
import {useListKeys} from '../hooks/use-list-keys.ts';
import {useLiveEntry} from '../hooks/use-live-entry.ts';
import {useLiveKeys} from '../hooks/use-live-keys.ts';
import {useMarkedRows} from '../hooks/use-marks.ts';
import {useLinePhase, useRowPhase} from '../hooks/use-phase-key.ts';
import {useRetro} from '../hooks/use-sitting.ts';
import {useTimelineEntry} from '../hooks/use-timeline-entry.ts';
import {useWalk} from '../hooks/use-walk.ts';
import {useTheme} from '../theme.ts';
import {contextOf, proseOf, readingLine} from '../timeline-line.ts';

/** Where the focus can stand, in order. */
export function timelineStops(retro: Retro): string[] {
	return [...orderedTimeline(retro).map(({id}) => rowFocus('timeline', id)), 'timeline'];
}

export function TimelineScreen() {
	const retro = useRetro();
	const walk = useWalk();
	const {columns, rows: height} = useLayout().body;
	const live = useLiveEntry();
	const chosen = useLinePhase();
	const entryLine = useTimelineEntry(chosen, live);
	const picture = useIncidentPicture();

	const givePhaseToRow = useRowPhase();
	useListKeys({
		lists: ['timeline'],
		part: 'text',
		canMove: true,
		order: () => orderedTimeline(retro).map(({id}) => id),
		remove: removeItem,
		special: givePhaseToRow,
	});
	const marks = useMarkedRows();
	useLiveKeys(entryLine.enter, walk.active && marks.shifting === undefined);

	const selected = listFocus(walk.focus)?.id ?? null;
	const entry = retro.timeline.find(({id}) => id === selected);
	const draft = useDraft('timeline').text;
	const meaning = useMeaning(entry === undefined ? draft : (retro.drafts?.[walk.focus] ?? ''), chosen.phase, entry);
	const hasLiveKeys = height > 8;
	const listRows = Math.max(1, height - pictureHeight(picture, height) - entryLineRows - (hasLiveKeys ? 1 : 0));
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
					fresh={draft === '' ? entryLine.fresh : undefined}
					marked={marks.ids}
				/>
			)}
			{hasLiveKeys && (
				<Box height={1}>
					<LiveKeys />
				</Box>
			)}
			<EntryLine
				id="timeline"
				kind="line"
				columns={columns}
				placeholder={live.placeholder ?? '1005 on-call acked, 3:05pm PDT page closes, +5 rolled back'}
				reading={meaning.said ?? (entry === undefined ? '' : marks.said(wholeText(entry)))}
				problem={meaning.isRefused}
				proseOf={meaning.proseOf}
				onEnter={entryLine.enter}
				staysWhenEmpty={entryLine.staysWhenEmpty}
				instead={marks.shifting && <ShiftLine ids={marks.shifting} columns={columns} onClose={marks.stopShifting} />}
				onReadings={entryLine.pick}
			/>
		</Box>
	);
}

/** What a line means so far: a new entry, or `entry` as it is being edited, of which an empty line says nothing. */
function useMeaning(line: string, phase: Phase | undefined, entry: TimelineEntry | undefined) {
	const retro = useRetro();
	const environment = useEnvironment();
	const live = useLiveEntry();
	const {glyphs} = useTheme();
	const {columns} = useLayout().body;
	const newContext = contextOf(retro, environment, lastEntered(retro));
	const context = entry === undefined ? newContext : contextOf(retro, environment, entry);
	const reading = readEntry(line, context);
	// The phase goes first: a long reading is cut off at its end.
	const mark = phase === undefined ? '' : `${glyphs.phase} ${phase} `;
	const room = {columns: columns - marginColumns - columnsOf(mark), untimed: live.untimed};
	return {
		said:
			entry !== undefined && line === '' ? undefined : `${mark}${readingLine(line, reading, context, room)}`.trimEnd(),
		isRefused: reading.kind === 'refused',
		proseOf: (typed: string) => proseOf(typed, newContext),
	};
}
