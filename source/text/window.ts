/**
 * The first visible row of a list or text of `total` rows in a window `height` rows high: the row `index`
 * is in view, the window moves as little as it can from `offset`, where it was, and leaves no empty rows
 * at the end while there are rows above. All count from 0.
 */
export function windowAround(total: number, height: number, index: number, offset: number): number {
	const rows = Math.max(1, height);
	const last = Math.max(0, total - rows);
	const shown = Math.min(Math.max(index, 0), Math.max(0, total - 1));
	return Math.min(Math.max(offset, shown - rows + 1, 0), shown, last);
}
