import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {apply, inverse} from '../../source/retro/edit.ts';
import type {Retro, Why} from '../../source/retro/record.ts';
import {chainEnds, longestChain, removeWhy, whyRows} from '../../source/retro/whys.ts';
import {retros} from './arbitrary.ts';
import {completeRetro} from './complete-retro.ts';

/** Whys from `id<parent`, all answered but those that end in `?`. */
function whysOf(...shapes: string[]): Why[] {
	return shapes.map((shape) => {
		const [id = '', parent = null] = shape.replace('?', '').split('<');
		return {id, question: `Why ${id}?`, answer: shape.endsWith('?') ? ' ' : `because ${id}`, parent, rootCause: false};
	});
}

const shapeOf = (whys: readonly Why[]) =>
	whyRows(whys).map(({why, depth, branch}) => `${why.id} depth ${depth} branch ${branch}`);

const withWhys = (whys: Why[]): Retro => ({...completeRetro, whys});

describe('the whys in reading order', () => {
	test('go down a chain, one deeper for each question', () => {
		expect(shapeOf(whysOf('b<a', 'a', 'c<b'))).toEqual([
			'a depth 1 branch 0',
			'b depth 2 branch 0',
			'c depth 3 branch 0',
		]);
	});

	test('end a chain before its branches come', () => {
		const forked = whysOf('a', 'b<a', 'x<a', 'c<b', 'y<x');
		expect(shapeOf(forked)).toEqual([
			'a depth 1 branch 0',
			'b depth 2 branch 0',
			'c depth 3 branch 0',
			'x depth 2 branch 1',
			'y depth 3 branch 1',
		]);
	});

	test('begin a chain with a why whose parent is gone', () => {
		expect(shapeOf(whysOf('b<gone', 'c<b'))).toEqual(['b depth 1 branch 0', 'c depth 2 branch 0']);
	});

	test('hold every why once, whatever the parents say', () => {
		expect(shapeOf(whysOf('a<b', 'b<a', 'self<self'))).toHaveLength(3);
		fc.assert(
			fc.property(retros, ({whys}) => {
				expect(new Set(whyRows(whys).map(({why}) => why))).toEqual(new Set(whys));
				expect(whyRows(whys)).toHaveLength(whys.length);
			}),
		);
	});

	test('hold both of two whys that a bad merge gave one id', () => {
		expect(whyRows(whysOf('a', 'a', 'b<a')).map(({why}) => why.id)).toEqual(['a', 'b', 'a']);
	});

	test('can be a chain of 20,000', () => {
		const chain = Array.from({length: 20_000}, (_, index) => (index === 0 ? 'w0' : `w${index}<w${index - 1}`));
		expect(longestChain(whysOf(...chain))).toBe(20_000);
	});
});

describe('the longest chain', () => {
	test('counts the questions that were answered', () => {
		expect(longestChain(whysOf('a', 'b<a', 'c<b?'))).toBe(2);
		expect(longestChain(whysOf('a', 'b<a?', 'c<b'))).toBe(2);
		expect(longestChain([])).toBe(0);
	});

	test('does not add the branches up', () => {
		expect(longestChain(whysOf('a', 'b<a', 'x<a', 'y<x', 'other'))).toBe(3);
	});
});

describe('the ends of the chains', () => {
	test('are one for each branch, in reading order', () => {
		const ends = chainEnds(whysOf('a', 'x<a', 'b<a', 'c<b', 'other'));
		expect(ends.map(({id}) => id)).toEqual(['x', 'c', 'other']);
	});

	test('are there for every chain, so that it can be asked on', () => {
		expect(chainEnds(whysOf('a<b', 'b<a')).map(({id}) => id)).toEqual(['b']);
	});
});

describe('a why that is taken away', () => {
	test('leaves what was asked out of it to the one before it', () => {
		const retro = withWhys(whysOf('a', 'b<a', 'c<b', 'd<b'));
		const edit = removeWhy(retro, 'b');
		const after = edit && apply(retro, edit);
		expect(after?.whys.map(({id, parent}) => [id, parent])).toEqual([
			['a', null],
			['c', 'a'],
			['d', 'a'],
		]);
		expect(edit && after && apply(after, inverse(edit))).toStrictEqual(retro);
	});

	test('makes first questions of those behind a first question', () => {
		const retro = withWhys(whysOf('a', 'b<a'));
		const edit = removeWhy(retro, 'a');
		expect(edit && apply(retro, edit).whys.map(({parent}) => parent)).toEqual([null]);
	});

	test('leaves no why that is asked out of itself', () => {
		const retro = withWhys(whysOf('a<b', 'b<a'));
		const edit = removeWhy(retro, 'a');
		expect(edit && apply(retro, edit).whys).toEqual([{...whysOf('b')[0]}]);
	});

	test('is undefined when it is not there', () => {
		expect(removeWhy(completeRetro, 'nowhere')).toBeUndefined();
	});
});
