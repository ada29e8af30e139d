import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {columnsOf, offsetOf, padEnd, truncate, walkGraphemes} from '../../source/text/columns.ts';
import {boundaries, graphemes, prose} from './texts.ts';

describe('the width of a text', () => {
	test('is what string-width says, and so what Ink lays out', () => {
		fc.assert(
			fc.property(prose, (text) => {
				expect(columnsOf(text)).toBe(stringWidth(text));
			}),
		);
	});

	test.each([
		['', 0],
		['plain', 5],
		['naïve — “x”', 11],
		['漢字', 4],
		['👨‍👩‍👧‍👦', 2],
		['🇫🇷', 2],
		['e\u0301', 1],
		['1️⃣', 2],
	])('of %j is %i', (text, columns) => {
		expect(columnsOf(text)).toBe(columns);
	});
});

describe('a text cut to a width', () => {
	test('is left alone where it fits', () => {
		expect(truncate('abc', 3)).toBe('abc');
	});

	test('ends in an ellipsis', () => {
		expect(truncate('abcdef', 4)).toBe('abc…');
		expect(truncate('abcdef', 4, '...')).toBe('a...');
	});

	test('does not show half of a wide character', () => {
		expect(truncate('漢字漢字', 4)).toBe('漢…');
	});

	test('has as much of the ellipsis as there is room for', () => {
		expect(truncate('abcdef', 2, '...')).toBe('..');
		expect(truncate('abcdef', 0)).toBe('');
		expect(truncate('abcdef', -1)).toBe('');
	});

	test('is never wider than asked for, and cut between graphemes', () => {
		fc.assert(
			fc.property(prose, fc.nat(20), (text, columns) => {
				expect(columnsOf(truncate(text, columns))).toBeLessThanOrEqual(columns);
				expect(boundaries(text)).toContain(truncate(text, columns, '').length);
			}),
		);
	});
});

test('a text is padded to a width, not to a length', () => {
	expect(padEnd('漢', 4)).toBe('漢  ');
	expect(padEnd('abcd', 2)).toBe('abcd');
});

test('the offset at a width is the last boundary that is no further', () => {
	expect(offsetOf('a漢b', 2)).toBe(1);
	expect(offsetOf('a漢b', 3)).toBe(2);
	expect(offsetOf('a漢b', 99)).toBe(3);
});

test('graphemes are visited in order until the visitor has enough', () => {
	fc.assert(
		fc.property(prose, fc.nat(10), (text, enough) => {
			const seen: string[] = [];
			walkGraphemes(text, (start, end) => seen.push(text.slice(start, end)) <= enough);
			expect(seen).toEqual(graphemes(text).slice(0, enough + 1));
		}),
	);
});
