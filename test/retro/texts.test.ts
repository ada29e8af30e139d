import {describe, expect, test} from 'vitest';
import {fieldNames, listNames} from '../../source/retro/fields.ts';
import {newRetro} from '../../source/retro/new-retro.ts';
import {documentTexts, stepOf} from '../../source/retro/texts.ts';
import {at, completeRetro} from './complete-retro.ts';

describe('the texts of the document', () => {
	test('come in its order: the timeline by the clock, the whys by their chain', () => {
		const shuffled = {
			...completeRetro,
			timeline: completeRetro.timeline.toReversed(),
			whys: completeRetro.whys.toReversed(),
		};
		const paths = documentTexts(completeRetro).map(({path}) => path);
		expect(documentTexts(shuffled).map(({path}) => path)).toEqual(paths);
		expect(paths.slice(0, 7)).toEqual([
			'title',
			'summary',
			'impact.users',
			'impact.revenue',
			'impact.data',
			'timeline:e1.text',
			'timeline:e2.text',
		]);
		expect(paths.slice(-3)).toEqual(['lessons.gotLucky:l1.text', 'actions:x1.text', 'actions:x2.text']);
	});

	test('are all that people wrote as prose, and no names, owners or dates', () => {
		const written = documentTexts(completeRetro).map(({text}) => text);
		expect(written).toContain('Why did the CPU spike?');
		expect(written).toContain('The release coincided with a sale');
		expect(written.join(' ')).not.toMatch(/Ada|Grace|@infra-team|2026/);
	});

	test('leave out what is empty', () => {
		expect(documentTexts(newRetro({id: 'a', now: at('10:00'), title: ' '}))).toEqual([]);
	});

	test('are one line each, but for the summary', () => {
		const prose = documentTexts(completeRetro).filter(({format}) => format === 'prose');
		expect(prose.map(({path}) => path)).toEqual(['summary']);
	});

	test('stand on the step that their path leads to', () => {
		for (const {path, step} of documentTexts(completeRetro)) expect(stepOf(path)).toBe(step);
	});

	test('are the same objects for the entries that an edit has not touched', () => {
		const [first, ...others] = completeRetro.timeline;
		if (first === undefined) throw new Error('an entry at least');
		const edited = {...completeRetro, timeline: [{...first, text: 'Edited'}, ...others]};
		const before = documentTexts(completeRetro).filter(({step}) => step === 'timeline');
		const after = documentTexts(edited).filter(({step}) => step === 'timeline');
		expect(after[0]?.text).toBe('Edited');
		for (const [index, text] of after.slice(1).entries()) expect(text).toBe(before[index + 1]);
	});
});

test('every field and list is edited on a step', () => {
	const stepsOfAll = Object.fromEntries([...fieldNames, ...listNames].map((name) => [name, stepOf(name)]));
	expect(stepsOfAll).toMatchObject({
		title: 'details',
		services: 'details',
		summary: 'summary',
		'impact.data': 'impact',
		timeline: 'timeline',
		contributingFactors: 'root-cause',
		'lessons.gotLucky': 'lessons',
		actions: 'actions',
	});
	expect(stepOf('whys:w1.answer')).toBe('root-cause');
});
