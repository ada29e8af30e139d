/** The timeline as templates see it: in order, by day. */
import type {Retro, TimelineEntry} from '../retro/record.ts';
import {orderedTimeline} from '../retro/timeline.ts';
import {formatClock, printMoment} from '../time/format.ts';
import {dateOf} from '../time/instant.ts';
import {readEvidenced} from './evidence-nodes.ts';
import type {Slots} from './slots.ts';

/** The entries by day (UTC), and whether there is more than one, so that a document needs to say which. */
export function timelineView(retro: Retro, slots: Slots) {
	const days: {date: string; entries: ReturnType<typeof entryView>[]}[] = [];
	for (const entry of orderedTimeline(retro)) {
		const date = dateOf(entry.at);
		const last = days.at(-1);
		const view = entryView(entry, slots);
		if (last?.date === date) last.entries.push(view);
		else days.push({date, entries: [view]});
	}
	return {days, spansDays: days.length > 1};
}

function entryView(entry: TimelineEntry, slots: Slots) {
	const {at, phase} = entry;
	return {
		time: `${formatClock(at)} UTC`,
		moment: printMoment(at),
		text: slots.nodes(readEvidenced(entry), '_Not recorded yet._'),
		phase: phase ?? '',
	};
}
