/** The texts of one record that git wants merged. */
import type {OpenConflict} from '../../retro/conflicts.ts';
import {commonBase} from '../../retro/merge/common-base.ts';
import {mergeRetros} from '../../retro/merge/merge-retros.ts';
import {schemaVersion} from '../../retro/record.ts';
import {parseRetro, printRetro} from '../record/layout.ts';

export type MergedText =
	| {readonly kind: 'merged'; readonly id: string; readonly text: string; readonly conflicts: readonly OpenConflict[]}
	/** Nothing that we can read, or one of a newer version; `why` goes on after "cannot be merged: ". */
	| {readonly kind: 'broken' | 'newer'; readonly why: string};

/**
 * Merges two versions of a record's text.
 *
 * @param base what both came from; empty where both sides added the file. One that cannot be read is done
 * without: then what one side took away comes back, and nothing is lost.
 */
export function mergeRecordTexts(base: string, ours: string, theirs: string): MergedText {
	const [was, mine, other] = [parseRetro(base), parseRetro(ours), parseRetro(theirs)];
	for (const side of [was, mine, other]) {
		if (side.kind !== 'newer') continue;
		const why = `it was written by a newer version (record version ${side.version}, this one reads ${schemaVersion})`;
		return {kind: 'newer', why};
	}
	if (mine.kind !== 'retro') return {kind: 'broken', why: `our side: ${reason(mine)}`};
	if (other.kind !== 'retro') return {kind: 'broken', why: `their side: ${reason(other)}`};
	if (mine.retro.id !== other.retro.id) return {kind: 'broken', why: 'the two sides are two retros'};
	const from = was.kind === 'retro' ? was.retro : commonBase(mine.retro, other.retro);
	const {retro, conflicts} = mergeRetros(from, mine.retro, other.retro);
	return {kind: 'merged', id: retro.id, text: printRetro(retro), conflicts};
}

function reason(side: ReturnType<typeof parseRetro>): string {
	return side.kind === 'broken' ? side.why : 'it cannot be read';
}
