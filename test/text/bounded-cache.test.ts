import {expect, test} from 'vitest';
import {remembered} from '../../source/text/bounded-cache.ts';

/** A remembered function, and the texts that it had to compute. */
function counted(budget: number): {lengthOf: (text: string) => number; computed: string[]} {
	const computed: string[] = [];
	const lengthOf = remembered(budget, (text) => {
		computed.push(text);
		return text.length;
	});
	return {lengthOf, computed};
}

test('a text is computed once', () => {
	const {lengthOf, computed} = counted(100);
	expect([lengthOf('one'), lengthOf('two'), lengthOf('one')]).toEqual([3, 3, 3]);
	expect(computed).toEqual(['one', 'two']);
});

test('what is asked for again and again is kept, whatever comes between', () => {
	const {lengthOf, computed} = counted(100);
	for (let index = 0; index < 1000; index++) {
		lengthOf('kept');
		lengthOf(`passing ${index}`);
	}
	expect(computed.filter((text) => text === 'kept')).toEqual(['kept']);
});

test('what has not been asked for in a long while is forgotten', () => {
	const {lengthOf, computed} = counted(100);
	lengthOf('old');
	for (let index = 0; index < 100; index++) lengthOf(`passing ${index}`);
	lengthOf('old');
	expect(computed.filter((text) => text === 'old')).toEqual(['old', 'old']);
});
