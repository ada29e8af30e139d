import {expect, test} from 'vitest';
import {drawable, themeFor} from '../../source/ui/theme.ts';

test('NO_COLOR and TERM=dumb take the colour away, FORCE_COLOR gives it back', () => {
	expect(themeFor({TERM: 'xterm', LANG: 'en_GB.UTF-8'}).styled).toBe(true);
	expect(themeFor({TERM: 'xterm', NO_COLOR: '1'}).styled).toBe(false);
	expect(themeFor({TERM: 'xterm', NO_COLOR: ''}).styled).toBe(true);
	expect(themeFor({TERM: 'dumb'}).styled).toBe(false);
	expect(themeFor({TERM: 'xterm', NO_COLOR: '1', FORCE_COLOR: '1'}).styled).toBe(true);
	expect(themeFor({TERM: 'xterm', FORCE_COLOR: '0'}).styled).toBe(false);
});

test('a console or a locale without Unicode gets plain characters', () => {
	const drawn = (env: Record<string, string>): string => Object.values(themeFor(env).glyphs).join('');
	const isPlain = (text: string): boolean => [...text].every((character) => character < '\u007F');
	expect(isPlain(drawn({TERM: 'linux', LANG: 'en_GB.UTF-8'}))).toBe(true);
	expect(isPlain(drawn({TERM: 'xterm', LANG: 'C'}))).toBe(true);
	expect(isPlain(drawn({TERM: 'xterm', LANG: 'en_GB.UTF-8'}))).toBe(false);
});

test('the signs of our own sentences are plain there too, and as they are elsewhere', () => {
	const sentence = '= 10:05 UTC · it’s “PDT” – wait…';
	expect(drawable(sentence, themeFor({TERM: 'linux'}).glyphs)).toBe('= 10:05 UTC | it\'s "PDT" - wait...');
	expect(drawable(sentence, themeFor({TERM: 'xterm'}).glyphs)).toBe(sentence);
});
