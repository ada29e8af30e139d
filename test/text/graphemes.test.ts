import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {walkGraphemes} from '../../source/text/columns.ts';
import {boundaryAfter, boundaryBefore, boundaryFrom} from '../../source/text/graphemes.ts';
import {cellsOfUnit, isSureBoundary, notPlain} from '../../source/text/plain-units.ts';
import {boundaries, graphemes, prose} from './texts.ts';

const plain = Array.from({length: 0x10000}, (_, unit) => unit).filter((unit) => cellsOfUnit(unit) !== notPlain);

describe('a plain unit', () => {
	test('has the width that string-width measures', () => {
		const wrong = plain.filter((unit) => stringWidth(String.fromCharCode(unit)) !== cellsOfUnit(unit));
		expect(wrong.map((unit) => unit.toString(16))).toEqual([]);
	});

	test('is a grapheme of its own beside any other', () => {
		fc.assert(
			fc.property(fc.constantFrom(...plain), fc.constantFrom(...plain), (one, other) => {
				expect(graphemes(String.fromCharCode(one, other))).toHaveLength(2);
			}),
		);
	});

	test('is most of what is written in Latin, Greek, Cyrillic, Chinese, Japanese and Korean', () => {
		for (const unit of 'Rollback of cache-3 at 10:05 — “slow” … δοκιμή проверка 漢字かな한글') {
			expect(cellsOfUnit(unit.charCodeAt(0))).not.toBe(notPlain);
		}
	});
});

describe('a grapheme boundary', () => {
	test('that is sure without the segmenter is one for the segmenter, behind any character', () => {
		const units = Array.from({length: 0xd800}, (_, unit) => String.fromCharCode(unit));
		const wrong = units.filter((unit) => isSureBoundary(`${unit}a`, 1) && graphemes(`${unit}a`).length !== 2);
		expect(wrong.map((unit) => unit.charCodeAt(0).toString(16))).toEqual([]);
	});

	test('is found in a long stretch of joined marks and of flags', () => {
		for (const text of [
			`a${'\u0301'.repeat(2000)}b`,
			'🇫🇷'.repeat(700),
			`a${'🇫🇷'.repeat(700)}`,
			`ab\u0301${'🇫🇷'.repeat(700)}`,
			'ภาษา'.repeat(400),
		]) {
			const ends: number[] = [];
			walkGraphemes(text, (_start, end) => ends.push(end) > 0);
			expect([0, ...ends]).toEqual(boundaries(text));
		}
	});

	test('is found from its neighbours as the segmenter finds it in the whole text', () => {
		fc.assert(
			fc.property(prose, (text) => {
				const all = boundaries(text);
				for (const [index, offset] of all.entries()) {
					expect(boundaryAfter(text, offset)).toBe(all[index + 1] ?? text.length);
					expect(boundaryBefore(text, offset)).toBe(all[index - 1] ?? 0);
				}
				for (let offset = 0; offset <= text.length; offset++) {
					expect(boundaryFrom(text, offset)).toBe(all.find((boundary) => boundary >= offset));
				}
			}),
		);
	});

	test('is so for any text', () => {
		fc.assert(
			fc.property(fc.string({unit: 'binary'}), (text) => {
				const all = boundaries(text);
				expect(all.map((offset) => boundaryFrom(text, offset))).toEqual(all);
				expect(all.slice(0, -1).map((offset) => boundaryAfter(text, offset))).toEqual(all.slice(1));
			}),
		);
	});

	test('lies in the text, whatever offset was given', () => {
		expect(boundaryFrom('abc', -5)).toBe(0);
		expect(boundaryFrom('abc', 99)).toBe(3);
	});
});
