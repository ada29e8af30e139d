import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {apply, inverse} from '../../source/retro/edit.ts';
import {givePhase, phaseAfter} from '../../source/retro/phase-cycle.ts';
import {type Phase, phases} from '../../source/retro/record.ts';
import {retros} from './arbitrary.ts';
import {completeRetro} from './complete-retro.ts';

const phaseOf = (retro: typeof completeRetro, id: string) => retro.timeline.find((entry) => entry.id === id)?.phase;

describe('the key that gives phases', () => {
	test('goes on from the latest phase that is given', () => {
		const timeline = completeRetro.timeline.slice(0, 3);
		expect(phaseAfter({...completeRetro, timeline}, undefined)).toBe('mitigated');
	});

	test('begins with the detection where the impact says when it started, else with the start', () => {
		expect(phaseAfter({...completeRetro, timeline: []}, undefined)).toBe('detected');
		const impact = {...completeRetro.impact, start: null};
		expect(phaseAfter({...completeRetro, timeline: [], impact}, undefined)).toBe('started');
	});

	test('goes through every phase that no other entry has, once, and ends with none', () => {
		fc.assert(
			fc.property(retros, (retro) => {
				const given = new Set(retro.timeline.map(({phase}) => phase));
				const seen: Phase[] = [];
				for (let phase = phaseAfter(retro, undefined); phase !== undefined; phase = phaseAfter(retro, phase)) {
					if (seen.length > phases.length) break;
					seen.push(phase);
				}
				expect(seen.toSorted()).toEqual(phases.filter((phase) => !given.has(phase)).toSorted());
			}),
		);
	});
});

describe('a phase', () => {
	test('is one moment: given to another entry it leaves the one that had it', () => {
		const edit = givePhase(completeRetro, 'e4', 'resolved');
		const after = edit && apply(completeRetro, edit);
		expect(after && [phaseOf(after, 'e4'), phaseOf(after, 'e5')]).toEqual(['resolved', undefined]);
		expect(edit && after && apply(after, inverse(edit))).toStrictEqual(completeRetro);
	});

	test('is taken away by giving none', () => {
		const edit = givePhase(completeRetro, 'e5', undefined);
		expect(edit && apply(completeRetro, edit).timeline.at(-1)).not.toHaveProperty('phase');
	});

	test('stays where it is given again', () => {
		const edit = givePhase(completeRetro, 'e5', 'resolved');
		expect(edit && apply(completeRetro, edit)).toStrictEqual(completeRetro);
	});
});
