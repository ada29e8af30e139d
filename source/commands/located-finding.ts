/** A finding as `--json` prints it: with its place in the file. */
import type {Category, Finding, FindingSeverity, Span} from '../lint/finding.ts';

export type LocatedSpan = {
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
};

export type LocatedFinding = LocatedSpan & {
	readonly rule: string;
	readonly category: Category;
	readonly severity: FindingSeverity;
	readonly message: string;
	readonly suggestions: readonly string[];
};

/**
 * @param text what was linted
 * @param placeAt the places in it, worth passing on where there are several findings
 */
export function located(
	{rule, category, severity, span, message, suggestions}: Finding,
	text: string,
	placeAt: PlaceAt = placesIn(text),
): LocatedFinding {
	return {rule, category, severity, ...locatedSpan(span, text, placeAt), message, suggestions};
}

/** The place of a span in the file, and its words. */
export function locatedSpan({start, end}: Span, text: string, placeAt: PlaceAt): LocatedSpan {
	const from = placeAt(start);
	const to = placeAt(end);
	return {
		line: from.line,
		column: from.column,
		endLine: to.line,
		endColumn: to.column,
		start,
		end,
		text: text.slice(start, end),
	};
}

/** Line and column of an offset, both from 1. */
export type PlaceAt = (offset: number) => {readonly line: number; readonly column: number};

/** The places in a text; reads it once. Lines end as CommonMark has them end: at LF, CRLF or CR. */
export function placesIn(text: string): PlaceAt {
	const starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({0: end, index}) => index + end.length)];
	return (offset) => {
		let line = 0;
		for (let step = 2 ** Math.floor(Math.log2(starts.length)); step >= 1; step /= 2) {
			if ((starts[line + step] ?? Number.POSITIVE_INFINITY) <= offset) line += step;
		}
		return {line: line + 1, column: offset - (starts[line] ?? 0) + 1};
	};
}
