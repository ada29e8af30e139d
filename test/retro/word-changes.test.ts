import fc from 'fast-check';
import {expect, test} from 'vitest';
import {sentencesChanged, type WordPart, wordChanges} from '../../source/retro/word-changes.ts';

const text = fc
	.array(fc.constantFrom('down', 'slow', 'for', '40', 'minutes.', ' ', '\n', '  ', 'It', 'came'), {maxLength: 14})
	.map((words) => words.join(' '));

function without(parts: readonly WordPart[], kind: WordPart['kind']): string {
	return parts
		.filter((part) => part.kind !== kind)
		.map((part) => part.text)
		.join('');
}

test('what is the same and gone is the old wording, what is the same and new is the new one', () => {
	fc.assert(
		fc.property(text, text, (was, now) => {
			const parts = wordChanges(was, now);
			expect(without(parts, 'new')).toBe(was);
			expect(without(parts, 'gone')).toBe(now);
		}),
	);
});

test('texts that have little in common are shown whole', () => {
	const many = (word: string): string => Array.from({length: 3000}, (_, index) => `${word}${index}`).join(' ');
	expect(wordChanges(many('a'), many('b')).map(({kind}) => kind)).toEqual(['gone', 'new']);
});

test.each([
	['One. Two. Three.', 'One. Two. Three.', 0],
	['One. Two. Three.', 'One. Too. Three.', 1],
	['One. Two.', 'One. Two. Three. Four.', 2],
	['One. Two. Three.', 'Two.', 2],
	['One.\nTwo.', 'One.\n\nTwo.', 0],
])('from %j to %j so many sentences changed', (was, now, count) => {
	expect(sentencesChanged(was, now)).toBe(count);
});
