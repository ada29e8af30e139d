/** The sorted entries of the timeline in a window, with days, silences, and the entry that is being edited. */
import {useMemo} from 'react';
import {batch, changeItem} from '../../retro/edit.ts';
import {evidenceOf, shortText} from '../../retro/evidence.ts';
import {itemPath} from '../../retro/fields.ts';
import type {TimelineEntry} from '../../retro/record.ts';
import {type TimelineRow, timelineRows} from '../../retro/timeline.ts';
import {readEntry} from '../../time/entry.ts';
import {formatClock} from '../../time/format.ts';
import {rowFocus} from '../focus.ts';
import {useEnvironment} from '../hooks/use-environment.ts';
import {useIsFound} from '../hooks/use-findings.ts';
import {useLandingChecks} from '../hooks/use-landing-checks.ts';
import {useLive} from '../hooks/use-live.ts';
import {useRetro, useSitting} from '../hooks/use-sitting.ts';
import {useAskForReading} from '../hooks/use-time-choice.ts';
import {useWalk} from '../hooks/use-walk.ts';
import {contextOf, proseOf} from '../timeline-line.ts';
import {useLayout} from './frame.tsx';
import {RowEditor} from './line-field.tsx';
import {type ListRow, RowList} from './row-list.tsx';
import {DayRow, EntryRow, SilenceRow} from './timeline-rows.tsx';

export function TimelineList({
	height,
	selected,
	fresh,
	marked,
}: {
	/** Rows. */
	height: number;
	/** The id of the entry that has the focus. */
	selected: string | null;
	/** The id of the entry that was just entered: it is brought into view and marked. */
	fresh: string | undefined;
	/** The ids of the entries that are marked. */
	marked: ReadonlySet<string>;
}) {
	const retro = useRetro();
	const walk = useWalk();
	const isFound = useIsFound();
	const {arrived} = useLive();
	const {columns} = useLayout().body;
	const {timeline, impact} = retro;
	const rows = useMemo(() => timelineRows({timeline, impact}), [timeline, impact]);
	const clockColumns = useMemo(() => (timeline.some(({at}) => formatClock(at).length > 5) ? 8 : 5), [timeline]);
	const hasPhases = useMemo(() => timeline.some(({phase}) => phase !== undefined), [timeline]);
	const at = rows.findIndex((row) => row.kind === 'entry' && row.entry.id === (selected ?? fresh));

	const listRow = (row: TimelineRow, index: number): ListRow => {
		if (row.kind === 'day') return {key: row.date, content: <DayRow date={row.date} />};
		if (row.kind === 'silence') return {key: `silence ${index}`, content: <SilenceRow length={row.length} />};
		const {entry, since} = row;
		const path = itemPath('timeline', entry.id, 'text');
		// A draft of an entry that is not focused was left behind by a crash.
		const isEdited = walk.focus === path || retro.drafts?.[path] !== undefined;
		return {
			key: entry.id,
			content: isEdited ? (
				<EntryEditor entry={entry} />
			) : (
				<EntryRow
					at={entry.at}
					text={shortText(entry.text)}
					hasEvidence={evidenceOf(entry).length > 0}
					phase={entry.phase}
					hasPhases={hasPhases}
					since={since}
					clockColumns={clockColumns}
					columns={columns}
					isSelected={selected === entry.id}
					isFresh={fresh === entry.id || arrived.has(entry.id)}
					isMarked={marked.has(entry.id)}
					isFound={isFound(path)}
				/>
			),
		};
	};
	return (
		<RowList
			columns={columns}
			height={height}
			at={at < 0 ? null : at}
			rows={rows}
			draw={listRow}
			isHeading={({kind}) => kind === 'day'}
		/>
	);
}

/** An entry edited in its place: a time that cannot be read leaves the entry's own as it was. */
function EntryEditor({entry}: {entry: TimelineEntry}) {
	const sitting = useSitting();
	const walk = useWalk();
	const environment = useEnvironment();
	const checkLanding = useLandingChecks();
	const askForReading = useAskForReading();
	const {columns} = useLayout().body;
	const path = itemPath('timeline', entry.id, 'text');
	return (
		<RowEditor
			id={path}
			kind="line"
			line={`${formatClock(entry.at)} ${entry.text}`}
			columns={columns}
			proseOf={(line) => proseOf(line, contextOf(sitting.snapshot().retro, environment, entry))}
			onReadings={(command, line) => {
				const {retro} = sitting.snapshot();
				const read = readEntry(line, contextOf(retro, environment, entry));
				if (command === 'edit-entry' && read.kind !== 'refused') return false;
				if (read.kind === 'text') return false;
				return askForReading(read, read.typed, (at) => {
					const now = sitting.snapshot().retro;
					sitting.send(
						batch([
							changeItem(now, 'timeline', entry.id, {at, text: read.text, typed: read.typed}),
							{type: 'draft', place: path, text: '', was: now.drafts?.[path] ?? ''},
						]),
					);
					walk.setFocus(rowFocus('timeline', entry.id));
				});
			}}
			onLeave={(line) => {
				const {retro} = sitting.snapshot();
				const read = readEntry(line, contextOf(retro, environment, entry));
				if (read.kind === 'timed') {
					const isSame = read.at === entry.at;
					const typed = isSame ? entry.typed : read.typed;
					sitting.send(
						changeItem(retro, 'timeline', entry.id, {at: read.at, text: read.text, ...(typed ? {typed} : {})}, [
							...(typed ? [] : ['typed']),
							...(isSame ? [] : ['shifted']),
						]),
					);
					checkLanding(retro, entry.id);
				} else {
					sitting.send(changeItem(retro, 'timeline', entry.id, {text: read.text}));
					if (read.kind === 'refused') walk.say(`${read.message}. The entry keeps ${formatClock(entry.at)} UTC.`);
				}
			}}
			onDone={() => walk.setFocus(rowFocus('timeline', entry.id))}
		/>
	);
}
