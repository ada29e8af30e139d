/**
 * Words, as the word keys of readline know them: runs of letters, digits, marks and underscores, with the
 * apostrophes inside. Where a script writes no spaces, the words of `Intl.Segmenter`.
 */
import {boundaryAfter, boundaryBefore, boundaryFrom} from './graphemes.ts';

/** The start (UTF-16 offset) of the word that the offset lies in or behind; 0 where there is none. */
export function wordStartBefore(text: string, offset: number): number {
	let end = offset;
	while (end > 0 && !isWordAt(text, boundaryBefore(text, end))) end = boundaryBefore(text, end);
	let start = end;
	while (start > 0 && isWordAt(text, boundaryBefore(text, start))) start = boundaryBefore(text, start);
	const run = text.slice(start, end);
	const last = writesNoSpaces.test(run)
		? segmenter()
				.segment(run)
				.containing(run.length - 1)
		: undefined;
	const wanted = start + (last?.index ?? 0);
	// A dictionary of words may part what is one grapheme.
	const boundary = boundaryFrom(text, wanted);
	return boundary === wanted ? wanted : boundaryBefore(text, boundary);
}

/** The end (UTF-16 offset) of the word that the offset lies in or before; the text's length where there is none. */
export function wordEndAfter(text: string, offset: number): number {
	let start = offset;
	while (start < text.length && !isWordAt(text, start)) start = boundaryAfter(text, start);
	let end = start;
	while (end < text.length && isWordAt(text, end)) end = boundaryAfter(text, end);
	const run = text.slice(start, end);
	const first = writesNoSpaces.test(run) ? segmenter().segment(run).containing(0) : undefined;
	return first === undefined ? end : boundaryFrom(text, start + first.segment.length);
}

/** The start (UTF-16 offset) of the stretch without white space that the offset lies in or behind. */
export function blankWordStartBefore(text: string, offset: number): number {
	let start = offset;
	while (start > 0 && isBlank(text, start - 1)) start--;
	while (start > 0 && !isBlank(text, start - 1)) start--;
	return start;
}

/** Whether the grapheme at the offset is part of a word. */
function isWordAt(text: string, offset: number): boolean {
	const unit = text.charCodeAt(offset);
	if (unit === apostrophe || unit === typographicApostrophe) {
		return offset > 0 && isWordCharacter(text, boundaryBefore(text, offset)) && isWordCharacter(text, offset + 1);
	}
	return isWordCharacter(text, offset);
}

const apostrophe = 0x27;
const typographicApostrophe = 0x2019;

function isWordCharacter(text: string, offset: number): boolean {
	const unit = text.charCodeAt(offset);
	if (unit < 0x80) return asciiWord[unit] === 1;
	return wordCharacter.test(String.fromCodePoint(text.codePointAt(offset) ?? 0));
}

const asciiWord = Uint8Array.from({length: 0x80}, (_, unit) => (/\w/.test(String.fromCharCode(unit)) ? 1 : 0));

const wordCharacter = /[\p{L}\p{N}\p{M}\p{Pc}]/u;

const writesNoSpaces =
	/[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;

function isBlank(text: string, offset: number): boolean {
	const unit = text.charCodeAt(offset);
	return unit === 0x20 || unit === 0x0a || unit === 0x3000;
}

let built: Intl.Segmenter | undefined;

/** Built when the first such script is met: it costs 10 ms. */
function segmenter(): Intl.Segmenter {
	built ??= new Intl.Segmenter(undefined, {granularity: 'word'});
	return built;
}
