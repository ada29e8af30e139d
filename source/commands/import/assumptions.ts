/** Refuses rows whose time is a guess. */
import {entryText} from '../../importers/already-there.ts';
import type {Candidate} from '../../importers/candidate.ts';
import {assumedText} from '../../importers/summary.ts';
import {wrongUse} from '../../problem.ts';
import {formatMinute} from '../../time/format.ts';
import {shortened} from '../quote.ts';

/** An instant that is a guess must be somebody's decision: throws a `Problem` of wrong use that shows which they are. */
export function refuseAssumptions(rows: readonly Candidate[]): void {
	const open = rows.filter(({assumed}) => assumed.length > 0);
	if (open.length === 0) return;
	const needs = new Set(open.flatMap(({assumed}) => assumed));
	const flags = [needs.has('date') ? '--date' : '', needs.has('zone') ? '--tz' : ''].filter((flag) => flag !== '');
	const shown = open
		.slice(0, 5)
		.map(
			(row) =>
				`  ${row.at === undefined ? '' : formatMinute(row.at)} ?  ${shortened(entryText(row), 50)}  (${assumedText(row.assumed)})`,
		);
	const more = open.length > shown.length ? [`  and ${open.length - shown.length} more`] : [];
	throw wrongUse(
		`The time of ${open.length} of ${rows.length} rows is assumed`,
		[
			`With retro import, give ${flags.length === 0 ? '' : `${flags.join(' and ')}, or `}--yes to take them so; --dry-run shows all of them:`,
			...shown,
			...more,
		].join('\n'),
	);
}
