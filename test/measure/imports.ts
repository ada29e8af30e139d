/**
 * `npm run measure imports [DIRECTORY]`: what of real exports is recognised and read at the right instant, against the
 * times that a reading of its own finds in them. Ends with 1 where a wrong instant is not shown as assumed.
 */
import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import type {Candidate, ImportContext} from '../../source/importers/candidate.ts';
import {readImport} from '../../source/importers/read-import.ts';
import {slackNames} from '../../source/importers/slack-export.ts';
import type {Instant} from '../../source/time/instant.ts';
import {type RowsScore, scoreOfRows} from './rows-score.ts';
import {tableOf} from './tables.ts';
import {trueTimes} from './true-times.ts';

const [, , , directory = join(process.cwd(), '..', 'shared', 'samples')] = process.argv;
const paths = readdirSync(directory, {recursive: true, withFileTypes: true})
	.filter((entry) => entry.isFile() && entry.name !== 'INDEX.md')
	.map(({parentPath, name}) => relative(directory, join(parentPath, name)))
	.toSorted();

const context: ImportContext = {
	now: '2026-11-25T09:00:00Z' as Instant,
	date: undefined,
	zone: undefined,
	incidentDate: undefined,
	zones: {},
};

type Counted = Exclude<keyof RowsScore, 'faults'>;
const columns: readonly (readonly [Counted, string])[] = [
	['times', 'times'],
	['rows', 'rows'],
	['right', 'right'],
	['wrong', 'wrong'],
	['missed', 'missed'],
	['leftOut', 'left out'],
	['noiseKept', 'noise kept'],
	['usefulLeftOut', 'useful out'],
	['assumed', 'assumed'],
	['silentlyWrong', 'silently wrong'],
];

type Line = RowsScore & {readonly path: string; readonly source: string};

async function measured(path: string): Promise<Line> {
	const text = readFileSync(join(directory, path), 'utf8');
	const truth = trueTimes(path, text);
	if (truth === undefined) throw new Error(`${path} is of a kind whose true times are not known`);
	const chunks = (async function* () {
		yield text;
	})();
	const names = path.startsWith('slack-export') ? namesBeside(path) : undefined;
	const read = await readImport(chunks, names === undefined ? context : {...context, names});
	const rows: readonly Candidate[] = read.kind === 'imported' ? read.imported.rows : [];
	const source = read.kind === 'imported' ? read.imported.source.name : truth.length === 0 ? '(no times in it)' : '—';
	return {path, source, ...scoreOfRows(rows, truth)};
}

function namesBeside(path: string): ReadonlyMap<string, string> {
	const list = (name: string): unknown => JSON.parse(readFileSync(join(directory, path, '..', name), 'utf8'));
	return dirname(path) === 'slack-export' ? new Map() : slackNames(list('../users.json'), list('../channels.json'));
}

const all = await Promise.all(paths.map(measured));
const sum = (key: Counted): number => all.reduce((total, line) => total + line[key], 0);
console.log(
	tableOf([
		['file', 'recognised', ...columns.map(([, title]) => title)],
		...all.map((line) => [line.path.slice(-44), line.source, ...columns.map(([key]) => String(line[key]))]),
		[
			`all ${all.length}`,
			String(all.filter(({source}) => source !== '—').length),
			...columns.map(([key]) => String(sum(key))),
		],
	]),
);
for (const {path, faults} of all) for (const fault of faults) console.log(`${path}  ${fault}`);
console.log(`\n${((100 * sum('right')) / sum('times')).toFixed(1)} % of the times are right`);
if (sum('silentlyWrong') > 0) process.exitCode = 1;
