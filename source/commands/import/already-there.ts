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
	const said = new Map<string, Set<string>>();
	const note = (at: string, text: string): void => {
		const minute = at.slice(0, 16);
		const words = said.get(minute);
		if (words === undefined) said.set(minute, new Set([wordsOf(text)]));
		else words.add(wordsOf(text));
	};
	for (const {at, text} of timeline) note(at, text);
	return rows.map((row) => {
		if (!row.keep || row.at === undefined) return row;
		if (row.ref !== '' && names.has(row.ref)) return leftOut(row, isThere);
		const words = said.get(row.at.slice(0, 16));
		const known = words !== undefined && (words.has(wordsOf(entryText(row))) || words.has(wordsOf(row.text)));
		// Two rows of one import that say the same in one minute are one, unless their source tells them apart.
		if (row.ref === '') note(row.at, entryText(row));
		return known ? leftOut(row, isThere) : row;
	});
}

function wordsOf(text: string): string {
	return text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
