/** `retro lint FILE…|DIR|-`: the wording and time lint over any markdown file, for editors and CI. */
import {categories} from '../lint/finding.ts';
import {type Command, defineCommand} from './command.ts';
import {formats} from './lint/formats.ts';
import type {LintParts} from './lint/run.ts';

export const command = lintCommand({
	linter: async ({configuration}) => {
		const [{createLinter}, {lintSettingsOf}] = await Promise.all([import('../lint/linter.ts'), import('./linter.ts')]);
		return createLinter(lintSettingsOf(await configuration()));
	},
	clock: () => performance.now(),
});

export function lintCommand(parts: LintParts): Command {
	return defineCommand({
		name: 'lint',
		arguments: [{name: 'FILE', optional: true, several: true, completes: 'file'}],
		flags: {
			format: {type: 'string', value: 'FORMAT', choices: formats, summary: 'how to print what is found'},
			failOn: {
				type: 'string',
				value: 'SEVERITY',
				choices: ['warning', 'nudge', 'never'],
				summary: 'end with 1 from this severity on, nudge unless set',
			},
			fix: {type: 'boolean', summary: 'mend in the files what is safe to mend'},
			diff: {type: 'boolean', summary: 'print what --fix would change, and write nothing'},
			explain: {type: 'boolean', summary: 'tell what RULE… is about; without one, of all'},
		},
		json: true,
		about:
			'Checks markdown for blameful wording and for times that are not in UTC. Code, quotes and headings are left alone. FILE may be a directory, a pattern in quotes, or "-" for standard input.',
		examples: [
			['retro lint post-mortems/', 'all markdown in it'],
			["retro lint 'docs/**/*.md' '!docs/old'", 'patterns; what has ! is left out'],
			['retro lint - < draft.md', 'from an editor'],
			['retro lint --explain hindsight', 'why, with examples and sources'],
			['retro lint --diff .', 'what --fix would write'],
			['retro lint --fix .', 'times with a known date and zone to UTC'],
			['retro lint --fail-on warning --format github .', 'in a GitHub workflow'],
			['retro lint --format sarif . > retro.sarif', 'for code scanning'],
		],
		notes: [
			[
				'Exit status',
				[
					'0  nothing was found, or nothing of the severity of --fail-on',
					'1  something was, or a file could not be read or written',
					'2  wrong use',
					'--fail-on warning lets nudges pass, which are a matter of taste; never lets all pass. After --fix what is left counts, with --diff what --fix would mend.',
				].join('\n'),
			],
			[
				'Directories',
				'All *.md and *.markdown below, without what .gitignore leaves out, what is hidden, node_modules and links. What is named itself is always read.',
			],
			[
				'--fix',
				'Replaces times whose date and zone are known by the same time in UTC, and nothing else: wording is for people. A file is replaced as a whole or left as it is. With "-" the text goes to standard output, the report to standard error.',
			],
			[
				'In the file',
				[
					' <!-- retro-lint-disable RULE -->   and   <!-- retro-lint-enable RULE -->',
					' <!-- retro-lint-disable-next-line RULE -->',
					'leave a passage or a line alone. RULE is one or more rules or categories; without it, all are meant. A comment that does nothing is told of, which fails nothing.',
				].join('\n'),
			],
			['Categories', categories.join(', ')],
			[
				'JSON',
				[
					'{schemaVersion, files: [{path, findings: [{rule, category, severity, line,',
					' column, endLine, endColumn, start, end, text, message, suggestions}],',
					' unusedComments: [{kind, name, line, column, endLine, endColumn, start, end,',
					' text, message}]}], counts: {warning, nudge}}',
					'Lines and columns count from 1, columns in UTF-16 units.',
				].join('\n'),
			],
		],
		async run(context) {
			if (context.flags.explain === true) return (await import('./lint/explain.ts')).explain(context);
			return (await import('./lint/run.ts')).runLint(context, parts);
		},
	});
}
