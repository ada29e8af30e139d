/** What the action items lack: "Each AI must have an Owner and a Due Date." */
import type {CalendarDate} from '../time/instant.ts';
import {itemPath} from './fields.ts';
import {type Gap, gap} from './gap.ts';
import type {ActionItem, Retro} from './record.ts';
import {isSaid} from './said.ts';

const concrete = 'Concrete tasks to prevent recurrence.';
const owned = 'Each AI must have an Owner and a Due Date.';

/** Gaps of the action items that were not dropped; `today` is what due dates are held against. */
export function actionGaps(retro: Retro, today: CalendarDate): Gap[] {
	const items = retro.actions.filter(({status}) => status !== 'dropped');
	if (items.length === 0) return [gap('no-actions', 'actions', 'No action item yet', concrete, 'blocks')];
	const gaps = items.flatMap((item) => itemGaps(item, retro, today));
	if (!items.some(({kind}) => kind === 'prevent')) {
		gaps.push(gap('no-prevention', 'actions', 'No action item prevents a recurrence', concrete, 'advises'));
	}
	return gaps;
}

function itemGaps(item: ActionItem, retro: Retro, today: CalendarDate): Gap[] {
	const at = (part: 'text' | 'owner' | 'due') => itemPath('actions', item.id, part);
	const name = isSaid(item.text) ? `"${shortened(item.text)}"` : 'An action item';
	const gaps: Gap[] = [];
	if (!isSaid(item.text)) {
		gaps.push(gap('action-without-text', at('text'), 'An action item says nothing yet', concrete, 'blocks'));
	}
	if (!isSaid(item.owner)) {
		const missing = item.due === null ? 'no owner and no due date' : 'no owner';
		gaps.push(gap('action-without-owner', at('owner'), `${name} has ${missing}`, owned, 'blocks'));
	} else if (item.due === null) {
		gaps.push(gap('action-without-due-date', at('due'), `${name} has no due date`, owned, 'blocks'));
	}
	// A final retro is read long after its due dates; what is overdue then is no gap of the document.
	if (item.due !== null && item.due < today && item.status === 'open' && retro.status !== 'final') {
		gaps.push(gap('due-date-past', at('due'), `${name} was due on ${item.due}`, owned, 'blocks', item.due));
	}
	return gaps;
}

/** Columns of an item's text in a message; with the longest message around it, it fits 80 columns. */
const longestName = 32;

/** The text on one line, cut with an ellipsis. Wide characters are counted as two columns, some others too. */
function shortened(text: string): string {
	const line = text.trim().replaceAll(/\s+/g, ' ');
	let columns = 0;
	let fitting = '';
	for (const character of line) {
		columns += character >= '\u1100' ? 2 : 1;
		if (columns <= longestName - 1) fitting += character;
	}
	return columns <= longestName ? line : `${fitting.trimEnd()}…`;
}
