import {expect, test} from 'vitest';
import data from '../../data/lint/literature.json' with {type: 'json'};
import {categories} from '../../source/lint/finding.ts';
import {literatureOf} from '../../source/lint/literature.ts';

test.each(categories)('%s rests on one to three sources, each with what matters of it', (category) => {
	const sources = literatureOf(category);
	expect(sources.length).toBeGreaterThanOrEqual(1);
	expect(sources.length).toBeLessThanOrEqual(3);
	expect(new Set(sources.map(({title}) => title)).size).toBe(sources.length);
	for (const {says, url} of sources) {
		expect(says).toMatch(/^[A-Z].*\.$/);
		if (url !== undefined) expect(new URL(url).protocol).toBe('https:');
	}
});

test('no source is listed that nothing rests on, and none lies in the future', () => {
	const used = new Set(Object.values(data.categories).flatMap((citations) => citations.map(({source}) => source)));
	expect(new Set(Object.keys(data.sources))).toEqual(used);
	for (const source of Object.values(data.sources)) {
		if ('year' in source) expect(source.year).toBeGreaterThan(1900);
	}
});
