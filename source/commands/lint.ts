/** `retro lint [FILE…|-]`: the wording and time lint over any markdown file, for editors and CI. */
import {categories} from '../lint/finding.ts';
import {Problem, wrongUse} from '../problem.ts';
import {defineCommand} from './command.ts';
import {type Context, printJson, tell} from './context.ts';
import {findingLines} from './finding-lines.ts';
import {readText} from './input.ts';
import {linterOf} from './linter.ts';
import {type LocatedFinding, located} from './located-finding.ts';
import {shortened} from './quote.ts';

/** Version of the shape that `--json` prints. */
const lintVersion = 1;

export const command = defineCommand({
	name: 'lint',
	arguments: [{name: 'FILE', optional: true, several: true, completes: 'file'}],
	flags: {},
	json: true,
	about:
		'Checks any markdown for blameful wording and for times that are not in UTC. Code, quotes and headings are left alone. "-" is standard input.',
	examples: [
		['retro lint post-mortems/*.md', ''],
		['retro lint - < draft.md', ''],
		['retro lint --json report.md', 'for editors and CI'],
	],
	notes: [
		['Exit status', '0 when nothing is found, 1 when something is, or a file cannot be read.'],
		[
			'In the file',
			' <!-- retro-lint-disable RULE -->   and   <!-- retro-lint-enable RULE -->\nleave a passage alone; without RULE, for all rules.',
		],
		['Categories', categories.join(', ')],
		[
			'JSON',
			'{schemaVersion, files: [{path, findings: [{rule, category, severity, line,\n column, endLine, endColumn, start, end, text, message, suggestions}]}],\n counts: {warning, nudge}}\nLines and columns count from 1, columns in UTF-16 units.',
		],
	],
	async run(context) {
		const files = context.arguments.length > 0 ? context.arguments : inputByDefault(context);
		const linter = await linterOf(context);
		const results: FileResult[] = [];
		let failed = false;
		for (const path of files) {
			try {
				const text = await readText(path, context);
				results.push({path, findings: linter.lint(text, {format: 'document'}).map((found) => located(found, text))});
			} catch (error) {
				if (!(error instanceof Problem) || error.status === 2) throw error;
				failed = true;
				tell(context, `retro: ${shortened(error.message, 200)}`);
			}
		}
		if (context.flags.json === true)
			printJson(context, {schemaVersion: lintVersion, files: results, counts: countsOf(results)});
		else printFindings(results, context);
		return failed || results.some(({findings}) => findings.length > 0) ? 1 : 0;
	},
});

type FileResult = {readonly path: string; readonly findings: readonly LocatedFinding[]};

function inputByDefault({stdin}: Pick<Context, 'stdin'>): string[] {
	if (stdin.isTTY !== true) return ['-'];
	throw wrongUse('retro lint needs a FILE', 'For example: retro lint post-mortems/*.md');
}

function countsOf(results: readonly FileResult[]): {warning: number; nudge: number} {
	const severities = results.flatMap(({findings}) => findings.map(({severity}) => severity));
	const warning = severities.filter((severity) => severity === 'warning').length;
	return {warning, nudge: severities.length - warning};
}

function printFindings(results: readonly FileResult[], context: Context<object>): void {
	for (const {path, findings} of results) {
		const name = path === '-' ? 'standard input' : shortened(path, 300);
		for (const finding of findings) {
			const place = `${name}:${finding.line}:${finding.column}`;
			const lines = findingLines(finding, context.paint, place);
			context.stdout.write(`${lines.join('\n')}\n`);
		}
	}
	if (results.length === 0) return;
	const {warning, nudge} = countsOf(results);
	const files = results.length === 1 ? 'one file' : `${results.length} files`;
	if (warning + nudge === 0) tell(context, `Nothing found in ${files}.`);
	else tell(context, `${counted(warning, 'warning')} and ${counted(nudge, 'nudge')} in ${files}.`);
}

function counted(count: number, word: string): string {
	return `${count} ${word}${count === 1 ? '' : 's'}`;
}
