import type {Key} from 'ink';
import {describe, expect, test} from 'vitest';
import {chordOf, pressesOf} from '../../source/ui/press.ts';

const noKey: Key = {
	upArrow: false,
	downArrow: false,
	leftArrow: false,
	rightArrow: false,
	pageDown: false,
	pageUp: false,
	home: false,
	end: false,
	return: false,
	escape: false,
	ctrl: false,
	shift: false,
	tab: false,
	backspace: false,
	delete: false,
	meta: false,
	super: false,
	hyper: false,
	capsLock: false,
	numLock: false,
};

describe('what arrives from the keyboard', () => {
	test('a letter is text, a capital too', () => {
		expect(pressesOf('a', noKey)).toEqual([{kind: 'text', text: 'a'}]);
		expect(pressesOf('A', {...noKey, shift: true})).toEqual([{kind: 'text', text: 'A'}]);
	});

	test('a control chord is no text', () => {
		expect(pressesOf('w', {...noKey, ctrl: true})).toEqual([{kind: 'chord', chord: 'ctrl+w'}]);
	});

	test('Ctrl+C is Ctrl+C also on the heels of an Escape', () => {
		expect(pressesOf('c', {...noKey, ctrl: true, meta: true})).toEqual([{kind: 'chord', chord: 'ctrl+c'}]);
	});

	test('Alt with a letter or with Enter is a chord', () => {
		expect(pressesOf('P', {...noKey, meta: true, shift: true})).toEqual([{kind: 'chord', chord: 'alt+p'}]);
		expect(pressesOf('', {...noKey, return: true, meta: true})).toEqual([{kind: 'chord', chord: 'alt+enter'}]);
	});

	test('Shift+Tab and Alt+Up carry their modifiers', () => {
		expect(pressesOf('', {...noKey, tab: true, shift: true})).toEqual([{kind: 'chord', chord: 'shift+tab'}]);
		expect(pressesOf('', {...noKey, upArrow: true, meta: true})).toEqual([{kind: 'chord', chord: 'alt+up'}]);
	});

	test('a line feed is Ctrl+J', () => {
		expect(pressesOf('\n', noKey)).toEqual([{kind: 'chord', chord: 'ctrl+j'}]);
	});

	test('a line typed faster than it is read ends in an Enter of its own', () => {
		expect(pressesOf('1005 acked\r', noKey)).toEqual([
			{kind: 'text', text: '1005 acked'},
			{kind: 'chord', chord: 'enter'},
		]);
	});

	test('keys that are pressed faster than they are read stay keys', () => {
		expect(pressesOf('\r\r', noKey)).toEqual([
			{kind: 'chord', chord: 'enter'},
			{kind: 'chord', chord: 'enter'},
		]);
	});

	test('control chords that are pressed faster than they are read stay chords, also among letters', () => {
		expect(pressesOf('\u0005\u0015', noKey)).toEqual([
			{kind: 'chord', chord: 'ctrl+e'},
			{kind: 'chord', chord: 'ctrl+u'},
		]);
		expect(pressesOf('one\u0017two\r', noKey)).toEqual([
			{kind: 'text', text: 'one'},
			{kind: 'chord', chord: 'ctrl+w'},
			{kind: 'text', text: 'two'},
			{kind: 'chord', chord: 'enter'},
		]);
	});

	test('an Enter between two lines that are typed fast is a key', () => {
		expect(pressesOf('\r1047 back', noKey)).toEqual([
			{kind: 'chord', chord: 'enter'},
			{kind: 'text', text: '1047 back'},
		]);
	});

	test('a long chunk with a line break inside can only have been pasted', () => {
		const text = `${'one '.repeat(10)}\rtwo\r`;
		expect(pressesOf(text, noKey)).toEqual([{kind: 'paste', text}]);
	});

	test('a key that Ink does not know is nothing', () => {
		expect(pressesOf('', noKey)).toEqual([]);
	});

	test('a released key is nothing', () => {
		expect(pressesOf('a', {...noKey, eventType: 'release'})).toEqual([]);
	});

	test('where no text is taken a typed letter is a chord, a pasted text is none', () => {
		expect(chordOf({kind: 'text', text: 'e'})).toBe('e');
		expect(chordOf({kind: 'text', text: ' '})).toBe('space');
		expect(chordOf({kind: 'paste', text: 'e'})).toBeUndefined();
	});
});
