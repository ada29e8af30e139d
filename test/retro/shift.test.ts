import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {apply, inverse} from '../../source/retro/edit.ts';
import type {Retro} from '../../source/retro/record.ts';
import {shiftEntries, signedLength} from '../../source/retro/shift.ts';
import {orderedTimeline} from '../../source/retro/timeline.ts';
import type {Instant} from '../../source/time/instant.ts';
import {retros} from './arbitrary.ts';
import {completeRetro} from './complete-retro.ts';

const minute = 60_000;
const all = (retro: Retro): Set<string> => new Set(retro.timeline.map(({id}) => id));
const lengths = fc.integer({min: -100_000, max: 100_000}).map((seconds) => seconds * 1000);

function shifted(retro: Retro, ids: ReadonlySet<string>, by: number): Retro {
	const shift = shiftEntries(retro, ids, by);
	if (shift.kind === 'refused') throw new Error(shift.message);
	return shift.edit === undefined ? retro : apply(retro, shift.edit);
}

const withSome = retros.chain((retro) =>
	fc.record({
		retro: fc.constant(retro),
		ids: fc.subarray(retro.timeline.map(({id}) => id)).map((ids) => new Set(ids)),
	}),
);

describe('shifting entries', () => {
	test('moves those that are meant and leaves the others', () => {
		const after = shifted(completeRetro, new Set(['e2', 'e3']), -3 * minute);
		const timesOf = (retro: Retro) => retro.timeline.map(({at}) => at.slice(11, 16));
		const before = timesOf(completeRetro);
		const moved = timesOf(after);
		expect(moved.map((time, index) => time !== before[index])).toEqual([false, true, true, false, false]);
		expect(after.timeline[1]).toMatchObject({shifted: -180});
	});

	test('forwards and back again by the same is as if nothing had been', () => {
		fc.assert(
			fc.property(withSome, lengths, ({retro, ids}, by) => {
				expect(shifted(shifted(retro, ids, by), ids, -by)).toStrictEqual(retro);
			}),
		);
	});

	test('is one step that can be taken back', () => {
		fc.assert(
			fc.property(withSome, lengths, ({retro, ids}, by) => {
				const shift = shiftEntries(retro, ids, by);
				if (shift.kind === 'refused' || shift.edit === undefined) return;
				expect(apply(apply(retro, shift.edit), inverse(shift.edit))).toStrictEqual(retro);
			}),
		);
	});

	test('keeps their order and the times between them', () => {
		fc.assert(
			fc.property(withSome, lengths, ({retro, ids}, by) => {
				const meant = (from: Retro) => orderedTimeline(from).filter(({id}) => ids.has(id));
				const after = meant(shifted(retro, ids, by));
				const before = meant(retro);
				expect(after.map(({id}) => id)).toEqual(before.map(({id}) => id));
				expect(after.map(({at}, index) => Date.parse(at) - Date.parse(before[index]?.at ?? ''))).toEqual(
					before.map(() => by),
				);
			}),
		);
	});

	test('keeps what was typed, and how far it was moved since, in all', () => {
		const [first, ...others] = completeRetro.timeline;
		if (first === undefined) throw new Error('no entry');
		const retro = {...completeRetro, timeline: [{...first, typed: '2:51am PST'}, ...others]};
		const after = shifted(shifted(retro, all(retro), -3 * minute), all(retro), minute);
		expect(after.timeline[0]).toMatchObject({typed: '2:51am PST', shifted: -120});
	});

	test('out of the years that can be written is refused for all of them', () => {
		const [first, ...others] = completeRetro.timeline;
		if (first === undefined) throw new Error('no entry');
		const retro = {...completeRetro, timeline: [{...first, at: '9999-12-31T23:59:00Z' as Instant}, ...others]};
		expect(shiftEntries(retro, all(retro), 2 * minute)).toEqual({
			kind: 'refused',
			message: '+2m is out of reach',
		});
		expect(shiftEntries(retro, all(retro), 1e18).kind).toBe('refused');
	});

	test('by nothing changes nothing', () => {
		expect(shiftEntries(completeRetro, all(completeRetro), 0)).toMatchObject({edit: undefined});
		expect(shiftEntries(completeRetro, new Set(['nobody']), minute)).toMatchObject({edit: undefined, moves: []});
	});

	test('a length is said with its sign', () => {
		expect([-3 * minute, 90 * minute].map(signedLength)).toEqual(['-3m', '+1h 30m']);
	});
});
