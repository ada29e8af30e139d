/** `retro import FILE|DIR|-`: timeline entries out of an export or a transcript, or a retro that was exported as JSON. */
import {Problem, wrongUse} from '../problem.ts';
import type {Retro} from '../retro/record.ts';
import {parseRetro} from '../store/record/layout.ts';
import {cleanRecord} from './clean-record.ts';
import {defineCommand} from './command.ts';
import {type Context, printJson, tell} from './context.ts';
import {freeId} from './import/free-id.ts';
import type {ImportFlags} from './import/read-flags.ts';
import {readSomeText} from './input.ts';
import {quoted} from './quote.ts';

export const command = defineCommand({
	name: 'import',
	arguments: [{name: 'FILE|DIR|-', completes: 'file'}],
	flags: {
		into: {type: 'string', value: 'RETRO', summary: 'the retro whose timeline takes the rows', completes: 'retro'},
		dryRun: {type: 'boolean', summary: 'print the rows, and change nothing'},
		tz: {type: 'string', value: 'ZONE', summary: 'the zone of times without one'},
		date: {type: 'string', value: 'DATE', summary: 'the day of times without one'},
		from: {type: 'string', value: 'SOURCE', summary: 'what it is, where the shape does not tell'},
		since: {type: 'string', value: 'TIME', summary: 'only from then on'},
		until: {type: 'string', value: 'TIME', summary: 'only until then'},
		yes: {type: 'boolean', summary: 'ask nothing, take assumed times'},
	},
	json: true,
	about:
		'Adds to a timeline what a chat, a pager, an alert or a log tells, recognised by its shape. Without --into, it takes in a retro that "retro export --format json" wrote, or makes one of a post-mortem in markdown.',
	examples: [
		['retro import export.zip --into latest', 'Slack export: names, no joins'],
		['kubectl get events -o json | retro import - --into latest', ''],
		['retro import paste.txt --into latest --date 2026-11-20 --tz PST', 'a paste has neither'],
		['retro import alerts.json --dry-run', 'what there is in it'],
		['retro import post-mortem.md', 'a new retro out of a document'],
		['retro import 2026-11-20-checkout.json', 'a retro; it keeps its id unless another has it'],
		['retro import ../backup', 'all retros of "retro export --all"'],
	],
	notes: [
		[
			'Sources',
			'timeline (lines of "retro log", bullets, tables, headings), slack-paste,\nslack-export (file, directory or zip), teams, google-chat, pagerduty,\nopsgenie, alertmanager, grafana, kubernetes, github, cloudwatch,\neventbridge, statuspage, journald, log, csv',
		],
		[
			'Assumed',
			'A date or zone that is not told is assumed and marked ?. At a terminal the\nrows are shown to pick from, and it is asked for; elsewhere nothing is\nwritten without --date, --tz or --yes.',
		],
		[
			'JSON',
			'{schemaVersion, source, retro?, rows: [{at, text, who, keep, reason, ref,\n assumed}], skipped, masked}; without --into {schemaVersion, id}',
		],
	],
	async run(context) {
		const [from = '-'] = context.arguments;
		const {flags} = context;
		if (flags.into === undefined && from !== '-') {
			const {backupAt, importBackup} = await import('./import/import-backup.ts');
			const backup = await backupAt(from, context);
			if (backup !== undefined) return importBackup(backup, context);
		}
		if (flags.into !== undefined || flags.dryRun === true) {
			const {importRows} = await import('./import/import-rows.ts');
			return importRows(from, flags, context);
		}
		const text = await readSomeText(from, context);
		const read = await readRecord(text, from === '-' ? 'standard input' : quoted(from), from, context);
		const store = await context.store();
		const retro = {...read, id: await freeId(read, store, context.randomId)};
		await store.create(retro);
		if (retro.id !== read.id) tell(context, `There is a retro ${read.id} already: this one is now ${retro.id}.`);
		if (flags.json === true) printJson(context, {schemaVersion: 1, id: retro.id});
		else context.stdout.write(`${retro.id}\n`);
		return 0;
	},
});

async function readRecord(text: string, from: string, typed: string, context: Context<ImportFlags>): Promise<Retro> {
	const parsed = parseRetro(text);
	switch (parsed.kind) {
		case 'retro':
			return cleanRecord(parsed.retro, from);
		case 'newer':
			throw new Problem(
				`The retro in ${from} was written by a newer retro (schema ${parsed.version})`,
				'Install the version of retro that wrote it.',
			);
		case 'broken': {
			const document = await readForeign(text, from, typed, context);
			if (document !== undefined) return document;
			throw new Problem(
				`What is in ${from} cannot be taken in: ${/^[\s\0]*(?:[{\0]|$)/.test(text) ? parsed.why : 'it is not JSON'}`,
				'It takes what "retro export --format json" prints, and with --into what other programs export.',
			);
		}
	}
}

/**
 * The retro that a post-mortem in markdown makes. Rows of other programs need a retro to go to: they are told apart,
 * and what to type is said. Undefined where it is neither.
 */
async function readForeign(
	text: string,
	from: string,
	typed: string,
	context: Context<ImportFlags>,
): Promise<Retro | undefined> {
	if (text.includes('"schemaVersion"') || text.includes('\0')) return undefined;
	const {recognised} = await import('./import/recognised.ts');
	const source = await recognised(text);
	if (source === undefined || source.name === 'timeline') {
		const {retroOfDocument} = await import('./import/import-document.ts');
		const document = await retroOfDocument(text, context.flags, context);
		if (document !== undefined) return document;
	}
	if (source === undefined) return undefined;
	throw wrongUse(
		`What is in ${from} goes into the timeline of a retro (${source.title})`,
		`Say into which: retro import ${typed} --into latest`,
	);
}
