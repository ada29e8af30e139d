import {describe, expect, test} from 'vitest';
import {apply, changeItem, setField} from '../../source/retro/edit.ts';
import {gapsOf} from '../../source/retro/gaps.ts';
import type {Retro} from '../../source/retro/record.ts';
import type {CalendarDate} from '../../source/time/instant.ts';
import {completeRetro} from './complete-retro.ts';

const today = '2026-11-20' as CalendarDate;

function gapsWith(
	conflicts: NonNullable<Retro['conflicts']>,
	retro: Retro = completeRetro,
): [string, string, string][] {
	return gapsOf({...retro, conflicts}, today).map(({path, step, message}) => [path, step, message]);
}

describe('what two people set apart from each other', () => {
	const {severity, title} = completeRetro;

	test('is a gap that tells both values and leads to the field', () => {
		expect(gapsWith({severity: {here: severity, elsewhere: ['SEV3']}})).toEqual([
			['severity', 'details', `Two values for the severity: ${severity} here, SEV3 from elsewhere`],
		]);
		expect(gapsWith({title: {here: title, elsewhere: []}})).toEqual([
			['title', 'details', 'Two wordings stand side by side in the title'],
		]);
	});

	test('is told shorter where both values are long', () => {
		const {start} = completeRetro.impact;
		const [[, , message] = []] = gapsWith({'impact.start': {here: start, elsewhere: ['2026-11-20T10:12:30Z']}});
		expect(message).toMatch(/^Two values for the start: [-\d]{10} [\d:]{5} or 2026-11-20 10:12:30$/);
	});

	test('is told of the entry that lost its phase', () => {
		const entry = completeRetro.timeline.find(({phase}) => phase === undefined);
		const path = `timeline:${entry?.id}.phase`;
		expect(gapsWith({[path]: {here: null, elsewhere: ['detected']}})).toEqual([
			[path, 'timeline', 'Another entry is marked as detected; this one was too'],
		]);
	});

	test('is no gap any more when the value is another, or its entry gone', () => {
		expect(gapsWith({severity: {here: 'near-miss', elsewhere: ['SEV3']}})).toEqual([]);
		expect(gapsWith({'timeline:gone.at': {here: null, elsewhere: ['2026-11-20T10:12:00Z']}})).toEqual([]);
	});

	test('is settled by setting it anew, to whichever of them', () => {
		const retro = {...completeRetro, conflicts: {severity: {here: severity, elsewhere: ['SEV3']}}};
		for (const value of [severity, 'SEV3'] as const) {
			expect(gapsOf(apply(retro, setField(retro, 'severity', value)), today)).toEqual([]);
		}
		const due = completeRetro.actions[0]?.due;
		const late = {...completeRetro, conflicts: {'actions:x1.due': {here: due, elsewhere: ['2027-01-01']}}};
		expect(gapsOf(late, today)).toHaveLength(1);
		expect(gapsOf(apply(late, changeItem(late, 'actions', 'x1', {due: due ?? null})), today)).toEqual([]);
	});

	test('can be kept with a reason as it stands', () => {
		const retro = {...completeRetro, conflicts: {severity: {here: severity, elsewhere: ['SEV3']}}};
		const [gap] = gapsOf(retro, today);
		const {path: field = '', rule = '', text = ''} = gap ?? {};
		expect(gapsOf({...retro, kept: [{field, rule, text, reason: 'the board decided'}]}, today)).toEqual([]);
	});

	test('never repeats what is none of our values', () => {
		expect(gapsWith({severity: {here: severity, elsewhere: ['\u001b[2J', {a: 1}]}})).toEqual([
			['severity', 'details', `Two values for the severity: ${severity} or something else or something else`],
		]);
	});
});
