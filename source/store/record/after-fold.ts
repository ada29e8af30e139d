/** What there is to do beside a record once the lines of the journals are in its file. */
import {unlink} from 'node:fs/promises';
import {addFold, type Fold, keepFolds} from '../journal/folded.ts';
import {type FoundJournal, isAbandoned} from '../journal/read.ts';
import {printVector} from '../journal/vector.ts';
import type {View} from './record-view.ts';

/** Whether the text in the file is not the one that was folded last. */
export function isForeign({record, folds}: View): boolean {
	const last = folds.at(-1);
	return last !== undefined && last.digest !== record.digest;
}

/** Keeps a fold with those before it, so that an editor which does not know its lines is recognised. The lines themselves are safe without. */
export async function keep({place, record, chain, folds}: View, fold: Fold): Promise<void> {
	const before: Fold = {digest: record.digest, vector: printVector(record.vector) ?? '', lines: []};
	try {
		if (chain.length > 0 && chain.length === folds.length) await addFold(place, fold);
		else await keepFolds(place, [...(chain.length === 0 ? [before] : chain), fold]);
	} catch {
		// No room for it.
	}
}

/** Takes the journals away that nobody will write in again: their lines are in the file. */
export async function removeAbandoned(journals: readonly FoundJournal[], ours: string | undefined): Promise<void> {
	for (const found of journals) {
		if (found.writer !== ours && (await isAbandoned(found))) await unlink(found.path).catch(() => undefined);
	}
}
