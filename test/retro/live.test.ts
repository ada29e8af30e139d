import {describe, expect, test} from 'vitest';
import {apply, batch} from '../../source/retro/edit.ts';
import {asDecision, impactOf, lastNoted, runningSince, stopwatch, todoOf} from '../../source/retro/live.ts';
import {newRetro} from '../../source/retro/new-retro.ts';
import type {Retro} from '../../source/retro/record.ts';
import type {CalendarDate, Instant} from '../../source/time/instant.ts';

const clock = (time: string): Instant => `2026-11-20T${time}Z` as Instant;
const blank = newRetro({id: '2026-11-20-x', now: clock('10:00:00')});
const friday = '2026-11-20' as CalendarDate;
const todo = (text: string, retro: Retro = blank) => todoOf(retro, text, friday, () => 'new');

describe('a TODO in an entry', () => {
	test('becomes an action item with what is said of it', () => {
		const {edits, said} = todo('queue drained. TODO: detect: Alert on queue age @infra 2026-12-01');
		const edit = batch(edits);
		expect(edit && apply(blank, edit).actions).toEqual([
			{id: 'new', kind: 'detect', text: 'Alert on queue age', owner: '@infra', due: '2026-12-01', status: 'open'},
		]);
		expect(said).toContain('DETECT · @infra');
	});

	test('is to prevent unless another kind is said, and may be open in everything else', () => {
		const edit = batch(todo('TODO: cap the retries').edits);
		expect(edit && apply(blank, edit).actions[0]).toMatchObject({
			kind: 'prevent',
			text: 'cap the retries',
			owner: '',
			due: null,
		});
	});

	test.each(['nothing to do', 'TODO:', 'the TODO list is long', 'autotodo: x', 'TODO: @ada'])(
		'is none in "%s"',
		(text) => {
			expect(todo(text)).toEqual({edits: [], said: ''});
		},
	);
});

describe('the impact', () => {
	test('starts with the entry that says so, where it had no start', () => {
		const {edits, said} = impactOf(blank, 'started', clock('10:02:00'));
		const edit = batch(edits);
		expect(edit && apply(blank, edit).impact.start).toBe(clock('10:02:00'));
		expect(said).toContain('10:02 UTC');
		const known = {...blank, impact: {...blank.impact, start: clock('09:00:00')}};
		expect(impactOf(known, 'started', clock('10:02:00')).edits).toEqual([]);
	});

	test('is not ended by the entry that says resolved; its end is asked for', () => {
		const {edits, said} = impactOf(blank, 'resolved', clock('10:40:00'));
		expect(edits).toEqual([]);
		expect(said).toContain('Alt+3');
		const known = {...blank, impact: {...blank.impact, end: clock('10:40:00')}};
		expect(impactOf(known, 'resolved', clock('10:40:00')).said).toBe('');
	});

	test.each(['detected', 'mitigated', undefined] as const)('is left alone by %s', (phase) => {
		expect(impactOf(blank, phase, clock('10:00:00'))).toEqual({edits: [], said: ''});
	});
});

describe('the clock', () => {
	test('counts from the start of the impact, else from the first entry, else from when the noting began', () => {
		const began = clock('11:00:00');
		expect(runningSince(blank, began)).toBe(began);
		const timeline = [
			{id: 'b', at: clock('10:05:00'), text: 'acked'},
			{id: 'a', at: clock('10:00:00'), text: 'alert fires'},
		];
		expect(runningSince({...blank, timeline}, began)).toBe(clock('10:00:00'));
		const started = {id: 'c', at: clock('10:02:00'), text: 'errors begin', phase: 'started' as const};
		expect(runningSince({...blank, timeline: [...timeline, started]}, began)).toBe(clock('10:02:00'));
		const impact = {...blank.impact, start: clock('09:58:00')};
		expect(runningSince({...blank, timeline, impact}, began)).toBe(clock('09:58:00'));
	});

	test.each([
		['10:00:00', '0:00:00'],
		['10:42:10', '0:42:10'],
		['21:05:09', '11:05:09'],
		['09:59:00', '0:00:00'],
	])('says at %s how long it has been', (now, said) => {
		expect(stopwatch(clock('10:00:00'), clock(now))).toBe(said);
	});

	test('knows when something was last noted', () => {
		const entries = [{at: clock('10:05:00')}, {at: clock('10:01:00')}];
		expect(lastNoted(entries, clock('10:00:00'))).toBe(clock('10:05:00'));
		expect(lastNoted(entries, clock('10:30:00'))).toBe(clock('10:30:00'));
	});
});

test('a decision is marked as one, once', () => {
	expect([asDecision('fail over to eu-2'), asDecision('Decision: fail over')]).toEqual([
		'Decision: fail over to eu-2',
		'Decision: fail over',
	]);
});
