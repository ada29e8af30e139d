/** Summary and impact that state another length, or other times, than the timeline. */
import {formatDuration, formatSpan} from '../../time/duration.ts';
import {formatClock} from '../../time/format.ts';
import {instantOf} from '../../time/instant.ts';
import {agrees} from '../../time/written-length.ts';
import type {FieldName} from '../fields.ts';
import {type Gap, gap} from '../gap.ts';
import type {Phase} from '../record.ts';
import type {TimelineView} from './timeline-view.ts';
import {type WholeIncident, wholeIncidents} from './whole-incident.ts';

const demand = 'Duration: Start time to End time.';
const minute = 60_000;

/** At most one gap for each text, where all that it says of the whole incident is of one length or one span. */
export function statedTimeGaps(view: TimelineView): Gap[] {
	const bounds = boundsOf(view);
	if (bounds === undefined) return [];
	const {summary, impact} = view.retro;
	const texts: readonly (readonly [FieldName, string, string])[] = [
		['summary', 'The summary says', summary],
		['impact.users', 'Users affected:', impact.users],
		['impact.revenue', 'Revenue impact:', impact.revenue],
		['impact.data', 'Data impact:', impact.data],
	];
	return texts.flatMap(([path, name, text]) => gapOf(path, name, text, bounds) ?? []);
}

/** When the incident began, and when it may be said to have ended, in milliseconds; the first end counts. */
type Bounds = {readonly start: number; readonly ends: readonly [number, ...number[]]};

/** The impact's own, else those of the phases. That users were well again before all was done is said both ways. */
function boundsOf({entries, moments, start, end}: TimelineView): Bounds | undefined {
	const of = (phase: Phase): number | undefined => moments[entries.findLastIndex((entry) => entry.phase === phase)];
	const began = start ?? of('started') ?? of('detected');
	const [over, ...others] = [end ?? of('resolved'), of('mitigated')].filter((moment) => typeof moment === 'number');
	if (began === undefined || over === undefined || over <= began) return undefined;
	return {start: began, ends: [over, ...others]};
}

function gapOf(path: FieldName, name: string, text: string, bounds: Bounds): Gap | undefined {
	const said = wholeIncidents(text);
	const [first] = said;
	if (first === undefined || said.some((one) => isTrue(one, bounds))) return undefined;
	// Several outages have several lengths, none of them that of the whole.
	if (said.some(({kind, words}) => kind === first.kind && words !== first.words)) return undefined;
	const {
		start,
		ends: [end],
	} = bounds;
	const state = `${first.words} ${instantOf(start)} ${instantOf(end)}`;
	if (first.kind === 'length') {
		const said = `${name} ${shortened(first.words)}; start to end is`;
		const span = formatSpan(end - start);
		const fitting = said.length + span.length < 70 ? span : formatDuration(end - start);
		return gap('other-duration', path, `${said} ${fitting}`, demand, 'advises', state);
	}
	const clocks = `${formatClock(instantOf(start))} to ${formatClock(instantOf(end))}`;
	const words = `${clockOf(first.value.from)} to ${clockOf(first.value.to)}`;
	return gap('other-time', path, `${name} ${words}; start to end is ${clocks}`, demand, 'advises', state);
}

function isTrue(said: WholeIncident, {start, ends}: Bounds): boolean {
	return ends.some((end) =>
		said.kind === 'length' ? agrees(said.value, end - start) : isAt(said.value.from, start) && isAt(said.value.to, end),
	);
}

/** A clock on a whole five minutes may be rounded. */
function isAt(minutes: number, moment: number): boolean {
	const there = Math.trunc(moment / minute) % 1440;
	const apart = Math.abs(minutes - there);
	return Math.min(apart, 1440 - apart) <= (minutes % 5 === 0 ? 3 : 1);
}

function clockOf(minutes: number): string {
	return `${String(Math.trunc(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Columns of the words in the line; they are of letters and digits alone. */
const longestWords = 28;

function shortened(words: string): string {
	return words.length <= longestWords ? words : `${words.slice(0, longestWords - 1).trimEnd()}…`;
}
