/** What came of linting a file, and what it adds up to. */
import type {Category, Finding} from '../../lint/finding.ts';
import type {UnusedComment} from '../../lint/linter.ts';

export type LintedFile = {
	readonly kind: 'linted';
	/** `-` for standard input. */
	readonly path: string;
	/** What was linted: spans are about this text. */
	readonly text: string;
	readonly findings: readonly Finding[];
	readonly unused: readonly UnusedComment[];
};

export type FailedFile = {
	readonly kind: 'failed';
	readonly path: string;
	/** Why, for people. */
	readonly message: string;
};

export type FileReport = LintedFile | FailedFile;

/** One way to print what was found, piece by piece, so that no more than a file has to be held. */
export type Report = {
	/** What stands before all files. */
	readonly head: string;
	/** What is printed of a file; may be empty. */
	file(report: FileReport): string;
	/** What stands behind all files. */
	end(totals: Totals): string;
};

export type Totals = {
	/** Files that were linted. */
	files: number;
	/** Files that could not be read, or not be written. */
	failed: number;
	warning: number;
	nudge: number;
	categories: Map<Category, number>;
	/** Findings that `--fix` would mend. */
	fixable: {warning: number; nudge: number};
	unused: number;
};

export function noTotals(): Totals {
	return {
		files: 0,
		failed: 0,
		warning: 0,
		nudge: 0,
		categories: new Map(),
		fixable: {warning: 0, nudge: 0},
		unused: 0,
	};
}

/** Adds a file to the totals. */
export function count(report: FileReport, totals: Totals): void {
	if (report.kind === 'failed') {
		totals.failed++;
		return;
	}
	totals.files++;
	totals.unused += report.unused.length;
	for (const {severity, category, fix} of report.findings) {
		totals[severity]++;
		totals.categories.set(category, (totals.categories.get(category) ?? 0) + 1);
		if (fix !== undefined) totals.fixable[severity]++;
	}
}
