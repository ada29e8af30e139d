/** A finding as `--json` prints it: with its place in the file. */
import type {Category, Finding, FindingSeverity} from '../lint/finding.ts';

export type LocatedFinding = {
	readonly rule: string;
	readonly category: Category;
	readonly severity: FindingSeverity;
	/** Lines and columns count from 1, columns in UTF-16 units; the end is behind the last unit. */
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
	/** Half-open range of UTF-16 offsets. */
	readonly start: number;
	readonly end: number;
	/** The words that were found. */
	readonly text: string;
	readonly message: string;
	readonly suggestions: readonly string[];
};

/** @param text what was linted */
export function located({rule, category, severity, span, message, suggestions}: Finding, text: string): LocatedFinding {
	const {start, end} = span;
	const from = placeAt(text, start);
	const to = placeAt(text, end);
	return {
		rule,
		category,
		severity,
		line: from.line,
		column: from.column,
		endLine: to.line,
		endColumn: to.column,
		start,
		end,
		text: text.slice(start, end),
		message,
		suggestions,
	};
}

/** Lines end as CommonMark has them end: at LF, CRLF or CR. */
function placeAt(text: string, offset: number): {line: number; column: number} {
	const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
	return {line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1};
}
