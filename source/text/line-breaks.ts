/** Where a line of text may be broken, apart from the spaces in it: the part of UAX #14 that prose in a terminal needs. */
import {cellsOfUnit} from './plain-units.ts';

/** Whether the character at the offset is a space that hangs at the end of a row; a no-break space is none. */
export function hangs(text: string, offset: number): boolean {
	const unit = text.charCodeAt(offset);
	return unit === 0x20 || unit === 0x3000;
}

/**
 * Whether a line may be broken at the offset though there is no space: beside ideographs, kana, Hangul and
 * emoji, but not before what closes and not after what opens.
 */
export function mayBreakBetween(text: string, offset: number): boolean {
	if (offset === 0 || !(isWide(text, offset) || isWideBefore(text, offset))) return false;
	return !closing.includes(text.charAt(offset)) && !opening.includes(text.charAt(offset - 1));
}

const closing = '、。，．・：；？！ー々」』】〕〉》）］｝ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.;:?!)]}%\'"”’…';
const opening = '「『【〔〈《（［｛([{\'"“‘@#';

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
