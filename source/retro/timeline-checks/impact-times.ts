/** Start and end of the impact that the marked phases contradict: users are affected no earlier and no later. */
import {formatDuration} from '../../time/duration.ts';
import {formatClock} from '../../time/format.ts';
import type {FieldName} from '../fields.ts';
import {type Gap, gap} from '../gap.ts';
import type {Phase, TimelineEntry} from '../record.ts';
import type {TimelineView} from './timeline-view.ts';

const demand = 'Duration: Start time to End time.';

/** What is less, in milliseconds, is the same minute, rounded. */
const least = 2 * 60_000;

/** An impact that starts after the fault did, or ends before all was resolved, is none of these: both are usual. */
export function impactTimeGaps(view: TimelineView): Gap[] {
	const {start, end} = view;
	const started = markedAs(view, 'started');
	const resolved = markedAs(view, 'resolved');
	const gaps: Gap[] = [];
	if (start !== null && started !== undefined && started.moment - start >= least) {
		const early = formatDuration(started.moment - start);
		gaps.push(told('impact.start', `The impact starts ${early} before the start marked at`, started.entry, view));
	}
	if (end !== null && resolved !== undefined && end - resolved.moment >= least) {
		const late = formatDuration(end - resolved.moment);
		gaps.push(told('impact.end', `The impact ends ${late} after it is marked as resolved, at`, resolved.entry, view));
	}
	return gaps;
}

function told(
	path: FieldName & `impact.${string}`,
	words: string,
	{at}: TimelineEntry,
	{retro: {impact}}: TimelineView,
): Gap {
	const own = path === 'impact.start' ? impact.start : impact.end;
	return gap('impact-beside-phases', path, `${words} ${formatClock(at)}`, demand, 'advises', `${own} ${at}`);
}

function markedAs(
	{entries, moments}: TimelineView,
	phase: Phase,
): {readonly entry: TimelineEntry; readonly moment: number} | undefined {
	const index = entries.findLastIndex((entry) => entry.phase === phase);
	const entry = entries[index];
	return entry === undefined ? undefined : {entry, moment: moments[index] ?? 0};
}
