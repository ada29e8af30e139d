/**
 * Texts that git could not merge: both sides, and what they came from where it was noted, read back out
 * of the markers (git-merge(1), "How conflicts are presented"; the styles merge, diff3 and zdiff3).
 *
 * A record's own lines never look like a marker: each begins with a brace or is indented.
 */

export type ConflictedText = {
	readonly ours: string;
	readonly theirs: string;
	/** What both were made of; only where git was asked to note it (`merge.conflictStyle`). */
	readonly base?: string;
};

type Part = 'common' | 'ours' | 'base' | 'theirs';

/** What a sign begins, and the parts that it may end. */
type Sign = {readonly begins: Part; readonly ends: readonly Part[]};

const signs: Readonly<Record<string, Sign>> = {
	'<': {begins: 'ours', ends: ['common']},
	'|': {begins: 'base', ends: ['ours']},
	'=': {begins: 'theirs', ends: ['ours', 'base']},
	'>': {begins: 'common', ends: ['theirs']},
};

/** Whether the text holds a line as git writes it at the beginning or the end of a conflict. */
export function hasConflictMarkers(text: string): boolean {
	return /^(?:<{7,}|>{7,})(?: .*)?\r?$/m.test(text);
}

/** The sides of a text with conflicts in it; undefined where the markers are not whole, or one lies in another. */
export function readConflicted(text: string): ConflictedText | undefined {
	const lines: Record<'ours' | 'base' | 'theirs', string[]> = {ours: [], base: [], theirs: []};
	const begun: Part[] = [];
	let part: Part = 'common';
	/** Of the markers of this conflict; undefined outside of one. Those within what both came from are longer. */
	let length: number | undefined;
	for (const line of text.split('\n')) {
		const marker = markerOf(line, length);
		if (marker === undefined) {
			for (const side of part === 'common' ? (['ours', 'base', 'theirs'] as const) : [part]) lines[side].push(line);
			continue;
		}
		const {begins, ends} = marker.sign;
		if (!ends.includes(part)) return undefined;
		part = begins;
		begun.push(part);
		length = part === 'common' ? undefined : marker.length;
	}
	if (part !== 'common' || begun.length === 0) return undefined;
	const [ours, theirs, base] = [lines.ours, lines.theirs, lines.base].map((side) => side.join('\n'));
	const conflicts = begun.filter((one) => one === 'ours').length;
	const isWhole = begun.filter((one) => one === 'base').length === conflicts;
	return {ours: ours ?? '', theirs: theirs ?? '', ...(isWhole && {base: base ?? ''})};
}

function markerOf(line: string, length: number | undefined): {sign: Sign; length: number} | undefined {
	const marker = /^(<{7,}|\|{7,}|={7,}|>{7,})(?: .*)?\r?$/.exec(line)?.[1];
	const sign = signs[marker?.[0] ?? ''];
	if (marker === undefined || sign === undefined) return undefined;
	return length === undefined || length === marker.length ? {sign, length: marker.length} : undefined;
}
