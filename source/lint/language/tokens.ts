/** Words, numbers, marks: a sentence cut into the smallest parts that the grammar looks at. */

/**
 * `opaque` is what prose only refers to: code, a link's address, something quoted. `technical` is a
 * word no person would answer to: `scheduler.go`, `10.0.0.1`, `x-forwarded-proto`.
 */
export type TokenType = 'word' | 'mention' | 'number' | 'technical' | 'opaque' | 'mark';

export type Token = {
	readonly type: TokenType;
	/** As written. */
	readonly text: string;
	/** In lower case, with contractions undone: `n't` is `not`, `’ve` is `have`. */
	readonly norm: string;
	/** UTF-16 offsets into the sentence. */
	readonly start: number;
	readonly end: number;
};

/** Stands in the masked text for every character of a code span, an address or other things that are not prose. */
export const opaqueMark = '\uE000';

/** Stands in the masked text for every character that somebody else said. */
export const quotedMark = '\uE001';

const part =
	/[\uE000\uE001]+|@[\w][\w./-]{0,60}|[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_]*(?:(?:['’.\-/+&](?=[\p{L}\p{N}_])|:(?=\d))[\p{L}\p{M}\p{N}_]+)*|[^\s]/gu;
const contraction = /(?:n['’]t|['’](?:s|d|ve|re|ll|m))$/i;
const number = /^[\d.,:/-]+%?$/;
const technical = /[\d_/+:]|\p{L}\.\p{L}|\p{Ll}\p{Lu}/u;
/** A date, a time or its zone at the front of a sentence. */
const opening = /^(?:UTC|GMT|Z|am|pm|\d.*)$/;
const plainWord = /^\p{L}/u;

const undone: Readonly<Record<string, string>> = {
	"n't": 'not',
	"'ve": 'have',
	"'re": 'are',
	"'ll": 'will',
	"'m": 'am',
	"'d": 'would',
};
const stems: Readonly<Record<string, string>> = {ca: 'can', wo: 'will', sha: 'shall'};

/** The tokens of a sentence, in order. */
export function tokenize(sentence: string): Token[] {
	const tokens: Token[] = [];
	for (const {0: text, index} of sentence.matchAll(part)) {
		const tail = contraction.exec(text);
		if (tail === null || tail.index === 0) {
			tokens.push(token(text, index));
			continue;
		}
		const stem = text.slice(0, tail.index);
		const ending = text.slice(tail.index);
		const first = token(stem, index);
		const norm = ending.toLowerCase().replace('’', "'");
		tokens.push(norm === "n't" ? {...first, norm: stems[first.norm] ?? first.norm} : first);
		tokens.push({
			type: 'word',
			text: ending,
			norm: undone[norm] ?? norm,
			start: index + tail.index,
			end: index + text.length,
		});
	}
	return tokens;
}

/** Index of the first token behind a bullet or a time that opens the sentence: `[10:05 UTC] Ana …`. */
export function openingOf(tokens: readonly Token[]): number {
	const index = tokens.findIndex(({type, text}) => type !== 'mark' && type !== 'number' && !opening.test(text));
	return Math.max(index, 0);
}

function token(text: string, start: number): Token {
	return {type: typeOf(text), text, norm: text.toLowerCase().replaceAll('’', "'"), start, end: start + text.length};
}

function typeOf(text: string): TokenType {
	const first = text.charAt(0);
	if (first === opaqueMark || first === quotedMark) return 'opaque';
	if (first === '@' && text.length > 1) return 'mention';
	if (number.test(text) && /\d/.test(text)) return 'number';
	if (!plainWord.test(text)) return /[\p{L}\p{N}]/u.test(text) ? 'technical' : 'mark';
	return technical.test(text) ? 'technical' : 'word';
}
