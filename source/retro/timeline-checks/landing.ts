/** What is worth saying at once of an entry that has just landed in the timeline. */
import {formatClock} from '../../time/format.ts';
import type {Retro} from '../record.ts';
import {type Remarked, remarksOn} from './entry-checks.ts';
import {viewOf} from './timeline-view.ts';

export type Landing = {readonly rule: string /** Without a final stop. */; readonly message: string};

/**
 * The weightiest thing that is odd about an entry since an edit, or undefined. What was odd about it before is
 * not told again; nor is, once a timeline reaches beyond the impact, each further entry that lies there.
 */
export function landingChecks(before: Retro, after: Retro, entryId: string): Landing | undefined {
	const old = remarksOn(viewOf(before));
	for (const {check, remarks} of remarksOn(viewOf(after))) {
		const {rule, landing} = check;
		const remark = remarks.find(({entry, beside}) => entry.id === entryId || beside?.id === entryId);
		if (remark === undefined || landing === 'never') continue;
		const earlier = old.find((found) => found.check === check);
		if (earlier !== undefined && (landing === 'first' || hasSaid(earlier, remark))) continue;
		return {rule, message: `${formatClock(remark.entry.at)} ${remark.says}`};
	}
	return undefined;
}

function hasSaid({remarks}: Remarked, {entry, says}: Remarked['remarks'][number]): boolean {
	return remarks.some((other) => other.entry.id === entry.id && other.says === says);
}
