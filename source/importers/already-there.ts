/** Tells which rows of an import are in the timeline already. */
import {splitEvidence} from '../retro/evidence.ts';
import type {TimelineEntry} from '../retro/record.ts';
import {bareWords} from '../text/bare-words.ts';
import {type Candidate, leftOut} from './candidate.ts';

/** Why a row is left out that is there already. */
export const isThere = 'in the timeline';

/** What an entry made of a row says. */
export function entryText({who, text}: Pick<Candidate, 'who' | 'text'>): string {
	return who === '' ? text : `${who}: ${text}`;
}

/** The rows, with those left out that the entries hold: by the name in their source, or the same minute and words. */
export function withoutKnown(rows: readonly Candidate[], timeline: readonly TimelineEntry[]): Candidate[] {
	const names = new Set(timeline.flatMap(({source}) => source ?? []));
	const own = new Set<string>();
	const said = new Map<string, Set<string>>();
	for (const {at, text} of timeline) {
		const minute = at.slice(0, 16);
		said.set(minute, (said.get(minute) ?? new Set()).add(wordsOf(text)));
	}
	return rows.map((row) => {
		if (!row.keep || row.at === undefined) return row;
		if (row.ref !== '' && names.has(row.ref)) return leftOut(row, isThere);
		const words = said.get(row.at.slice(0, 16));
		const known = words !== undefined && (words.has(wordsOf(entryText(row))) || words.has(wordsOf(row.text)));
		if (known) return leftOut(row, isThere);
		if (row.ref !== '') return row;
		// Two rows of one import that say the same at the same second are one, unless their source tells them apart.
		const same = `${row.at} ${wordsOf(entryText(row))}`;
		if (own.has(same)) return leftOut(row, 'there twice');
		own.add(same);
		return row;
	});
}

/** Evidence is no part of them: it comes with a row that was imported and may be missing from one that was typed. */
function wordsOf(text: string): string {
	const {said} = splitEvidence(text);
	return bareWords(said === '' ? text : said);
}
