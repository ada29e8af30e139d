/** Phases whose order makes no sense. */
import {formatClock} from '../../time/format.ts';
import type {Phase, TimelineEntry} from '../record.ts';
import type {EntryCheck, Remark} from './entry-check.ts';
import type {EntriesView} from './timeline-view.ts';

/** An incident may be declared at any time once it is detected, and so is held against that alone. */
const inTurn: readonly Phase[] = ['started', 'detected', 'acknowledged', 'mitigated', 'resolved'];

export const phaseOrder: EntryCheck = {
	rule: 'phase-order',
	remarks({entries}: EntriesView) {
		const given = phaseEntries(entries);
		const chain = inTurn.flatMap((phase) => given.get(phase) ?? []);
		return [...inversions(chain), ...inversions([given.get('detected'), given.get('declared')])];
	},
	together: (count) => `${count} phases come before the one they follow from`,
	landing: 'each',
};

export const lateDeclaration: EntryCheck = {
	rule: 'declared-late',
	remarks({entries}: EntriesView) {
		const given = phaseEntries(entries);
		const declared = given.get('declared');
		if (declared === undefined) return [];
		const before = [given.get('mitigated'), given.get('resolved')].filter(
			(entry) => entry !== undefined && entry.at < declared.at,
		);
		const [first] = before;
		if (first === undefined) return [];
		return [{entry: declared, beside: first, says: `declares what was ${first.phase} at ${formatClock(first.at)}`}];
	},
	together: (count) => `${count} declarations come after the repair`,
	landing: 'each',
};

/** Each neighbour that lies before the one it should follow. */
function inversions(chain: readonly (TimelineEntry | undefined)[]): Remark[] {
	const given = chain.filter((entry) => entry !== undefined);
	return given.flatMap((entry, index): Remark[] => {
		const before = given[index - 1];
		if (before === undefined || entry.at >= before.at) return [];
		const says = `is marked ${entry.phase}, yet ${before.phase} is at ${formatClock(before.at)}`;
		return [{entry, beside: before, says}];
	});
}

/** The entry of each phase; of two that two people marked, the later. */
function phaseEntries(entries: readonly TimelineEntry[]): ReadonlyMap<Phase, TimelineEntry> {
	const given = new Map<Phase, TimelineEntry>();
	for (const entry of entries) if (entry.phase !== undefined) given.set(entry.phase, entry);
	return given;
}
