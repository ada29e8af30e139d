import fc from 'fast-check';
import {expect, test} from 'vitest';
import {visibleJson} from '../../source/text/visible-json.ts';

test('says the same, with nothing in it that is not seen', () => {
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), (text) => {
			const json = visibleJson(JSON.stringify({[text]: text}));
			expect(JSON.parse(json)).toEqual({[text]: text});
			expect(json).not.toMatch(/[\0-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/u);
		}),
	);
	expect(visibleJson('"Zoë 👩‍🚒 שלום"')).toBe('"Zoë 👩‍🚒 שלום"');
});
