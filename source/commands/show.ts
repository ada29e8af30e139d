/** `retro show [RETRO]`: the finished document, styled for the terminal, and a picture of the incident's times. */
import {renderDocument} from '../export/document.ts';
import {renderJson} from '../export/json.ts';
import {styledDocument} from '../export/styled.ts';
import {latest} from '../store/reference.ts';
import {hasUnicode} from '../ui/unicode.ts';
import {wantsColour} from './colour.ts';
import {defineCommand} from './command.ts';
import {incidentTimesText} from './incident-times.ts';
import {retroToRead} from './retro-to-read.ts';
import {templateOf} from './template.ts';

/** Lines longer than this are hard to read; narrower terminals get what they can show. */
const widestText = 100;

export const command = defineCommand({
	name: 'show',
	arguments: [{name: 'RETRO', optional: true, completes: 'retro'}],
	flags: {
		template: {type: 'string', value: 'NAME|FILE', completes: 'template', summary: 'what the document is made from'},
	},
	json: true,
	about:
		'Prints the finished document, styled for the terminal, and under it the phases as a bar over time with the times that count. Without a RETRO, of the one last worked on.',
	examples: [
		['retro show', 'the one last worked on'],
		['retro show 2026-11-20 --color | less -R', 'page by page'],
	],
	notes: [['JSON', 'The whole record, with its schemaVersion, as "retro export --format json".']],
	async run(context) {
		const {
			arguments: [reference = latest],
			flags,
			stdout,
			env,
		} = context;
		const store = await context.store();
		const id = await store.find(reference);
		const retro = await retroToRead(context, store, id);
		if (flags.json === true) {
			stdout.write(renderJson(retro));
			return 0;
		}
		const document = renderDocument(retro, await templateOf(retro, flags.template, context));
		const columns = Math.min(widestText, stdout.columns ?? 80);
		stdout.write(styledDocument(document, {columns, colour: wantsColour(flags.color, env, stdout.isTTY === true)}));
		const times = incidentTimesText(retro, {columns, hasUnicode: hasUnicode(env), paint: context.paint});
		if (times !== '') stdout.write(`\n${times}`);
		return 0;
	},
});
