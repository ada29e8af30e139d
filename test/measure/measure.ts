/**
 * `npm run measure [-- --misses]`: how well the lint tells blameful wording and times that are not UTC from their
 * look-alikes, and how fast it reads real documents, beside other tools in the same run where they are installed.
 * `--misses` prints what was judged wrongly, but never of the sets that are only counted.
 */
import {join} from 'node:path';
import {createLinter} from '../../source/lint/linter.ts';
import {documentsIn, type Reader, secondsFor} from './documents.ts';
import {isTimeFound, isWordingFound} from './labelled.ts';
import {installedRivals} from './rivals.ts';
import {scoreOf} from './score.ts';
import {allSets, type MeasuredSet} from './sets.ts';
import {kindsTable, missesOf, scoreRow, tableOf} from './tables.ts';

const root = process.cwd();
const corpus = join(root, '..', 'shared', 'corpus');
const linter = createLinter();
const rivals = await installedRivals();
const sets = allSets(root, corpus);

const ours = sets.map((set) => ({
	set,
	score: scoreOf(set.texts, (text) => (set.about === 'times' ? isTimeFound : isWordingFound)(linter, text)),
}));
console.log(
	tableOf([
		['', 'texts', 'precision', 'recall', 'worst innocent kind'],
		...ours.map(({set, score}) => scoreRow(`retro · ${set.name}`, score)),
		...sets.filter(({about}) => about === 'wording').flatMap((set) => rivals.map((rival) => rivalRow(rival, set))),
	]),
);
for (const {set, score} of ours) console.log(`\n${set.name}\n${kindsTable(score)}`);
if (process.argv.includes('--misses')) {
	for (const {set, score} of ours) if (!set.counted) console.log(`\n${set.name}\n${missesOf(score)}`);
}

const documents = documentsIn(corpus);
if (documents.length > 0) {
	const readers: Reader[] = [
		{
			name: 'retro',
			start() {
				const fresh = createLinter();
				return (text) => fresh.lint(text, {format: 'document'});
			},
		},
		...rivals.map(({name, flags}) => ({name, start: () => flags})),
	];
	const rows = secondsFor(readers, documents).map(({name, seconds}) => [name, `${seconds.toFixed(2)} s`]);
	console.log(`\n${documents.length} real documents\n${tableOf(rows)}`);
}

function rivalRow({name, flags}: (typeof rivals)[number], set: MeasuredSet): string[] {
	return scoreRow(
		`${name} · ${set.name}`,
		scoreOf(set.texts, ({text}) => flags(text)),
	);
}
