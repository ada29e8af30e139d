/** Where the sentences of a passage begin and end. */
import type {Span} from '../finding.ts';

const abbreviations = new Set(
	'e.g i.e etc vs dr mr mrs ms prof approx no st cf al resp incl min max fig sec'.split(' '),
);
const end = /[.!?…]+["'”’)\]\uE000\uE001]*(?=\s)|\n[ \t]*\n/g;

/**
 * The sentences of a passage in order, without the white space around them. `masked` is the passage with all that is
 * not prose hidden, `source` the same stretch as written: marks of emphasis belong to the sentence they open.
 */
export function sentencesOf(masked: string, source: string): Span[] {
	const spans: Span[] = [];
	let start = 0;
	for (const {0: mark, index} of masked.matchAll(end)) {
		if (!endsSentence(masked, index, mark)) continue;
		const stop = behindEmphasis(source, index + mark.length);
		pushTrimmed(spans, source, start, stop);
		start = stop;
	}
	pushTrimmed(spans, source, start, masked.length);
	return spans;
}

/** Marks that close an emphasis belong to the sentence that they end. */
function behindEmphasis(source: string, from: number): number {
	let end = from;
	while (/[*_~]/.test(source.charAt(end))) end++;
	return end;
}

function endsSentence(masked: string, index: number, mark: string): boolean {
	if (!mark.startsWith('.')) return true;
	const before = /[\p{L}.]{1,12}$/u.exec(masked.slice(Math.max(0, index - 12), index))?.[0] ?? '';
	if (mark === '.' && (abbreviations.has(before.toLowerCase()) || /^\p{Lu}$/u.test(before)))
		return /^[XYZ]$/.test(before);
	const next = /\S/.exec(masked.slice(index + mark.length, index + mark.length + 40))?.[0] ?? '';
	return !/\p{Ll}/u.test(next);
}

function pushTrimmed(spans: Span[], text: string, from: number, to: number): void {
	let start = from;
	let stop = to;
	while (start < stop && /\s/.test(text.charAt(start))) start++;
	while (stop > start && /\s/.test(text.charAt(stop - 1))) stop--;
	if (stop > start) spans.push({start, end: stop});
}
