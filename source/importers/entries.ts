/** Entries of a timeline out of the rows of an import, and the edit that adds them. */
import {batch, type Edit} from '../retro/edit.ts';
import {withEvidence} from '../retro/evidence.ts';
import type {Retro, TimelineEntry} from '../retro/record.ts';
import {entryText} from './already-there.ts';
import type {Candidate} from './candidate.ts';

/** What the row says, with its link behind it as evidence, unless it says that itself. */
function withLink(row: Candidate): string {
	const text = entryText(row);
	return row.link === undefined || text.includes(row.link) ? text : withEvidence(text, [{kind: 'link', url: row.link}]);
}

/**
 * @param stem what the ids begin with
 * @param source the name of the source, for rows that have none of their own
 */
export function timelineEntries(rows: readonly Candidate[], stem: string, source: string): TimelineEntry[] {
	return rows.flatMap((row, index) => {
		if (row.at === undefined) return [];
		const id = rows.length === 1 ? stem : `${stem}-${index + 1}`;
		const typed = row.typed === undefined ? {} : {typed: row.typed};
		return [{id, at: row.at, text: withLink(row), ...typed, source: row.ref === '' ? source : row.ref}];
	});
}

/** Adds all rows as one step to undo; undefined where there is none. */
export function importEdit(retro: Retro, rows: readonly Candidate[], stem: string, source: string): Edit | undefined {
	let after = retro.timeline.at(-1)?.id ?? null;
	const edits = timelineEntries(rows, stem, source).map((item): Edit => {
		const edit: Edit = {type: 'insert', list: 'timeline', item, after};
		after = item.id;
		return edit;
	});
	return batch(edits);
}
