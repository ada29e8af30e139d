/** What a record is: the text in its file, with the lines of the journals on it that are not in it. */
import type {Retro} from '../../retro/record.ts';
import type {Fold} from './folded.ts';
import {type Line, withLines} from './line.ts';
import {covers, parseVector, printVector, union, type Vector, withLine} from './vector.ts';

/** A record's file, as it was read. */
export type Snapshot = {
	readonly retro: Retro;
	/** The lines that are in it. */
	readonly vector: Vector;
	readonly digest: string;
};

export type Composed = {
	readonly retro: Retro;
	/** Lines that never were in the file. */
	readonly fresh: readonly Line[];
	/** Lines that were in the file, and are missing in what somebody put in its place. */
	readonly missing: readonly Line[];
	/** All lines that the retro has taken into account. */
	readonly covered: Vector;
	/** The largest clock of all lines, 0 when there are none. */
	readonly clock: number;
	/** The folds that lead to this file, oldest first; none when it comes from somewhere else. */
	readonly chain: readonly Fold[];
};

/**
 * The retro that a record's file, the last folds and the lines in the journals make together.
 *
 * A file that is one of the earlier texts to the letter was brought back on purpose: lines that had been folded stay
 * away. Any other whose vector is that of an earlier text was made from it by somebody who did not know the lines
 * after it: they are put on. One that is neither is taken as it is.
 */
export function compose(file: Snapshot, folds: readonly Fold[], lines: readonly Line[]): Composed {
	const folded = union(file.vector, parseVector(folds.at(-1)?.vector));
	const fresh = lines.filter((line) => !covers(folded, line));
	const {chain, missing} = lineage(file, folds);
	return {
		retro: withLines(file.retro, [...missing, ...fresh]),
		fresh,
		missing,
		covered: withLine(folded, ...lines),
		clock: Math.max(0, ...[...(folds.at(-1)?.lines ?? []), ...lines].map(({clock}) => clock)),
		chain,
	};
}

function lineage(file: Snapshot, folds: readonly Fold[]): {chain: readonly Fold[]; missing: readonly Line[]} {
	const same = folds.findLastIndex(({digest}) => digest === file.digest);
	if (same >= 0) return {chain: folds.slice(0, same + 1), missing: []};
	const vector = printVector(file.vector) ?? '';
	const base = folds.findLastIndex((fold) => fold.vector === vector);
	if (base < 0) return {chain: [], missing: []};
	return {chain: folds, missing: folds.slice(base + 1).flatMap(({lines}) => lines)};
}
