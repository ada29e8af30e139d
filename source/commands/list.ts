/** `retro list`: the retros as a table. */
import {basename} from 'node:path';
import {severities, statuses} from '../retro/record.ts';
import type {Listing} from '../store/listing.ts';
import type {RetroSummary} from '../store/retro-summary.ts';
import type {Store} from '../store/store.ts';
import {cleanLine} from '../text/clean.ts';
import {defineCommand} from './command.ts';
import {type Context, printJson, tell} from './context.ts';
import {noRetros} from './no-retros.ts';
import {newerWords} from './retro-to-read.ts';
import {shortIds} from './short-ids.ts';
import {readSince} from './since.ts';
import {tableText, tableWidth} from './table-text.ts';

/** Version of the shape that `--json` prints. */
const listVersion = 1;

export const command = defineCommand({
	name: 'list',
	arguments: [],
	flags: {
		severity: {type: 'string', value: 'SEVERITY', choices: severities, summary: 'only of this severity'},
		status: {type: 'string', value: 'STATUS', choices: statuses, summary: 'only in this state'},
		since: {type: 'string', value: 'DATE', summary: 'incidents on that day or later'},
		query: {type: 'string', value: 'WORDS', summary: 'with these words in title, services, people or id'},
		limit: {type: 'number', value: 'N', summary: 'at most so many'},
		archived: {type: 'boolean', summary: 'those in the archive'},
	},
	json: true,
	about: 'Prints the retros as a table, the one last worked on first.',
	examples: [
		['retro list', ''],
		['retro list --severity sev1 --since 2026-01-01', ''],
		['retro list --query checkout --json', 'for scripts'],
	],
	notes: [
		[
			'JSON',
			'{schemaVersion, retros: [{id, title, severity, status, date, createdAt,\n updatedAt, facilitator, participants, services, readOnly?}],\n broken: [{file, message}]}',
		],
	],
	async run(context) {
		const {flags} = context;
		const since = flags.since === undefined ? undefined : readSince(flags.since, context.now());
		const store = await context.store();
		const listing = await listed(flags.archived === true ? store.archived : store, context);
		const words = (flags.query ?? '')
			.toLowerCase()
			.split(/\s+/)
			.filter((word) => word !== '');
		const retros = listing.retros
			.filter(({severity}) => flags.severity === undefined || severity === flags.severity)
			.filter(({status}) => flags.status === undefined || status === flags.status)
			.filter(({date}) => since === undefined || (date !== null && date >= since))
			.filter((retro) => words.every((word) => searched(retro).includes(word)))
			.slice(0, flags.limit);
		if (flags.json === true) printListing({...listing, retros}, context);
		else if (retros.length > 0) context.stdout.write(retroTable(retros, listing, context));
		else if (listing.retros.length > 0) tell(context, 'No retro is like that.');
		else if (flags.archived === true) tell(context, 'The archive is empty.');
		else if (listing.broken.length === 0) tell(context, await noRetros(store));
		for (const {id} of retros.filter(({readOnly}) => readOnly === true)) tell(context, newerWords(id));
		for (const {problem} of listing.broken) tell(context, cleanLine(problem.message));
		if (listing.broken.length > 0) tell(context, '"retro doctor" says what can be saved of it.');
		return 0;
	},
});

/** Says how far it is where reading the retros takes long, as the first time in a large store. */
async function listed(store: Store, {stderr, env}: Context<object>): Promise<Listing> {
	const {progressLine} = await import('../ui/progress-line.ts');
	const progress = progressLine(stderr, () => performance.now(), env);
	const listing = await store.list((done, total) => progress.draw(() => `${done} of ${total} retros read`));
	progress.clear();
	return listing;
}

function searched({id, title, services, participants, facilitator}: RetroSummary): string {
	return [id, title, facilitator, ...services, ...participants].join('\n').toLowerCase();
}

function printListing({retros, broken}: Listing, context: Pick<Context, 'stdout'>): void {
	printJson(context, {
		schemaVersion: listVersion,
		retros,
		broken: broken.map(({file, problem}) => ({file, message: problem.message})),
	});
}

const headings = ['RETRO', 'DATE', 'SEVERITY', 'STATUS', 'TITLE'];

/** Whole ids where they fit; in a terminal where they do not, as much of each as names it. */
function retroTable(retros: readonly RetroSummary[], listing: Listing, {stdout, paint}: Context<object>): string {
	const rowsWith = (nameOf: (id: string) => string): string[][] =>
		retros.map(({id, severity, status, date, title}) => [
			nameOf(id),
			date ?? '',
			severity ?? '',
			status,
			cleanLine(title),
		]);
	const whole = rowsWith((id) => id);
	const width = stdout.isTTY === true ? stdout.columns : undefined;
	if (width === undefined || tableWidth(headings, whole) <= width) return tableText(headings, whole, width, paint);
	const ids = [...listing.retros.map(({id}) => id), ...listing.broken.map(({file}) => basename(file, '.json'))];
	const short = shortIds(ids);
	return tableText(
		headings,
		rowsWith((id) => short.get(id) ?? id),
		width,
		paint,
	);
}
