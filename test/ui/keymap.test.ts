import {expect, test} from 'vitest';
import {bindingsOf, chordLabel, commandOf, keymap} from '../../source/ui/keymap.ts';

test('no chord means two things in one context', () => {
	const chords = keymap.flatMap(({context, chords: own}) => own.map((chord) => `${context} ${chord}`));
	expect(chords).toEqual([...new Set(chords)]);
});

test('the same chord may mean another thing in another context', () => {
	expect(commandOf('text', 'alt+d')).toBe('delete-word-forward');
	expect(commandOf('list', 'alt+d')).toBe('done');
	expect(commandOf('walk', 'alt+d')).toBeUndefined();
});

test('each of the eight steps has a key', () => {
	expect([1, 2, 3, 4, 5, 6, 7, 8].map((number) => commandOf('walk', `alt+${number}`))).toEqual(
		[1, 2, 3, 4, 5, 6, 7, 8].map((number) => `step-${number}`),
	);
});

test('chords are shown as people write them', () => {
	expect(['ctrl+r', 'pagedown', 'e', 'alt+enter'].map(chordLabel)).toEqual(['Ctrl+R', 'PgDn', 'e', 'Alt+Enter']);
});

test('a footer cannot ask for a command that no key has', () => {
	expect(() => bindingsOf(['teleport'])).toThrow('teleport');
});

test('every label fits a footer and every description says something', () => {
	for (const {label, about} of keymap) {
		expect(label.split(' ').length, label).toBeLessThanOrEqual(3);
		expect(about.length, label).toBeGreaterThan(3);
	}
});
