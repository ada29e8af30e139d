import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {differences} from '../../source/retro/differences.ts';
import {apply, type Edit, inverse} from '../../source/retro/edit.ts';
import type {Retro} from '../../source/retro/record.ts';
import {editOf, intents, retros} from './arbitrary.ts';
import {completeRetro} from './complete-retro.ts';

/** A later version of a retro, or another one altogether. */
const pairs: fc.Arbitrary<[Retro, Retro]> = fc.oneof(
	fc.tuple(retros, retros),
	fc.tuple(retros, fc.array(intents, {maxLength: 6})).map(([retro, several]): [Retro, Retro] => {
		let now = retro;
		for (const intent of several) {
			const edit = editOf(now, intent, apply);
			if (edit !== undefined) now = apply(now, edit);
		}
		return [retro, now];
	}),
);

function edited(retro: Retro, edits: readonly Edit[]): Retro {
	return edits.reduce(apply, retro);
}

function asWrittenIn({createdAt, updatedAt}: Retro, retro: Retro): Retro {
	return {...retro, createdAt, updatedAt};
}

/** A retro whose contributing factors have these ids, in this order. */
function reordered(...order: string[]): Retro {
	return {...completeRetro, contributingFactors: order.map((id) => ({id, text: id}))};
}

describe('the differences of two retros', () => {
	test('make the one into the other', () => {
		fc.assert(
			fc.property(pairs, ([was, now]) => {
				expect(edited(was, differences(was, now))).toStrictEqual(asWrittenIn(was, now));
			}),
			{numRuns: 500},
		);
	});

	test('are taken back one by one', () => {
		fc.assert(
			fc.property(pairs, ([was, now]) => {
				const back = differences(was, now).map(inverse).reverse();
				expect(edited(asWrittenIn(was, now), back)).toStrictEqual(was);
			}),
		);
	});

	test('survive a journey through JSON', () => {
		fc.assert(
			fc.property(pairs, ([was, now]) => {
				const edits = differences(was, now);
				expect(JSON.parse(JSON.stringify(edits))).toStrictEqual(edits);
			}),
		);
	});

	test('of a retro and itself are none', () => {
		fc.assert(
			fc.property(retros, (retro) => {
				expect(differences(retro, structuredClone(retro))).toEqual([]);
			}),
		);
	});

	test('say what was done: an entry added, another changed, one taken away', () => {
		const was = reordered('a', 'b', 'c');
		const now = {
			...was,
			contributingFactors: [{id: 'b', text: 'other'}, ...was.contributingFactors.slice(2), {id: 'd', text: 'd'}],
		};
		expect(differences(was, now)).toEqual([
			{type: 'remove', list: 'contributingFactors', item: {id: 'a', text: 'a'}, after: null},
			{type: 'insert', list: 'contributingFactors', item: {id: 'd', text: 'd'}, after: 'c'},
			{type: 'change', list: 'contributingFactors', id: 'b', to: {text: 'other'}, was: {text: 'b'}},
		]);
	});

	test('say a part that was taken away as such', () => {
		const [entry, ...others] = completeRetro.timeline;
		if (entry === undefined) throw new Error('no entry');
		const {phase: _phase, ...rest} = {...entry, phase: 'detected' as const};
		const was = {...completeRetro, timeline: [{...rest, phase: 'detected' as const}, ...others]};
		const edits = differences(was, {...completeRetro, timeline: [rest, ...others]});
		expect(edits).toEqual([
			{type: 'change', list: 'timeline', id: entry.id, to: {}, was: {phase: 'detected'}, without: ['phase']},
		]);
	});

	test.each([
		['one goes to the top', ['e', 'a', 'b', 'c', 'd'], 1],
		['one goes to the end', ['b', 'c', 'd', 'e', 'a'], 1],
		['two change places', ['b', 'a', 'c', 'd', 'e'], 1],
		['all are turned round', ['e', 'd', 'c', 'b', 'a'], 4],
	])('move no item more than needed: %s', (_name, order, moves) => {
		const edits = differences(reordered('a', 'b', 'c', 'd', 'e'), reordered(...order));
		expect(edits.map(({type}) => type)).toEqual(Array(moves).fill('move'));
	});

	test('tell the template, the fields of a newer version and what could not be merged', () => {
		const was = {...completeRetro, template: 'guide', 'impact.start': 1};
		const now: Retro = {
			...completeRetro,
			impact: {...completeRetro.impact, regions: ['eu', 'us']},
			mood: null,
			conflicts: {severity: {here: 'SEV1', elsewhere: ['SEV2']}},
		};
		expect(edited(was, differences(was, now))).toStrictEqual(now);
		expect(edited(now, differences(now, was))).toStrictEqual(was);
	});

	test('are exact even where somebody copied an entry with its id', () => {
		const was = reordered('a', 'b');
		const now = reordered('a', 'b', 'a');
		expect(edited(was, differences(was, now))).toStrictEqual(now);
		expect(edited(now, differences(now, was))).toStrictEqual(was);
	});

	test('of thousands of entries are found at once', () => {
		const ids = Array.from({length: 5000}, (_, index) => `i${index}`);
		const was = reordered(...ids);
		const now = reordered(...ids.slice(0, 100), 'new', ...ids.slice(100));
		const started = performance.now();
		expect(differences(was, now)).toHaveLength(1);
		expect(performance.now() - started).toBeLessThan(500);
	});
});
