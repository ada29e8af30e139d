import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {apply, type Edit, inverse} from '../../source/retro/edit.ts';
import {givePhasesInTurn, removeEntries} from '../../source/retro/marked-entries.ts';
import type {Retro} from '../../source/retro/record.ts';
import {retros} from './arbitrary.ts';
import {completeRetro} from './complete-retro.ts';

const bare: Retro = {
	...completeRetro,
	impact: {...completeRetro.impact, start: null},
	timeline: completeRetro.timeline.map(({phase: _phase, ...entry}) => entry),
};
const phasesOf = (retro: Retro) => retro.timeline.map(({phase}) => phase ?? '-');
const done = (retro: Retro, edit: Edit | undefined): Retro => (edit === undefined ? retro : apply(retro, edit));

const withSome = retros.chain((retro) =>
	fc.record({
		retro: fc.constant(retro),
		ids: fc.subarray(retro.timeline.map(({id}) => id)).map((ids) => new Set(ids)),
	}),
);

describe('the phases of several entries', () => {
	test('are given in turn, the earliest entry first', () => {
		const after = done(bare, givePhasesInTurn(bare, new Set(['e4', 'e1', 'e2'])));
		expect(phasesOf(after)).toEqual(['started', 'detected', '-', 'acknowledged', '-']);
	});

	test('go one further each time, run out, and end with none', () => {
		const ids = new Set(['e1', 'e2']);
		const seen: string[][] = [];
		let now = bare;
		for (let turn = 0; turn < 7; turn++) {
			now = done(now, givePhasesInTurn(now, ids));
			seen.push(phasesOf(now).slice(0, 2));
		}
		expect(seen.slice(0, 2)).toEqual([
			['started', 'detected'],
			['detected', 'acknowledged'],
		]);
		expect(seen.slice(5)).toEqual([
			['resolved', '-'],
			['-', '-'],
		]);
	});

	test('leave alone what the other entries have', () => {
		const retro = {...bare, timeline: bare.timeline.map((entry) => ({...entry}))};
		const held = done(retro, givePhasesInTurn(retro, new Set(['e3'])));
		const after = done(held, givePhasesInTurn(held, new Set(['e4', 'e5'])));
		expect(phasesOf(after)).toEqual(['-', '-', 'started', 'detected', 'acknowledged']);
	});

	test('are each given to one entry at most, and can be taken back', () => {
		fc.assert(
			fc.property(withSome, ({retro, ids}) => {
				const edit = givePhasesInTurn(retro, ids);
				const after = done(retro, edit);
				const own = after.timeline.filter(({id}) => ids.has(id)).flatMap(({phase}) => phase ?? []);
				const others = after.timeline.filter(({id}) => !ids.has(id)).map(({phase}) => phase);
				expect(new Set(own).size).toBe(own.length);
				expect(own.filter((phase) => others.includes(phase))).toEqual([]);
				if (edit !== undefined) expect(apply(after, inverse(edit))).toStrictEqual(retro);
			}),
		);
	});
});

test('several entries are taken away and brought back to their places in one step', () => {
	fc.assert(
		fc.property(withSome, ({retro, ids}) => {
			const edit = removeEntries(retro, ids);
			const after = done(retro, edit);
			expect(after.timeline).toEqual(retro.timeline.filter(({id}) => !ids.has(id)));
			if (edit !== undefined) expect(apply(after, inverse(edit))).toStrictEqual(retro);
		}),
	);
});
