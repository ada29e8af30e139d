import fc from 'fast-check';
import {expect, test} from 'vitest';
import {PlainSegmenter} from '../../.tooling/plugins/plain-segmenter.mjs';

/** Text made of what is plain, of what joins its neighbours, and of anything. */
const text = fc
	.array(
		fc.oneof(
			fc.string({unit: 'grapheme-ascii'}),
			fc.string({unit: 'binary'}),
			fc.constantFrom('\r', '\n', '\u001B', '\u0301', '\u200D', '\uFE0F', '❯', '─', '✓', '❤️', '👩‍💻', '🇩🇪', 'é', '각'),
		),
	)
	.map((parts) => parts.join(''));

test('text is cut into the same graphemes as by Intl.Segmenter', () => {
	fc.assert(
		fc.property(text, (input) => {
			expect([...new PlainSegmenter().segment(input)]).toEqual([...new Intl.Segmenter().segment(input)]);
		}),
	);
});

test('each pair of characters up to the symbols is cut as by Intl.Segmenter', () => {
	const [ours, theirs] = [new PlainSegmenter(), new Intl.Segmenter()];
	const characters = Array.from({length: 0x2c_00}, (_, code) => String.fromCharCode(code));
	const neighbours = ['a', '\u0301', '\u200D', '❤', '\r', '\n'];
	const differing = characters.filter((character) => {
		const pairs = [...neighbours, character].map((other) => `${character}${other} ${other}${character}`);
		return pairs.some((pair) => count(ours, pair) !== count(theirs, pair));
	});
	expect(differing).toEqual([]);
});

test('the grapheme at a place is the one that Intl.Segmenter finds there', () => {
	fc.assert(
		fc.property(text, fc.nat(20), (input, index) => {
			expect(new PlainSegmenter('en').segment(input).containing(index)).toEqual(
				new Intl.Segmenter('en').segment(input).containing(index),
			);
		}),
	);
});

test('words are left to Intl.Segmenter', () => {
	const options = {granularity: 'word'} as const;
	const [ours, theirs] = [new PlainSegmenter('en', options), new Intl.Segmenter('en', options)];
	expect([...ours.segment('two words')]).toEqual([...theirs.segment('two words')]);
	expect(ours.resolvedOptions()).toEqual(theirs.resolvedOptions());
});

function count(segmenter: {segment(input: string): Intl.Segments}, input: string): number {
	return [...segmenter.segment(input)].length;
}
