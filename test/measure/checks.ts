/**
 * `npm run measure checks [DIRECTORY]`: what the checks of the timeline say of real post-mortems, every line of it,
 * and how often each speaks. Whether they are right is for people to read.
 */
import {join} from 'node:path';
import {gapsOf} from '../../source/retro/gaps.ts';
import {dateOf} from '../../source/time/instant.ts';
import {documentRetros} from './document-retros.ts';
import {tableOf} from './tables.ts';

/** What is measured: the gaps that compare, not those that say that something is empty. */
const measured = new Set([
	'entry-wrong-year',
	'entry-far-off',
	'same-entry',
	'phase-order',
	'declared-late',
	'entry-before-start',
	'entry-after-end',
	'silence',
	'impact-beside-phases',
	'other-duration',
	'other-time',
	'severity-impact',
	'alert-not-noted',
	'other-day',
]);

const [, , , directory = join(process.cwd(), '..', 'shared', 'corpus')] = process.argv;
const documents = await documentRetros(directory);
const said = documents.flatMap(({name, retro}) =>
	gapsOf(retro, dateOf(retro.createdAt))
		.filter(({rule}) => measured.has(rule))
		.map(({rule, message}) => ({rule, name, message})),
);
const rows = [...measured].map((rule) => {
	const lines = said.filter((line) => line.rule === rule);
	for (const {name, message} of lines) console.log(`${rule}  ${name.slice(0, 40)}  ${message}`);
	return [rule, String(lines.length), String(new Set(lines.map(({name}) => name)).size)];
});
const withTimeline = documents.filter(({retro}) => retro.timeline.length > 0).length;
console.log(`\n${documents.length} documents, ${withTimeline} with a timeline`);
console.log(tableOf([['rule', 'told', 'documents'], ...rows]));
