/** Moving entries by the same length of time: those of a machine whose clock ran wrong. */
import {dateAt} from '../time/calendar.ts';
import {formatDuration} from '../time/duration.ts';
import {type Instant, instantOf, millisecondsOf} from '../time/instant.ts';
import {readLength} from '../time/length.ts';
import {batch, changeItem, type Edit} from './edit.ts';
import type {Retro, TimelineEntry} from './record.ts';
import {orderedTimeline} from './timeline.ts';

export type Shift =
	| {
			readonly kind: 'shift';
			/** Undefined where nothing moves. */
			readonly edit: Edit | undefined;
			/** Where each entry goes, by the time it has now. */
			readonly moves: readonly {readonly entry: TimelineEntry; readonly to: Instant}[];
	  }
	/** One entry would leave the years that can be written, so none moves. One sentence without a final stop. */
	| {readonly kind: 'refused'; readonly message: string};

/**
 * The edit that moves these entries by a length, in whole seconds given in milliseconds. What was typed stays
 * with each entry, and beside it how far it has been moved since, so that the two still say the instant.
 */
export function shiftEntries(retro: Retro, ids: ReadonlySet<string>, by: number): Shift {
	const entries = orderedTimeline(retro).filter(({id}) => ids.has(id));
	const tooFar = entries.find(({at}) => dateAt(millisecondsOf(at) + by) === null);
	if (tooFar !== undefined) return {kind: 'refused', message: `${signedLength(by)} is out of reach`};
	const moves = entries.map((entry) => ({entry, to: instantOf(millisecondsOf(entry.at) + by)}));
	const edits = moves.map(({entry, to}) => {
		const shifted = (entry.shifted ?? 0) + by / 1000;
		return shifted === 0
			? changeItem(retro, 'timeline', entry.id, {at: to}, ['shifted'])
			: changeItem(retro, 'timeline', entry.id, {at: to, shifted});
	});
	return {kind: 'shift', edit: by === 0 ? undefined : batch(edits), moves};
}

export type ShiftReading =
	| (Extract<Shift, {kind: 'shift'}> & {/** In milliseconds. */ readonly by: number})
	| Extract<Shift, {kind: 'refused'}>;

/** The shift of these entries by a length as it is typed: `-3m`, `+1h30m`, `90s`. */
export function readShift(retro: Retro, ids: ReadonlySet<string>, typed: string): ShiftReading {
	const read = readLength(typed);
	if (read.kind === 'refused') return read;
	const shift = shiftEntries(retro, ids, read.length);
	return shift.kind === 'refused' ? shift : {...shift, by: read.length};
}

/** A length with its sign: `+1h 30m`, `-3m`. */
export function signedLength(length: number): string {
	return `${length < 0 ? '' : '+'}${formatDuration(length)}`;
}
