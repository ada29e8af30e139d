/** The rows of an import as they stand: which are in, which are shown, what is still open about their times. */
import {useMemo} from 'react';
import {withoutKnown} from '../../importers/already-there.ts';
import type {Candidate} from '../../importers/candidate.ts';
import {pickedRows} from '../../importers/pick-list.ts';
import {nextQuestion, type Question} from '../../importers/questions.ts';
import {rolesOf, withRoles} from '../../importers/roles.ts';
import {rowFilter} from '../../importers/row-filter.ts';
import {type CalendarDate, dateOf} from '../../time/instant.ts';
import type {Desk} from '../import-desk.ts';
import {useEnvironment} from './use-environment.ts';
import {useRetro} from './use-sitting.ts';

/** What is drawn: a heading for each day, since it need not be the incident's, and the rows by their place in `rows`. */
export type ImportItem =
	| {readonly kind: 'day'; readonly date: CalendarDate}
	| {readonly kind: 'row'; readonly index: number};

export type ImportRows = {
	/** As they were read, without what is in the timeline already. */
	readonly known: readonly Candidate[];
	/** The same within the window, without any choice by hand. */
	readonly base: readonly Candidate[];
	readonly rows: readonly Candidate[];
	/** The places of those that the filter lets through. */
	readonly shown: readonly number[];
	readonly items: readonly ImportItem[];
	readonly question: Question | undefined;
};

const none: ReadonlyMap<number, boolean> = new Map();
const nothing: readonly Candidate[] = [];

/** The rows that were read, without those of the timeline, as the window, the filter and the answers leave them. */
export function useImportRows({gathered, window, turned, filter, answers, areLines}: Desk): ImportRows {
	const {timeline, participants} = useRetro();
	const {mentions} = useEnvironment();
	const read = gathered?.rows ?? nothing;
	const known = useMemo(() => {
		const named = mentions === 'roles' ? withRoles(read, rolesOf(participants)) : read;
		return withoutKnown(named, timeline);
	}, [read, mentions, participants, timeline]);
	const base = useMemo(() => pickedRows(known, window, none), [known, window]);
	const rows = useMemo(() => pickedRows(known, window, turned), [known, window, turned]);
	const shown = useMemo(() => {
		const lets = rowFilter(filter);
		return known.flatMap((row, index) => (lets(row) ? [index] : []));
	}, [known, filter]);
	const items = useMemo(() => itemsOf(known, shown), [known, shown]);
	const question = useMemo(() => nextQuestion(known, answers, areLines), [known, answers, areLines]);
	return {known, base, rows, shown, items, question};
}

function itemsOf(rows: readonly Candidate[], shown: readonly number[]): ImportItem[] {
	const items: ImportItem[] = [];
	let day: string | undefined;
	for (const index of shown) {
		const at = rows[index]?.at;
		if (at !== undefined && dateOf(at) !== day) {
			day = dateOf(at);
			items.push({kind: 'day', date: dateOf(at)});
		}
		items.push({kind: 'row', index});
	}
	return items;
}
