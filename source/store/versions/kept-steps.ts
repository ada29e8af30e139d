/** What later sittings can take back, within bounds. */
import {type Edit, inverse} from '../../retro/edit.ts';
import type {Instant} from '../../time/instant.ts';
import type {KeptStep} from './version-file.ts';

/** Steps that are kept with a version. */
const mostSteps = 200;

/** Letters that they may have as JSON, all together. */
const longestSteps = 256 * 1024;

/**
 * The newest steps that are within the bounds. One that is too large ends them: those before it could only be taken
 * back after it.
 */
export function boundedSteps(steps: readonly KeptStep[]): KeptStep[] {
	let length = 0;
	const newest = steps.slice(-mostSteps).reverse();
	const end = newest.findIndex((step) => {
		length += JSON.stringify(step).length;
		return length > longestSteps;
	});
	return (end < 0 ? newest : newest.slice(0, end)).reverse();
}

/** Edits as steps; lines that are being typed are none. */
export function stepsOf(edits: readonly Edit[], at: Instant, by: string): KeptStep[] {
	return edits.filter(({type}) => type !== 'draft').map((edit) => ({at, by, edit}));
}

/** The edit that takes a step back. */
export function takenBack({edit}: KeptStep): Edit {
	return inverse(edit);
}
