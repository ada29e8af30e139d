/** What an import says of itself: one line, a table of its rows, the rows as JSON. */
import type {Assumption, Candidate} from '../../importers/candidate.ts';
import {formatMinute} from '../../time/format.ts';
import type {Context} from '../context.ts';
import {tableText} from '../table-text.ts';
import type {ReadInput} from './read-input.ts';

/** `Slack export: 14 messages, 2 left out: channel_join`, and what was masked. */
export function summaryOf(read: ReadInput, rows: readonly Candidate[]): string[] {
	const [first] = read.sources;
	const title = read.sources.map((source) => source.title).join(', ');
	const unit = read.sources.length === 1 ? (first?.unit ?? 'rows') : 'rows';
	const count = rows.filter(({keep}) => keep).length;
	const reasons = [...skippedOf(read, rows)];
	const total = reasons.reduce((sum, [, number]) => sum + number, 0);
	const why = reasons.map(([reason, number]) => (reasons.length === 1 ? reason : `${number} ${reason}`)).join(', ');
	const lines = [
		`${title}: ${count} ${count === 1 ? singular(unit) : unit}${total === 0 ? '' : `, ${total} left out: ${why}`}`,
	];
	const masked = [
		read.tokens === 0 ? '' : counted(read.tokens, 'token'),
		read.addresses === 0 ? '' : counted(read.addresses, 'mail address', 'mail addresses'),
	].filter((part) => part !== '');
	if (masked.length > 0) lines.push(`Masked: ${masked.join(', ')}`);
	if (read.cut > 0) lines.push(`${counted(read.cut, 'long text')} cut short`);
	if (read.unread.length > 0) lines.push(`Not recognised: ${counted(read.unread.length, 'file')}`);
	return lines;
}

/** How many rows were left out, by reason: while reading, and by what the timeline holds. `rows` are those that were read, in their order. */
export function skippedOf(read: ReadInput, rows: readonly Candidate[]): Map<string, number> {
	const all = new Map(read.skipped);
	for (const [index, {keep, reason}] of rows.entries()) {
		if (!keep && read.rows[index]?.keep === true) all.set(reason, (all.get(reason) ?? 0) + 1);
	}
	return all;
}

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

export function assumedText(assumed: readonly Assumption[]): string {
	if (assumed.length === 0) return '';
	const words = {date: 'date', zone: 'zone', half: 'half of the day'} as const;
	return `assumed: ${[...new Set(assumed)].map((one) => words[one]).join(', ')}`;
}

function shortened(text: string, longest: number): string {
	const characters = [...text];
	return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text;
}

function counted(count: number, one: string, many = `${one}s`): string {
	return `${count} ${count === 1 ? one : many}`;
}

function singular(unit: string): string {
	return unit.replace(/ies$/, 'y').replace(/s$/, '');
}
