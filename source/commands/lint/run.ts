/** A run of `retro lint`: finds the files, lints them one after another, prints, sums up. */

import type {FileLinter} from '../../lint/linter.ts';
import {wrongUse} from '../../problem.ts';
import {cleanProse} from '../../text/clean.ts';
import {counted} from '../../text/counted.ts';
import {type ProgressLine, progressLine} from '../../ui/progress-line.ts';
import {type Context, tell} from '../context.ts';
import {piped} from '../input.ts';
import {shortened} from '../quote.ts';
import {count, noTotals, type Report, type Totals} from './file-report.ts';
import {findFiles} from './find-files.ts';
import type {ReportFormat} from './formats.ts';
import {lintFiles} from './lint-files.ts';
import {reportIn, widthOf} from './report.ts';
import {summaryLines} from './summary.ts';

/** What a run rests on; tests put others in their place. */
export type LintParts = {
	readonly linter: (context: Context<object>) => Promise<FileLinter>;
	/** Milliseconds, from any start. */
	readonly clock: () => number;
};

type Flags = {
	readonly format: ReportFormat | undefined;
	readonly failOn: 'warning' | 'nudge' | 'never' | undefined;
	readonly fix: boolean | undefined;
	readonly diff: boolean | undefined;
};

/** `rewrite`: what comes from standard input goes fixed to standard output. */
type Mode = 'report' | 'fix' | 'rewrite' | 'diff';

/** Resolves to the exit status. */
export async function runLint(context: Context<Flags>, {linter, clock}: LintParts): Promise<number> {
	const {flags, cwd, stderr, env} = context;
	const names = context.arguments.length > 0 ? context.arguments : inputByDefault(context);
	if (names.includes('-')) piped(context.stdin);
	const format = formatOf(flags);
	const mode = modeOf(names, flags, format);
	const files = await findFiles(names, cwd);
	const report = await reportFor(mode, format, context);
	const progress = progressLine(stderr, clock, env);
	const {totals, fixed, fixedFiles} = await printAll(
		lintFiles(files, await linter(context), mode === 'fix' || mode === 'rewrite', context),
		{mode, report, progress, total: files.length, context},
	);
	if (files.length === 0) tell(context, 'There is no markdown in what was named.');
	if (mode === 'fix' || mode === 'rewrite')
		tell(context, `Mended ${counted(fixed, 'finding')} in ${counted(fixedFiles, 'file')}.`);
	if (mode === 'diff') tell(context, diffSummary(totals));
	else if (format === 'text' || format === 'github') tell(context, ...summaryLines(totals));
	return totals.failed > 0 || fails(mode === 'diff' ? totals.fixable : totals, flags.failOn) ? 1 : 0;
}

function inputByDefault({stdin}: Pick<Context, 'stdin'>): string[] {
	if (stdin.isTTY !== true) return ['-'];
	throw wrongUse('retro lint needs a FILE', 'For example: retro lint post-mortems/');
}

function formatOf({format, json}: Flags & {readonly json?: boolean | undefined}): ReportFormat {
	if (json !== true) return format ?? 'text';
	if (format === undefined || format === 'json') return 'json';
	throw wrongUse(`--json and --format ${format} cannot both be had`, 'Leave one of them out.');
}

function modeOf(names: readonly string[], {fix, diff}: Flags, format: ReportFormat): Mode {
	if (diff === true) {
		if (format === 'text') return 'diff';
		throw wrongUse('--diff prints a patch, and no report beside it', 'Leave out --diff, or the format.');
	}
	if (fix !== true) return 'report';
	if (!names.includes('-')) return 'fix';
	if (names.length === 1 && format === 'text') return 'rewrite';
	throw wrongUse(
		'--fix prints the text from standard input, and so nothing else beside it',
		'Leave out the other files and the format: retro lint --fix - < FILE',
	);
}

async function reportFor(mode: Mode, format: ReportFormat, context: Context<object>): Promise<Report> {
	switch (mode) {
		case 'diff':
			return (await import('./diff-report.ts')).diffReport(context);
		case 'rewrite':
			return (await import('./people-report.ts')).peopleReport(context.paintError, widthOf(context.stderr));
		default:
			return reportIn(format, context);
	}
}

type Printing = {
	readonly mode: Mode;
	readonly report: Report;
	readonly progress: ProgressLine;
	/** Of files. */
	readonly total: number;
	readonly context: Context<object>;
};

type Printed = {readonly totals: Totals; readonly fixed: number; readonly fixedFiles: number};

async function printAll(finished: ReturnType<typeof lintFiles>, printing: Printing): Promise<Printed> {
	const {mode, report, progress, total, context} = printing;
	const output = mode === 'rewrite' ? context.stderr : context.stdout;
	const totals = noTotals();
	let fixed = 0;
	let fixedFiles = 0;
	const print = (text: string): void => {
		if (text === '') return;
		if (output.isTTY === true) progress.clear();
		output.write(text);
	};
	print(report.head);
	for await (const file of finished) {
		count(file.report, totals);
		fixed += file.fixed;
		fixedFiles += file.fixed > 0 ? 1 : 0;
		if (file.report.kind === 'failed') {
			progress.clear();
			tell(context, `retro: ${shortened(file.report.message, 200)}`);
		} else if (mode === 'rewrite') {
			const {text} = file.report;
			context.stdout.write(context.stdout.isTTY === true ? cleanProse(text) : text);
		}
		print(report.file(file.report));
		progress.draw(() => `${totals.files + totals.failed} of ${total} files`);
	}
	print(report.end(totals));
	progress.clear();
	return {totals, fixed, fixedFiles};
}

function diffSummary({fixable: {warning, nudge}, files}: Totals): string {
	return warning + nudge === 0
		? `--fix would change nothing in ${counted(files, 'file')}.`
		: `--fix would mend ${counted(warning + nudge, 'finding')}; nothing was written.`;
}

function fails({warning, nudge}: {readonly warning: number; readonly nudge: number}, failOn: Flags['failOn']): boolean {
	switch (failOn) {
		case 'never':
			return false;
		case 'warning':
			return warning > 0;
		default:
			return warning + nudge > 0;
	}
}
