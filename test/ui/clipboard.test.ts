import {expect, test} from 'vitest';
import {clipboardSequence} from '../../source/ui/clipboard.ts';

test('the clipboard gets the text as UTF-8, whatever is in it', () => {
	const sequence = clipboardSequence('a\u0007 🎉\u001B');
	const [, encoded = ''] = /^\u001B\]52;c;([A-Za-z0-9+/=]*)\u0007$/.exec(sequence) ?? [];
	expect(Buffer.from(encoded, 'base64').toString('utf8')).toBe('a\u0007 🎉\u001B');
});
