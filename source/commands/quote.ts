/** Puts what somebody typed into a message: harmless for the terminal, and short. */

import {cleanLine} from '../text/clean.ts';
import {shortened as cut} from '../text/shortened.ts';

const longestQuote = 60;

/** The text in quotation marks, without control and escape sequences, cut to 60 characters. */
export function quoted(text: string): string {
	return `“${shortened(text)}”`;
}

/** One harmless line of at most 60 characters. */
export function shortened(text: string, longest = longestQuote): string {
	return cut(cleanLine(text.slice(0, longest * 8)), longest);
}
