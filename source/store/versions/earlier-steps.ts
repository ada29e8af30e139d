/** What the sittings before this one did to a retro, to be taken back step by step. */
import {isDeepStrictEqual} from 'node:util';
import {apply, type Edit} from '../../retro/edit.ts';
import {settle} from '../../retro/merge/rebase.ts';
import type {Retro} from '../../retro/record.ts';
import type {Instant} from '../../time/instant.ts';
import {stepsOf, takenBack} from './kept-steps.ts';
import type {KeptStep} from './version-file.ts';

export type EarlierSteps = {
	/**
	 * Takes the last step off that can still be taken back from the retro; undefined where there is none. The
	 * first call reads the old steps.
	 */
	take(retro: Retro): Promise<KeptStep | undefined>;
	/** Tells what this sitting can take back itself; asked for when it ends. */
	own(edits: () => readonly Edit[]): void;
	/** This sitting has begun to change the retro. */
	begin(): void;
	/** What can be taken back after this sitting, given what could be before it. */
	after(at: Instant): (earlier: readonly KeptStep[]) => readonly KeptStep[];
};

/** @param load reads the steps, the oldest first; `untouched` is the retro where this sitting has not changed it yet */
export function earlierSteps(load: (untouched: Retro | undefined) => Promise<readonly KeptStep[]>): EarlierSteps {
	let reading: Promise<void> | undefined;
	let left: KeptStep[] | undefined;
	let hasBegun = false;
	let ownEdits: () => readonly Edit[] = () => [];
	return {
		async take(retro) {
			reading ??= load(hasBegun ? undefined : retro).then((steps) => {
				left = [...steps];
			});
			await reading;
			for (let step = left?.pop(); step !== undefined; step = left?.pop()) {
				if (changes(retro, takenBack(step))) return step;
			}
			return undefined;
		},
		own(edits) {
			ownEdits = edits;
		},
		begin() {
			hasBegun = true;
		},
		after(at) {
			const own = stepsOf(ownEdits(), at, 'open');
			return (earlier) => [...(left ?? earlier), ...own];
		},
	};
}

function changes(retro: Retro, edit: Edit): boolean {
	return !isDeepStrictEqual(apply(retro, settle(retro, edit)), retro);
}
