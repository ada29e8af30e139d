import fc from 'fast-check';
import {expect, test} from 'vitest';
import {decodedText} from '../../../source/commands/import/decoded-text.ts';

/** Beginnings, middles and ends of characters, a byte order mark, and what is none of them. */
const pieces = [
	[0x41],
	[0xc3],
	[0xa9],
	[0xe2, 0x82],
	[0xac],
	[0xf0, 0x9f],
	[0x98],
	[0xed, 0xa0],
	[0xef, 0xbb, 0xbf],
	[0xff],
];

test('a text is the same wherever its bytes are cut, a broken one too', async () => {
	const bytes = fc.array(fc.constantFrom(...pieces), {maxLength: 12}).map((all) => all.flat());
	await fc.assert(
		fc.asyncProperty(bytes, fc.nat(40), fc.nat(40), async (all, one, other) => {
			const whole = Uint8Array.from(all);
			const [first, second] = [Math.min(one, other), Math.max(one, other)];
			const cut = [whole.subarray(0, first), whole.subarray(first, second), whole.subarray(second)];
			expect(await textOf(cut)).toBe(new TextDecoder().decode(whole));
		}),
		{numRuns: 1000},
	);
});

test.each(['utf-16le', 'utf-16be'])('a text of Windows in %s is read by its mark', async (encoding) => {
	const bytes = Buffer.from('\ufeffpaged', 'utf16le');
	expect(await textOf([encoding === 'utf-16le' ? bytes : bytes.swap16()])).toBe('paged');
});

async function textOf(chunks: readonly Uint8Array[]): Promise<string> {
	const given = (async function* () {
		yield* chunks;
	})();
	let text = '';
	for await (const part of decodedText(given, 'it')) text += part;
	return text;
}
