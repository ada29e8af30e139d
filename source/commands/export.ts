/** `retro export [RETRO]`: the finished document, or the record itself. */
import {renderDocument} from '../export/document.ts';
import {renderJson} from '../export/json.ts';
import {wrongUse} from '../problem.ts';
import {latest} from '../store/reference.ts';
import {defineCommand} from './command.ts';
import {tell} from './context.ts';
import {quoted} from './quote.ts';
import {retroToRead} from './retro-to-read.ts';
import {templateOf} from './template.ts';

export const command = defineCommand({
	name: 'export',
	arguments: [{name: 'RETRO', optional: true, completes: 'retro'}],
	flags: {
		output: {
			type: 'string',
			short: 'o',
			value: 'FILE|-',
			completes: 'file',
			summary: 'where to, standard output without it',
		},
		format: {type: 'string', value: 'FORMAT', choices: ['md', 'json'], summary: 'as what'},
		template: {type: 'string', value: 'NAME|FILE', completes: 'template', summary: 'what the document is made from'},
		force: {type: 'boolean', summary: 'replace the file if it is there'},
		all: {type: 'string', value: 'DIR', completes: 'directory', summary: 'every retro as JSON into it, a backup'},
	},
	json: true,
	about:
		'Prints the finished document as markdown, or the record as JSON, which "retro import" takes back. Without a RETRO, of the one last worked on.',
	examples: [
		['retro export --output post-mortem.md', 'the one last worked on'],
		['retro export 2026-11-20 --template ./ours.md', 'with a template of your own'],
		['retro export latest --format json | retro import - --store ../copy', ''],
		['retro export --all ../backup', 'every retro; "retro import ../backup" takes them in'],
	],
	notes: [['JSON', '--json is short for --format json: the whole record, with its schemaVersion.']],
	async run(context) {
		const {
			arguments: [reference = latest],
			flags,
		} = context;
		if (flags.all !== undefined) return (await import('./export-all.ts')).exportAll(flags.all, context);
		const format = flags.format ?? (flags.json === true ? 'json' : 'md');
		if (format === 'json' && flags.template !== undefined) {
			throw wrongUse('A template makes a document, and JSON is none', 'Leave out --template, or --format json.');
		}
		const store = await context.store();
		const id = await store.find(reference);
		const retro = await retroToRead(context, store, id);
		const text =
			format === 'json' ? renderJson(retro) : renderDocument(retro, await templateOf(retro, flags.template, context));
		const {output = '-'} = flags;
		if (output === '-') {
			context.stdout.write(text);
			return 0;
		}
		const {writeOutput} = await import('../store/files/output-file.ts');
		await writeOutput(output, text, {
			cwd: context.cwd,
			replace: flags.force === true,
			hint: 'Add --force to replace it.',
		});
		tell(context, `Written to ${quoted(output)}.`);
		return 0;
	},
});
