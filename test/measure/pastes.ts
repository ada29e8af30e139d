/**
 * `npm run measure pastes [DIRECTORY]`: of how many real documents the timeline is read whole when they are pasted, and
 * what stops the others. Whole: every line with a time has a row with an instant.
 */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Candidate, ImportContext} from '../../source/importers/candidate.ts';
import {readPasted} from '../../source/importers/read-pasted.ts';
import type {Instant} from '../../source/time/instant.ts';
import {tableOf} from './tables.ts';
import {lettersOf, timedLines, wordsBeside} from './timed-lines.ts';

const [, , , directory = join(process.cwd(), '..', 'shared', 'corpus')] = process.argv;
const context: ImportContext = {
	now: '2026-11-25T09:00:00Z' as Instant,
	date: undefined,
	zone: undefined,
	incidentDate: undefined,
	zones: {},
};

const names = readdirSync(directory)
	.filter((name) => /^\d.*\.md$/.test(name))
	.toSorted();
let [whole, entries, read, asked] = [0, 0, 0, 0];
const without: string[] = [];
const causes = new Map<string, string[]>();
for (const name of names) {
	const text = readFileSync(join(directory, name), 'utf8');
	const paste = await readPasted(text, context);
	const rows: readonly Candidate[] = paste.kind === 'gathered' ? paste.gathered.rows : [];
	const lines = timedLines(text);
	if (lines.length === 0) {
		without.push(name);
		continue;
	}
	const open = lines.filter((line) => !rows.some((row) => row.at !== undefined && isOf(row, line)));
	entries += lines.length;
	read += lines.length - open.length;
	if (rows.some(({keep, assumed}) => keep && assumed.length > 0)) asked += 1;
	if (open.length === 0) whole += 1;
	for (const line of open) {
		const reason = rows.find((row) => row.at === undefined && isOf(row, line))?.reason ?? 'no row of its own';
		causes.set(reason, [...(causes.get(reason) ?? []), `${name.slice(0, 30)}  ${line.trim().slice(0, 80)}`]);
	}
}

function isOf(row: Candidate, line: string): boolean {
	const words = wordsBeside(line);
	const said = lettersOf(`${row.who}${row.text}`);
	// A time alone cannot be told from others; a day or a zone behind the time, and what was masked, is no part of what the row says.
	const parts = [words.slice(0, 24), words.slice(4, 28), words.slice(-24), words.slice(-48, -24)];
	return (
		parts.some((part) => (part.length > 3 || part === words) && said.includes(part)) ||
		/^(?:[a-z]{0,4}|\d{0,8})$/.test(words)
	);
}

const withTimes = names.length - without.length;
console.log(`${names.length} documents; ${without.length} of them have no line with a time of day`);
console.log(
	`${whole} of the ${withTimes} others are read whole, ${read} of their ${entries} timed lines; ${asked} are asked for a day or a zone`,
);
const byCount = [...causes].sort((a, b) => b[1].length - a[1].length);
console.log(
	tableOf([
		['what stops a line', 'lines', 'documents'],
		...byCount.map(([reason, all]) => [
			reason,
			String(all.length),
			String(new Set(all.map((line) => line.slice(0, 30))).size),
		]),
	]),
);
for (const [reason, all] of byCount) for (const line of all) console.log(`${reason}  ${line}`);
