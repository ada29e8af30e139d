import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {inexactness} from '../../../source/store/record/exactness.ts';

const judge = (text: string) => inexactness(text, JSON.parse(text));

describe('a text that JSON would change', () => {
	test.each(['9007199254740993', '12345678901234567890', '0.12345678901234567890123', '1e400', '-9007199254740993'])(
		'has a number like %s',
		(number) => {
			expect(judge(`{"a": [1, ${number}]}`)).toContain('a number that cannot be kept exactly');
		},
	);

	test.each(['{"a": 1, "a": 2}', '{"a": {"b": 1, "\\u0062": 2}}', '[{"x": 1, "y": 2, "x": 1}]'])(
		'has a name twice: %s',
		(text) => {
			expect(judge(text)).toBe('it holds two fields of the same name');
		},
	);
});

describe('a text that comes through', () => {
	test.each(['9007199254740992', '1.0', '1e3', '-0.50', '1E-7', '0', '-0', '123456789012345680000'])(
		'has a number like %s',
		(number) => {
			expect(judge(`{"a": ${number}}`)).toBeUndefined();
		},
	);

	test('has numbers and names in its strings', () => {
		expect(judge('{"a": "12345678901234567890, \\"a\\": 1e999", "b": ""}')).toBeUndefined();
	});

	test('is whatever JSON prints', () => {
		fc.assert(fc.property(fc.json(), (text) => judge(JSON.stringify(JSON.parse(text))) === undefined));
	});
});
