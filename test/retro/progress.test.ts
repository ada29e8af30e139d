import {describe, expect, test} from 'vitest';
import {gapsOf} from '../../source/retro/gaps.ts';
import {newRetro} from '../../source/retro/new-retro.ts';
import {progressOf} from '../../source/retro/progress.ts';
import type {Retro} from '../../source/retro/record.ts';
import {steps} from '../../source/retro/steps.ts';
import {at, completeRetro, today} from './complete-retro.ts';

const progress = (retro: Retro) => progressOf(retro, gapsOf(retro, today), []);
const statesOf = (retro: Retro) => steps.map((step) => progress(retro)[step].state);

test('a new retro is empty on every step', () => {
	expect(new Set(statesOf(newRetro({id: 'a', now: at('10:00')})))).toEqual(new Set(['empty']));
});

test('a complete retro is complete on every step', () => {
	expect(new Set(statesOf(completeRetro))).toEqual(new Set(['complete']));
});

describe('a step', () => {
	test('is begun while something blocks it, and with it the review is not complete', () => {
		const untimed = {...completeRetro, impact: {...completeRetro.impact, end: null}};
		expect(progress(untimed).impact.state).toBe('begun');
		expect(progress(untimed).review.state).toBe('empty');
	});

	test('is complete where only advice is left', () => {
		const vague = {...completeRetro, impact: {...completeRetro.impact, users: 'many customers'}};
		expect(progress(vague).impact.state).toBe('complete');
	});

	test('is begun with one thing said of it', () => {
		const blank = newRetro({id: 'a', now: at('10:00')});
		expect(progress({...blank, title: 'Site crash'}).details.state).toBe('begun');
		expect(progress({...blank, impact: {...blank.impact, users: '5'}}).impact.state).toBe('begun');
		const asked = {...blank, contributingFactors: [{id: 'f', text: 'A sale'}]};
		expect(progress(asked)['root-cause'].state).toBe('begun');
	});

	test('counts the findings that stand on it', () => {
		const found = progressOf(completeRetro, [], [{step: 'summary'}, {step: 'summary'}, {step: 'timeline'}]);
		expect([found.summary.findings, found.timeline.findings, found.impact.findings]).toEqual([2, 1, 0]);
	});
});
