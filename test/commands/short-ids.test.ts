import fc from 'fast-check';
import {expect, test} from 'vitest';
import {shortIds} from '../../source/commands/short-ids.ts';

test('an id is cut behind the word that tells it from the others', () => {
	const ids = ['2026-11-20-checkout-latency-k3x9', '2026-11-20-checkout-errors-p4d8', '2026-11-21-disk-full-b2m5'];
	expect([...shortIds(ids).values()]).toEqual([
		'2026-11-20-checkout-errors',
		'2026-11-20-checkout-latency',
		'2026-11-21',
	]);
});

test('what is left always begins one id only, or is a whole id', () => {
	const word = fc.constantFrom('a', 'ab', 'b', 'deploy');
	const id = fc.array(word, {minLength: 1, maxLength: 6}).map((words) => `2026-11-20-${words.join('-')}`);
	fc.assert(
		fc.property(fc.uniqueArray(id, {maxLength: 8}), (ids) => {
			for (const [whole, short] of shortIds(ids)) {
				expect(whole.startsWith(short)).toBe(true);
				if (short !== whole) expect(ids.filter((other) => other.startsWith(short))).toEqual([whole]);
			}
		}),
	);
});
