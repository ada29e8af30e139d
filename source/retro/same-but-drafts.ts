/** What two states of a retro differ in, as far as others have to look at it anew. */
import type {Retro} from './record.ts';

/**
 * Whether two states of a retro hold the same, but for lines that are being typed and not entered yet and for the time
 * of the last change. What is the same is so as objects, as edits leave it.
 */
export function isSameButDrafts(before: Retro, after: Retro): boolean {
	return before === after || (differsNowhere(before, after) && differsNowhere(after, before));
}

function differsNowhere(before: Retro, after: Retro): boolean {
	return Object.entries(before).every(
		([name, value]) => name === 'drafts' || name === 'updatedAt' || after[name] === value,
	);
}
