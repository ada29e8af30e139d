/** How densely a timeline is noted: the silent stretch and the burst, column by column. */
import {millisecondsOf} from '../time/instant.ts';
import type {TimelineEntry} from './record.ts';
import {columnAt, type TimeSpan} from './time-scale.ts';

/** Nothing, and then four steps up to the densest column. */
export type DensityLevel = 0 | 1 | 2 | 3 | 4;

export type Density = {
	/** One a column. */
	readonly levels: readonly DensityLevel[];
	/** How many entries lie outside the stretch that is shown. */
	readonly before: number;
	readonly after: number;
};

/** The density of the entries over so many columns, in time linear in their number. */
export function densityOf(entries: readonly Pick<TimelineEntry, 'at'>[], span: TimeSpan, columns: number): Density {
	const counts = new Array<number>(columns).fill(0);
	let before = 0;
	let after = 0;
	for (const {at} of entries) {
		const column = columnAt(span, columns, millisecondsOf(at));
		if (column < 0) before++;
		else if (column >= columns) after++;
		else counts[column] = (counts[column] ?? 0) + 1;
	}
	const most = counts.reduce((max, count) => Math.max(max, count), 0);
	return {levels: counts.map((count) => levelOf(count, most)), before, after};
}

/** The number itself while all are small, so that one entry alone never looks like a burst. */
function levelOf(count: number, most: number): DensityLevel {
	if (count === 0) return 0;
	if (most <= 4) return count as DensityLevel;
	return (1 + Math.round((3 * (count - 1)) / (most - 1))) as DensityLevel;
}
