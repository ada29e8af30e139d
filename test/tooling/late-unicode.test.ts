import {expect, test} from 'vitest';
import {emojiMark, rgiEmoji} from '../../.tooling/plugins/late-unicode.mjs';

test('no emoji is missed by the small set that is asked first', () => {
	const expression = new RegExp(rgiEmoji, 'v');
	const mark = new RegExp(emojiMark, 'u');
	const letters = Array.from({length: 0x2_20_00}, (_, code) => String.fromCodePoint(code));
	const tones = ['', '\uFE0F', '\uFE0F\u20E3', '\u{1F3FD}', '\u{1F1E6}', '\u200D♂\uFE0F', '\u200D💻'];
	const emoji = letters.flatMap((letter) => tones.map((tone) => letter + tone)).filter((text) => expression.test(text));
	expect(emoji.length).toBeGreaterThan(1500);
	expect(emoji.filter((text) => !mark.test(text))).toEqual([]);
});
