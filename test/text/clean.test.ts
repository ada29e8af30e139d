import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {cleanLine, cleanProse} from '../../source/text/clean.ts';

/** Pieces that mean something to a terminal or to Unicode, mixed with plain text. */
const hostile = fc
	.array(
		fc.oneof(
			fc.constantFrom('\x1b', '[', ']', '\x9b', '\x9d', '\x90', '\x07', '\x1b\\', '\x9c', '31', 'm', ';', '\r', '\n'),
			fc.constantFrom('\t', '\u2028', '\x85', '\u200e', '\u202e', '\ufeff', '\0', '\x7f', '\ud83d', '\ude00', '\u200d'),
			fc.constantFrom('\u{1f3f4}', '\u{e0067}', '\u{e007f}', '\u{e0001}', '❤\ufe0f', 'a', ' '),
			fc.string({unit: 'binary'}),
		),
	)
	.map((pieces) => pieces.join(''));

describe('text made safe', () => {
	test.each([
		['a colour', 'a\x1b[1;31mb\x1b[0mc', 'abc'],
		['a colour in 8 bits', 'a\x9b31mb', 'ab'],
		['a private mode', '\x1b[?1049hx', 'x'],
		['a cursor shape, which has an intermediate byte', '\x1b[2 qx', 'x'],
		['a window title closed by BEL', 'a\x1b]0;title\x07b', 'ab'],
		['a link closed by ST', '\x1b]8;;https://example.org\x1b\\here\x1b]8;;\x1b\\', 'here'],
		['a control string in 8 bits', 'a\x9d0;title\x9cb', 'ab'],
		['a device control string', 'a\x1bPq#0\x1b\\b', 'ab'],
		['a character set', 'a\x1b(Bb', 'ab'],
		['a full reset', 'a\x1bcb', 'ab'],
		['a sequence that is cut off', 'a\x1b[31', 'a'],
		['an escape at the end', 'a\x1b', 'a'],
		['the marks around a paste', '\x1b[200~a\x1b[201~', 'a'],
		['bells, backspaces and NUL', 'a\x07\x08\0b', 'ab'],
		['a title that is never closed, but not what follows it', 'a\x1b]b c', 'ab c'],
		['overrides of direction', 'a\u202eb\u202c\u2066c\u2069\u200f\u061c', 'abc'],
		['a byte order mark', '\ufeffa', 'a'],
		['what has no width and no meaning here', 'bl\u200bame\u2060\u00ad', 'blame'],
		['text hidden in tag characters', 'a\u{e0068}\u{e0069}', 'a'],
	])('is rid of %s', (_what, text, clean) => {
		expect(cleanLine(text)).toBe(clean);
		expect(cleanProse(text)).toBe(clean);
	});

	test.each([
		['a family', '👨‍👩‍👧‍👦'],
		['a heart in colour', '❤️'],
		['a skin tone', '👍🏽'],
		['a flag', '🇫🇷'],
		['the flag of Scotland', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
		['combining marks', 'e\u0301'],
		['a non-joiner, which Persian needs', 'می\u200cخواهم'],
		['Hebrew', 'שלום'],
		['a no-break space', '12\u00a0%'],
	])('keeps %s', (_what, text) => {
		expect(cleanLine(text)).toBe(text);
		expect(cleanProse(text)).toBe(text);
	});

	test('shows half of a surrogate pair as a replacement character', () => {
		expect(cleanLine('a\ud83db')).toBe('a\ufffdb');
	});

	test('is one line, breaks and tabs a space, other spaces as typed', () => {
		expect(cleanLine('a\r\nb\n\n\tc\u2028d  e ')).toBe('a b c d  e ');
	});

	test('is prose with every break a line feed, tabs two spaces, trailing breaks as typed', () => {
		expect(cleanProse('a\r\nb\rc\u2029d\x85\te\n\n')).toBe('a\nb\nc\nd\n  e\n\n');
	});

	test('holds nothing that a terminal obeys, whatever came in', () => {
		fc.assert(
			fc.property(hostile, (text) => {
				expect(cleanLine(text)).not.toMatch(/[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
				expect(cleanProse(text)).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
				expect(cleanProse(text)).not.toMatch(/\p{Surrogate}/u);
			}),
		);
	});

	test('is not changed by cleaning it again', () => {
		fc.assert(
			fc.property(hostile, (text) => {
				expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
				expect(cleanProse(cleanProse(text))).toBe(cleanProse(text));
			}),
		);
	});

	test('reads printable text of any length at once, and a million openings too', () => {
		expect(cleanLine('\x1b]'.repeat(1_000_000))).toBe('');
		expect(cleanProse('\x9da'.repeat(1_000_000))).toBe('a'.repeat(1_000_000));
	});
});
