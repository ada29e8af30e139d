/** Entries of a timeline out of the rows of an import. */
import type {Candidate} from '../../importers/candidate.ts';
import type {TimelineEntry} from '../../retro/record.ts';
import {entryText} from './already-there.ts';

/**
 * @param stem what the ids begin with
 * @param source the name of the source, for rows that have none of their own
 */
export function timelineEntries(rows: readonly Candidate[], stem: string, source: string): TimelineEntry[] {
	return rows.flatMap((row, index) => {
		if (row.at === undefined) return [];
		const id = rows.length === 1 ? stem : `${stem}-${index + 1}`;
		const typed = row.typed === undefined ? {} : {typed: row.typed};
		return [{id, at: row.at, text: entryText(row), ...typed, source: row.ref === '' ? source : row.ref}];
	});
}
