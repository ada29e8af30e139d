/** Tells which rows of an import are in the timeline already. */
import type {Candidate} from '../../importers/candidate.ts';
import {leftOut} from '../../importers/candidate.ts';
import type {TimelineEntry} from '../../retro/record.ts';

/** Why a row is left out that is there already. */
export const isThere = 'in the timeline';

/** What an entry made of a row says. */
export function entryText({who, text}: Pick<Candidate, 'who' | 'text'>): string {
	return who === '' ? text : `${who}: ${text}`;
}

/** The rows, with those left out that the entries hold: by the name in their source, or the same minute and words. */
export function withoutKnown(rows: readonly Candidate[], timeline: readonly TimelineEntry[]): Candidate[] {
	const names = new Set(timeline.flatMap(({source}) => source ?? []));
	const said = new Set(timeline.map(({at, text}) => key(at, text)));
	return rows.map((row) => {
		if (!row.keep || row.at === undefined) return row;
		const {at, text} = row;
		const known =
			(row.ref !== '' && names.has(row.ref)) || said.has(key(at, entryText(row))) || said.has(key(at, text));
		// Two rows of one import that say the same in one minute are one, unless their source tells them apart.
		if (row.ref === '') said.add(key(at, entryText(row)));
		return known ? leftOut(row, isThere) : row;
	});
}

function key(at: string, text: string): string {
	return `${at.slice(0, 16)} ${text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()}`;
}
