/** What `--fix` makes of a text: only what a rule itself calls safe is replaced. */
import type {Finding, Replacement} from '../../lint/finding.ts';

export type Fixed = {
	readonly text: string;
	/** How many findings it settles. */
	readonly count: number;
};

/**
 * The text with the fixes of the findings in it. A finding is fixed whole or not at all; of two whose replacements
 * touch the same place, the first counts. What comes out is not fixed once more: each fix is one of the author's
 * words, never of our own.
 */
export function fixed(text: string, findings: readonly Finding[]): Fixed {
	const taken = new Uint8Array(text.length + 1);
	const replacements: Replacement[] = [];
	let count = 0;
	for (const {fix} of findings) {
		if (fix === undefined || fix.some(({span}) => taken.subarray(span.start, behind(span)).includes(1))) continue;
		for (const {span} of fix) taken.fill(1, span.start, behind(span));
		replacements.push(...fix);
		count++;
	}
	replacements.sort((a, b) => a.span.start - b.span.start);
	const parts: string[] = [];
	let at = 0;
	for (const {span, text: wording} of replacements) {
		parts.push(text.slice(at, span.start), wording);
		at = span.end;
	}
	return {text: parts.join('') + text.slice(at), count};
}

/** What is put between two characters takes the place before the second one. */
function behind({start, end}: Replacement['span']): number {
	return Math.max(end, start + 1);
}
