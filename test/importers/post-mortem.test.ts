import {describe, expect, test} from 'vitest';
import {renderDocument} from '../../source/export/document.ts';
import {readPostMortem} from '../../source/importers/post-mortem.ts';
import {newRetro, retroId} from '../../source/retro/new-retro.ts';
import type {CalendarDate, Instant} from '../../source/time/instant.ts';
import {example, guide} from '../export/sample.ts';

const now = '2026-12-01T10:00:00Z' as Instant;

describe('a document of our own', () => {
	test('gives its title, its day and its lessons back', () => {
		const read = readPostMortem(renderDocument(example, guide), now);
		expect(read).toMatchObject({title: example.title, date: example.date});
		const {wentWell, wentWrong, gotLucky} = example.lessons;
		expect(read?.wentWell).toEqual(wentWell.map(({text}) => text));
		expect(read?.wentWrong).toEqual(wentWrong.map(({text}) => text));
		expect(read?.gotLucky).toEqual(gotLucky.map(({text}) => text));
	});

	test('leaves out what nobody had written', () => {
		const id = retroId('2026-11-20' as CalendarDate, 'Disk full', 'k3x9p2');
		const read = readPostMortem(renderDocument(newRetro({id, now, title: 'Disk full'}), guide), now);
		expect(read).toMatchObject({title: 'Disk full', summary: '', wentWell: [], wentWrong: [], gotLucky: []});
	});
});

test('an item that asks opens a list, and the next item beside it closes it', () => {
	const text =
		'# API down\n\n* What went well?\n  * The alert\n* What we do next:\n  * Add a canary\n\n## Rest\n\n* More';
	expect(readPostMortem(text, now)).toMatchObject({wentWell: ['The alert'], wentWrong: []});
});

test.each([
	['# Postmortem: API down\n\nDate: 2026-11-20\n', 'API down', '2026-11-20'],
	['# Incident Post-Mortem Report – API down\n\n* **Incident date:** 2026-11-20\n', 'API down', '2026-11-20'],
	['# 2026-11-19 API down\n\n* Date: 2026-11-20\n', 'API down', '2026-11-19'],
	['# Post-mortem\n\n## Timeline\n\nDate: 2026-11-20\n', 'Post-mortem', undefined],
])('%j is called %s, of %s', (text, title, date) => {
	expect(readPostMortem(text, now)).toMatchObject({title, date});
});
