/** Stretches in which nothing was noted while users were affected and somebody was at work on it. */
import {formatDuration} from '../../time/duration.ts';
import type {Phase} from '../record.ts';
import {silenceFrom} from '../timeline.ts';
import type {EntryCheck, Remark} from './entry-check.ts';
import type {EntriesView} from './timeline-view.ts';

/**
 * The remark is on the entry before the stretch. It is not told when an entry lands: the entries of a timeline
 * come one by one, and each stretch is shown between its rows.
 */
export const silence: EntryCheck = {
	rule: 'silence',
	remarks(view: EntriesView) {
		const {entries, moments} = view;
		const {from, to} = attended(view);
		if (from === null || to === null) return [];
		const lengths = new Float64Array(Math.max(0, moments.length - 1));
		let longest = 0;
		for (let index = 0; index < lengths.length; index++) {
			const length = Math.min(moments[index + 1] ?? 0, to) - Math.max(moments[index] ?? 0, from);
			lengths[index] = length;
			longest = Math.max(longest, length);
		}
		const long = longest < silenceFrom ? Number.POSITIVE_INFINITY : longFrom(lengths);
		if (longest < long) return [];
		return entries.flatMap((entry, index): Remark[] => {
			const length = lengths[index] ?? 0;
			if (length < long || length > night) return [];
			return [{entry, says: `is followed by ${formatDuration(length)} with nothing noted`}];
		});
	},
	together: (count) => `Nothing is noted for long in ${count} places`,
	landing: 'never',
};

/** While users were affected and somebody knew: before the detection, or without one, nobody can have noted anything. */
function attended({entries, moments, start, end}: EntriesView): {from: number | null; to: number | null} {
	const known = moments[entries.findIndex(({phase}) => phase !== undefined && knowing.includes(phase))];
	if (start === null || known === undefined) return {from: null, to: null};
	const over = moments[entries.findIndex(({phase}) => phase === 'mitigated' || phase === 'resolved')];
	return {from: Math.max(known, start), to: over ?? end ?? moments.at(-1) ?? null};
}

const knowing: readonly Phase[] = ['detected', 'acknowledged', 'declared'];

/** A stretch that is longer, in milliseconds, is a night or a wait that everybody knew of, and no hole in the notes. */
const night = 6 * 3_600_000;

/** Of fewer stretches none stands out: such a timeline tells the outline only. */
const fewestStretches = 5;

/**
 * From when on a stretch is long, in milliseconds: when it stands out from the others of its timeline. A timeline
 * that is written down from memory has an entry an hour, and says nothing amiss.
 */
function longFrom(lengths: Float64Array): number {
	const counted = lengths.filter((length) => length > 0).sort();
	if (counted.length < fewestStretches) return Number.POSITIVE_INFINITY;
	const usual = counted[Math.trunc(counted.length / 2)] ?? 0;
	const whole = counted.reduce((sum, length) => sum + length, 0);
	return Math.max(silenceFrom, 4 * usual, Math.min(whole / 3, night / 2));
}
