/** The rows of an import as a table. */

import type {Candidate} from '../../importers/candidate.ts';
import {assumedText} from '../../importers/summary.ts';
import {shortened} from '../../text/shortened.ts';
import {formatMinute} from '../../time/format.ts';
import type {Context} from '../context.ts';
import {tableText} from '../table-text.ts';

/** Time, who, what, and why in or out; `?` behind a time of which something is assumed. */
export function rowsTable(
	rows: readonly Candidate[],
	{paint}: Pick<Context, 'paint'>,
	width: number | undefined,
): string {
	return tableText(
		['', 'UTC', 'WHO', 'WHAT', ''],
		rows.map((row) => [
			row.keep ? '+' : '-',
			row.at === undefined ? '?' : `${formatMinute(row.at)}${row.assumed.length > 0 ? ' ?' : ''}`,
			shortened(row.who, 24),
			shortened(`${row.thread === undefined ? '' : '↳ '}${row.text}`, 100),
			row.keep ? assumedText(row.assumed) : row.reason,
		]),
		width,
		paint,
	);
}
