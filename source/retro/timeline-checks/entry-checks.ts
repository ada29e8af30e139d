/** The checks of single entries, run so that one cause is told once. */
import type {TimelineEntry} from '../record.ts';
import type {EntryCheck, Remark} from './entry-check.ts';
import {farOff} from './far-off.ts';
import {afterEnd, beforeStart} from './outside-impact.ts';
import {lateDeclaration, phaseOrder} from './phase-order.ts';
import {sameEntry} from './same-entry.ts';
import {silence} from './silence.ts';
import type {EntriesView} from './timeline-view.ts';
import {wrongYear} from './wrong-year.ts';

/** A check comes before those that tell of the same entry what follows from its finding. */
const checks: readonly EntryCheck[] = [
	wrongYear,
	farOff,
	sameEntry,
	phaseOrder,
	lateDeclaration,
	beforeStart,
	afterEnd,
	silence,
];

export type Remarked = {readonly check: EntryCheck; readonly remarks: readonly Remark[]};

/** What each check that finds something says, of every entry at most one thing. The same array while all is the same. */
export function remarksOn(view: EntriesView): readonly Remarked[] {
	const {date, createdAt} = view.retro;
	const before = known.get(view.moments);
	if (before !== undefined && before.date === date && before.createdAt === createdAt) return before.remarked;
	const remarked = lookedAt(view);
	known.set(view.moments, {date, createdAt, remarked});
	return remarked;
}

type Known = Pick<EntriesView['retro'], 'date' | 'createdAt'> & {readonly remarked: readonly Remarked[]};

const known = new WeakMap<EntriesView['moments'], Known>();

function lookedAt(view: EntriesView): Remarked[] {
	const told = new Set<TimelineEntry>();
	return checks.flatMap((check): Remarked[] => {
		const remarks = check
			.remarks(view)
			.filter(({entry, beside}) => !told.has(entry) && !(beside !== undefined && told.has(beside)));
		// A long silence is no fault of the entry before it, and hides nothing else of it.
		if (check !== silence) for (const {entry} of remarks) told.add(entry);
		return remarks.length === 0 ? [] : [{check, remarks}];
	});
}
