import fc from 'fast-check';
import {expect, test} from 'vitest';
import {arrayPieces, isLongArray} from '../../source/importers/json-array.ts';

const value = fc.oneof(
	fc.constantFrom('},{', '}\n  },\n  {', '","', '\\"},{\\"', ']'),
	fc.integer(),
	fc.array(fc.record({a: fc.constantFrom('},{', 'x')}), {maxLength: 3}),
	fc.string({unit: 'binary', maxLength: 20}),
);
const record = fc.dictionary(fc.constantFrom('ts', 'text', 'blocks', '},{"ts'), value, {maxKeys: 4});

test('a long array comes in pieces that make up all of it, however it is laid out', () => {
	fc.assert(
		fc.property(
			fc.array(record, {minLength: 1, maxLength: 12}),
			fc.constantFrom(undefined, 1, 4, '\t'),
			fc.constantFrom('', '\n', '  \n\n'),
			(records, indent, around) => {
				// As long as an export is, of records that follow each other again and again.
				const times = Math.ceil(1_200_000 / (JSON.stringify(records).length - 1));
				const all = Array.from({length: times}, () => records).flat();
				const text = `${around}${JSON.stringify(all, null, indent)}${around}`;
				expect(isLongArray(text)).toBe(true);
				const pieces = [...arrayPieces(text)];
				// Compared as text: there are hundreds of thousands of them.
				expect(JSON.stringify(pieces.flat()) === JSON.stringify(all)).toBe(true);
			},
		),
		{numRuns: 15},
	);
});

const messages = Array.from({length: 12_000}, (_, index) => ({
	ts: `${1_795_169_100 + index}.000100`,
	type: 'message',
	text: `m${index}`.padEnd(80, 'x'),
	files: [{id: 'a'}, {id: 'b'}],
}));

test.each([undefined, 4])('a piece holds no more than a part of it (indent %s)', (indent) => {
	const pieces = [...arrayPieces(JSON.stringify(messages, null, indent))];
	expect(pieces.length).toBeGreaterThan(4);
	expect(pieces.flat()).toEqual(messages);
});

test('what was read up to a mistake stands', () => {
	const text = JSON.stringify(messages).replace('"ts":"1795180000', '"ts":1795180000');
	const read = [...arrayPieces(text)].flat();
	expect(read.length).toBeGreaterThan(0);
	expect(read).toEqual(messages.slice(0, read.length));
});

test('a text that is short, of one object or without its end is no long array', () => {
	const text = JSON.stringify(messages);
	expect(isLongArray(text)).toBe(true);
	expect(isLongArray(text.slice(0, -1))).toBe(false);
	expect(isLongArray(`{"messages":${text}}`)).toBe(false);
	expect(isLongArray('[{"a":1}]')).toBe(false);
});
