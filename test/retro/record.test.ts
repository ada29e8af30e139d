import fc from 'fast-check';
import {parse, safeParse} from 'valibot';
import {describe, expect, test} from 'vitest';
import {retroSchema} from '../../source/retro/record.ts';
import {retros} from './arbitrary.ts';
import {completeRetro} from './complete-retro.ts';

describe('a record', () => {
	test('is read as it was written, with what a newer version added', () => {
		fc.assert(
			fc.property(retros, (retro) => {
				expect(parse(retroSchema, JSON.parse(JSON.stringify(retro)))).toStrictEqual(retro);
			}),
		);
		const [entry] = completeRetro.timeline;
		const newer = {...completeRetro, labels: ['eu'], timeline: [{...entry, author: 'ada'}]};
		expect(parse(retroSchema, newer)).toStrictEqual(newer);
	});

	test.each([
		['a version that is not ours', {schemaVersion: 2}],
		['an id that could leave its directory', {id: '../secrets'}],
		['an id that is empty', {id: ''}],
		['a day that does not exist', {date: '2026-02-30'}],
		['a time that is not UTC', {createdAt: '2026-11-20T10:05:00+02:00'}],
		['a severity that the guide does not know', {severity: 'SEV9'}],
		['a list that is none', {timeline: {}}],
		['an entry without an id', {timeline: [{at: '2026-11-20T10:05:00Z', text: 'a'}]}],
		['a phase that is none', {timeline: [{id: 'a', at: '2026-11-20T10:05:00Z', text: 'a', phase: 'over'}]}],
		['a missing title', {title: undefined}],
	])('is refused with %s', (_what, part) => {
		expect(safeParse(retroSchema, {...completeRetro, ...part}).success).toBe(false);
	});
});
