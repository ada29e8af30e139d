/**
 * Which rows of the window a frame has, for any size: decoration goes first, the field being typed in
 * never. Pure, so that it can be tested for every size.
 */

export type Layout = {
	/** Of the window, in terminal cells. */
	readonly columns: number;
	readonly rows: number;
	/** Empty columns on the left and on the right. */
	readonly margin: 0 | 1;
	readonly header: boolean;
	readonly steps: boolean;
	/** The rules above and below the body, and the empty row above it. */
	readonly rules: boolean;
	readonly guide: boolean;
	readonly finding: boolean;
	readonly keys: boolean;
	/** What is left for the step's own screen, in terminal cells; at least 1 by 1. */
	readonly body: {readonly columns: number; readonly rows: number};
};

/** Fewest rows of the window with which a part is drawn. */
const fewestRows = {rules: 20, guide: 13, steps: 11, keys: 9, header: 7, finding: 4} as const;

/** Which parts of the frame a window has room for, and what is left for the step; both in cells. */
export function layoutFor(columns: number, rows: number): Layout {
	const margin = columns >= 50 ? 1 : 0;
	const parts = {
		header: rows >= fewestRows.header,
		steps: rows >= fewestRows.steps,
		rules: rows >= fewestRows.rules,
		guide: rows >= fewestRows.guide,
		finding: rows >= fewestRows.finding,
		keys: rows >= fewestRows.keys,
	};
	const taken = Object.values(parts).filter(Boolean).length + (parts.rules ? 2 : 0);
	return {
		columns,
		rows,
		margin,
		...parts,
		body: {columns: Math.max(1, columns - 2 * margin), rows: Math.max(1, rows - taken)},
	};
}
