/** Tells a paste that is material for a timeline from a few words for the line that is being typed. */
import {looksLikeJson} from './json-values.ts';

/** Whether it has several lines, or is the beginning of an export on one. */
export function isForImport(text: string): boolean {
	return isSeveralLines(text) || looksLikeJson(text.slice(0, headLength));
}

/** Enough to see the first key of an object. */
const headLength = 1024;

/** Whether more than one line has something in it. */
export function isSeveralLines(text: string): boolean {
	return /[\n\r]/.test(text.trim());
}
