/**
 * Merges two wordings that were made of the same one. Every word that either side wrote is in the
 * result: where both changed the same words, both wordings are kept.
 */
import {diff3Merge} from 'node-diff3';

/** A merged text, and whether it holds two wordings of the same words. */
export type MergedText = {readonly text: string; readonly hasBoth: boolean};

/** Merges prose by lines, then by words. Two wordings of the same lines become two paragraphs, theirs first. */
export function mergeProse(was: string, ours: string, theirs: string): MergedText {
	let hasBoth = false;
	const lines = mergeTokens(was.split('\n'), ours.split('\n'), theirs.split('\n'), (w, o, t) => {
		const words = mergeWords(w.join('\n'), o.join('\n'), t.join('\n'));
		if (words !== undefined) return words.split('\n');
		hasBoth = true;
		return [...t, '', ...o];
	});
	return {text: lines.join('\n'), hasBoth};
}

/** Merges a text of one line by words. Two wordings of the same words become `theirs / ours`. */
export function mergeLine(was: string, ours: string, theirs: string): MergedText {
	const words = mergeWords(was, ours, theirs);
	return words === undefined ? {text: `${theirs} / ${ours}`, hasBoth: true} : {text: words, hasBoth: false};
}

/** The merged text, or undefined where both sides changed the same words differently. */
function mergeWords(was: string, ours: string, theirs: string): string | undefined {
	if (ours === was || ours === theirs) return theirs;
	if (theirs === was) return ours;
	// Taken away by one side and changed by the other: the change is worth more.
	if (ours === '' || theirs === '') return ours + theirs;
	let torn = false;
	const merged = mergeTokens(words(was), words(ours), words(theirs), () => {
		torn = true;
		return [];
	});
	return torn ? undefined : merged.join('');
}

/** The words of a text, each with the space before it, and the space at the end. */
function words(text: string): string[] {
	return text.match(/\s*\S+|\s+$/g) ?? [];
}

type Tokens = readonly string[];

function mergeTokens(
	was: Tokens,
	ours: Tokens,
	theirs: Tokens,
	onConflict: (was: Tokens, ours: Tokens, theirs: Tokens) => Tokens,
): Tokens {
	return diff3Merge([...theirs], [...was], [...ours]).flatMap((region) => {
		if (region.ok) return region.ok;
		if (!region.conflict) return [];
		const {a, o, b} = region.conflict;
		return mergeSplices(o, b, a) ?? onConflict(o, b, a);
	});
}

/**
 * Merges changes that touch but do not overlap, which diff3 calls a conflict: one side replaced the
 * end of what was there while the other added to it. Undefined where they do overlap.
 */
function mergeSplices(was: Tokens, ours: Tokens, theirs: Tokens): Tokens | undefined {
	const mine = spliceOf(was, ours);
	const other = spliceOf(was, theirs);
	const [first, second] = mine.from <= other.from && mine.to <= other.to ? [mine, other] : [other, mine];
	const isSamePlace = first.from === second.to;
	if (first.to > second.from || isSamePlace) return undefined;
	return [
		...was.slice(0, first.from),
		...first.tokens,
		...was.slice(first.to, second.from),
		...second.tokens,
		...was.slice(second.to),
	];
}

/** The one stretch `from`…`to` of what was there that has to be replaced, and by what. */
function spliceOf(was: Tokens, now: Tokens): {from: number; to: number; tokens: Tokens} {
	const shorter = Math.min(was.length, now.length);
	let from = 0;
	while (from < shorter && was[from] === now[from]) from++;
	let end = 0;
	while (end < shorter - from && was.at(-1 - end) === now.at(-1 - end)) end++;
	return {from, to: was.length - end, tokens: now.slice(from, now.length - end)};
}
