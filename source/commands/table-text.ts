/** A table as text: columns aligned by two spaces, cut to the terminal. */
import {columnsOf, padEnd, truncate} from '../text/columns.ts';
import type {Paint} from './colour.ts';

/**
 * The lines of a table under its headings, without spaces at their ends.
 * @param width cells that a line is cut to; undefined cuts nothing
 */
export function tableText(
	headings: readonly string[],
	rows: readonly (readonly string[])[],
	width: number | undefined,
	paint: Paint,
): string {
	const widths = columnWidths(headings, rows);
	const line = (cells: readonly string[]): string => {
		const text = cells.map((cell, column) => padEnd(cell, widths[column] ?? 0)).join('  ');
		return width === undefined ? text.trimEnd() : truncate(text.trimEnd(), width);
	};
	return [paint('title', line(headings)), ...rows.map(line), ''].join('\n');
}

/** The cells that the widest line of a table takes. */
export function tableWidth(headings: readonly string[], rows: readonly (readonly string[])[]): number {
	return columnWidths(headings, rows).reduce((sum, width) => sum + width + 2, -2);
}

function columnWidths(headings: readonly string[], rows: readonly (readonly string[])[]): number[] {
	return headings.map((heading, column) =>
		Math.max(columnsOf(heading), ...rows.map((row) => columnsOf(row[column] ?? ''))),
	);
}
