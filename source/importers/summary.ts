/** What an import says of itself: what it was, how much of it is in, what was left out and why. */
import {counted} from '../text/counted.ts';
import type {Assumption, Candidate} from './candidate.ts';
import type {Collection} from './collection.ts';
import type {Source} from './source.ts';

/** All that was read of one import. */
export type Gathered = Collection & {
	/** Those that were found, mostly one. */
	readonly sources: readonly Pick<Source, 'name' | 'title' | 'unit'>[];
	/** Files of a directory or archive that no source claims, or that are too long. */
	readonly unread: readonly string[];
};

/** `Slack export: 14 messages, 2 left out: channel_join`, and what was masked. */
export function summaryOf(read: Gathered, rows: readonly Candidate[]): string[] {
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

/**
 * How many rows are left out, by reason: while reading, and since then. `rows` are those that were read, in their
 * order, as they are now.
 */
export function skippedOf(read: Gathered, rows: readonly Candidate[]): Map<string, number> {
	const all = new Map(read.skipped);
	const count = (reason: string, by: 1 | -1): void => {
		const sum = (all.get(reason) ?? 0) + by;
		if (sum > 0) all.set(reason, sum);
		else all.delete(reason);
	};
	for (const [index, {keep, reason}] of rows.entries()) {
		const before = read.rows[index];
		if (before === undefined || before.keep === keep) continue;
		if (keep) count(before.reason, -1);
		else count(reason, 1);
	}
	return all;
}

/** `assumed: date, zone`; empty where nothing is. */
export function assumedText(assumed: readonly Assumption[]): string {
	if (assumed.length === 0) return '';
	const words = {date: 'date', zone: 'zone', half: 'half of the day'} as const;
	return `assumed: ${[...new Set(assumed)].map((one) => words[one]).join(', ')}`;
}

function singular(unit: string): string {
	return unit.replace(/ies$/, 'y').replace(/s$/, '');
}
