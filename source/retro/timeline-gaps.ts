/** What the timeline lacks: "A detailed chronological list of events, from detection to resolution." */
import {itemPath} from './fields.ts';
import {type Gap, gap} from './gap.ts';
import type {Retro, TimelineEntry} from './record.ts';
import {isSaid} from './said.ts';
import {isSilence, orderedTimeline} from './timeline.ts';

const demand = 'A detailed chronological list of events, from detection to resolution.';

/** Gaps of the timeline, those of single entries last. */
export function timelineGaps(retro: Retro): Gap[] {
	const entries = orderedTimeline(retro);
	if (entries.length === 0) return [gap('no-timeline', 'timeline', 'The timeline is empty', demand, 'blocks')];
	const {start, end} = retro.impact;
	return [
		...(['detected', 'resolved'] as const)
			.filter((phase) => !entries.some((entry) => entry.phase === phase))
			.map((phase) => gap(`no-${phase}`, 'timeline', `No entry is marked as ${phase}`, demand, 'advises')),
		...together(
			'entry-before-start',
			entries.filter(({at}) => start !== null && at < start),
			(lie) => `${lie} before the start of the impact`,
		),
		...together(
			'entry-after-end',
			entries.filter(({at}) => end !== null && at > end),
			(lie) => `${lie} after the end of the impact`,
		),
		...together('silence', beforeSilences(retro, entries), (_lie, first, count) =>
			count === 1 ? `Nothing is noted for long after ${clock(first)}` : `Nothing is noted for long in ${count} places`,
		),
		...entries
			.filter(({text}) => !isSaid(text))
			.map((entry) => {
				const message = `The entry at ${clock(entry)} says nothing yet`;
				return gap('entry-without-text', itemPath('timeline', entry.id, 'text'), message, demand, 'blocks');
			}),
	];
}

/** One gap for all entries of a kind: a line for each would be noise where a cause lies an hour back. */
function together(
	rule: string,
	entries: readonly TimelineEntry[],
	messageOf: (lie: string, first: TimelineEntry, count: number) => string,
): Gap[] {
	const [first] = entries;
	if (first === undefined) return [];
	const lie = entries.length === 1 ? 'An entry lies' : `${entries.length} entries lie`;
	const text = entries.map(({at}) => at).join(' ');
	const message = messageOf(lie, first, entries.length);
	return [gap(rule, itemPath('timeline', first.id, 'at'), message, demand, 'advises', text)];
}

function beforeSilences(retro: Retro, entries: readonly TimelineEntry[]): TimelineEntry[] {
	return entries.filter(({at}, index) => {
		const next = entries[index + 1];
		return next !== undefined && isSilence(retro, at, next.at);
	});
}

function clock({at}: TimelineEntry): string {
	return `${at.slice(11, 16)} UTC`;
}
