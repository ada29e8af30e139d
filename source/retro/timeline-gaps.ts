/** What the timeline lacks: "A detailed chronological list of events, from detection to resolution." */
import {itemPath} from './fields.ts';
import {type Gap, gap} from './gap.ts';
import {lineOf} from './timeline-checks/entry-check.ts';
import {type Remarked, remarksOn} from './timeline-checks/entry-checks.ts';
import type {TimelineView} from './timeline-checks/timeline-view.ts';

const demand = 'A detailed chronological list of events, from detection to resolution.';

/** Gaps of the timeline, those of single entries last. */
export function timelineGaps(view: TimelineView): Gap[] {
	const {entries} = view;
	if (entries.length === 0) return [gap('no-timeline', 'timeline', 'The timeline is empty', demand, 'blocks')];
	return [
		...(['detected', 'resolved'] as const)
			.filter((phase) => !entries.some((entry) => entry.phase === phase))
			.map((phase) => gap(`no-${phase}`, 'timeline', `No entry is marked as ${phase}`, demand, 'advises')),
		...remarksOn(view).map(together),
		...entries
			.filter((_, index) => view.isSaid[index] === false)
			.map(({id, at}) => {
				const message = `The entry at ${at.slice(11, 16)} UTC says nothing yet`;
				return gap('entry-without-text', itemPath('timeline', id, 'text'), message, demand, 'blocks');
			}),
	];
}

/** One gap for all entries of a kind: a line for each would be noise where a cause lies an hour back. */
function together({check, remarks}: Remarked): Gap {
	const [first] = remarks as readonly [Remarked['remarks'][number], ...Remarked['remarks']];
	const message = remarks.length === 1 ? lineOf(first) : check.together(remarks.length);
	const text = remarks
		.map(({entry, beside}) => (beside === undefined ? entry.at : `${beside.at}>${entry.at}`))
		.join(' ');
	return gap(check.rule, itemPath('timeline', first.entry.id, 'at'), message, demand, 'advises', text);
}
