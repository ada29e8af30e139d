/** Where a line of text may be broken, apart from the spaces in it: the part of UAX #14 that prose in a terminal needs. */
import {cellsOfUnit} from './plain-units.ts';

/** Whether the grapheme is a space that hangs at the end of a row; a no-break space and one with an accent are none. */
export function hangs(text: string, start: number, end: number): boolean {
	const unit = text.charCodeAt(start);
	return (unit === 0x20 || unit === 0x3000) && end - start === 1;
}

/**
 * Whether a line may be broken at the offset though there is no space: beside ideographs, kana, Hangul and
 * emoji, but not before what closes and not after what opens.
 */
export function mayBreakBetween(text: string, offset: number): boolean {
	if (offset === 0 || !(isWide(text, offset) || isWideBefore(text, offset))) return false;
	return !closing.has(text.charCodeAt(offset)) && !opening.has(text.charCodeAt(offset - 1));
}

const closing = unitsOf('、。，．・：；？！ー々」』】〕〉》）］｝ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.;:?!)]}%\'"”’…');
const opening = unitsOf('「『【〔〈《（［｛([{\'"“‘@#');

function isWide(text: string, offset: number): boolean {
	const unit = text.charCodeAt(offset);
	return cellsOfUnit(unit) === 2 || isAstral(unit);
}

function isWideBefore(text: string, offset: number): boolean {
	const unit = text.charCodeAt(offset - 1);
	// An emoji may end in a variation selector.
	return cellsOfUnit(unit) === 2 || isAstral(unit) || unit === 0xfe0f;
}

/** Half of a character beyond the basic plane: emoji and rarer ideographs, nearly always. */
function isAstral(unit: number): boolean {
	return unit >= 0xd800 && unit <= 0xdfff;
}

function unitsOf(characters: string): ReadonlySet<number> {
	return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}
