import fc from 'fast-check';
import {is} from 'valibot';
import {describe, expect, test} from 'vitest';
import {openConflicts} from '../../../source/retro/conflicts.ts';
import {append, apply, changeItem, type Edit, removeItem, setField} from '../../../source/retro/edit.ts';
import {identityOf, listNames, listOf} from '../../../source/retro/fields.ts';
import {mergeRetros} from '../../../source/retro/merge/merge-retros.ts';
import {type Retro, retroSchema} from '../../../source/retro/record.ts';
import {entry, sample} from '../../store/fixture.ts';
import {retros} from '../arbitrary.ts';
import {lostIn, said, versions} from '../versions.ts';

const base = sample({
	summary: 'The db failed at noon.',
	timeline: [entry('a', 'Deploy finished'), entry('b', 'Alert fired'), entry('c', 'Rollback done')],
	actions: [{id: 'x', kind: 'prevent', text: 'Add a canary', owner: '', due: null, status: 'open'}],
});

function merged(ours: readonly (Edit | undefined)[], theirs: readonly (Edit | undefined)[], from = base): Retro {
	return mergeRetros(from, withEdits(from, ours), withEdits(from, theirs)).retro;
}

function withEdits(retro: Retro, edits: readonly (Edit | undefined)[]): Retro {
	return edits.filter((edit) => edit !== undefined).reduce(apply, retro);
}

describe('any merge', () => {
	test('of a retro with itself is that retro', () => {
		fc.assert(
			fc.property(retros, (retro) => {
				expect(mergeRetros(retro, retro, structuredClone(retro))).toEqual({retro, conflicts: []});
			}),
		);
	});

	test('of one that was changed and one that was not is the changed one, whichever it is', () => {
		fc.assert(
			fc.property(versions, ([was, changed]) => {
				expect(mergeRetros(was, changed, was)).toEqual({retro: changed, conflicts: []});
				expect(mergeRetros(was, was, changed)).toEqual({retro: changed, conflicts: []});
				expect(mergeRetros(was, changed, changed)).toEqual({retro: changed, conflicts: []});
			}),
		);
	});

	test('loses no entry that either side added, and has none twice', () => {
		fc.assert(
			fc.property(versions, ([was, ours, theirs]) => {
				const {retro} = mergeRetros(was, ours, theirs);
				for (const list of listNames) {
					const ids = (from: Retro): string[] => listOf(from, list).map(identityOf);
					const old = new Set(ids(was));
					const added = [...ids(ours), ...ids(theirs)].filter((id) => !old.has(id));
					expect(ids(retro)).toEqual(expect.arrayContaining(added));
					expect(new Set(ids(retro)).size).toBe(ids(retro).length);
				}
			}),
			{numRuns: 300},
		);
	});

	test('loses no word and no value that either side gave', () => {
		fc.assert(
			fc.property(versions, ([was, ours, theirs]) => {
				const {retro} = mergeRetros(was, ours, theirs);
				expect(lostIn(retro, [was, ours, theirs])).toEqual([]);
			}),
			{numRuns: 300},
		);
	});

	test('gives a record that can be read, with each phase once', () => {
		fc.assert(
			fc.property(versions, ([was, ours, theirs]) => {
				const {retro} = mergeRetros(was, ours, theirs);
				expect(is(retroSchema, retro)).toBe(true);
				if ([ours, theirs].some((side) => twice(phasesOf(side)))) return;
				expect(twice(phasesOf(retro))).toBe(false);
			}),
		);
	});

	test('is the same from the other side, but for the order', () => {
		fc.assert(
			fc.property(versions, ([was, ours, theirs]) => {
				const here = mergeRetros(was, ours, theirs);
				const there = mergeRetros(was, theirs, ours);
				for (const list of listNames) {
					const ids = (from: Retro): string[] => listOf(from, list).map(identityOf).sort();
					expect(ids(there.retro)).toEqual(ids(here.retro));
				}
				expect(new Set(said(withoutTyped(there.retro)))).toEqual(new Set(said(withoutTyped(here.retro))));
				expect(there.conflicts.map(({path}) => path).sort()).toEqual(here.conflicts.map(({path}) => path).sort());
			}),
			{numRuns: 300},
		);
	});

	test('changes nothing more when it is done again', () => {
		fc.assert(
			fc.property(versions, ([was, ours, theirs]) => {
				const {retro} = mergeRetros(was, ours, theirs);
				expect(mergeRetros(theirs, theirs, retro).retro).toEqual(retro);
				expect(mergeRetros(ours, retro, ours).retro).toEqual(retro);
			}),
		);
	});
});

function phasesOf({timeline}: Retro): string[] {
	return timeline.flatMap(({phase}) => phase ?? []);
}

function twice(values: readonly string[]): boolean {
	return new Set(values).size < values.length;
}

describe('two versions of a retro', () => {
	test('that answer different fields have both answers', () => {
		const retro = merged([setField(base, 'title', 'Slow checkout')], [setField(base, 'severity', 'SEV1')]);
		expect(retro).toMatchObject({title: 'Slow checkout', severity: 'SEV1'});
		expect(retro.conflicts).toBeUndefined();
	});

	test('with two titles have both wordings in it, and say so until somebody settles on one', () => {
		const retro = merged([setField(base, 'title', 'Slow checkout')], [setField(base, 'title', 'Shop is down')]);
		expect(retro.title).toBe('Shop is down / Slow checkout');
		expect(openConflicts(retro)).toEqual([{path: 'title', here: retro.title, elsewhere: []}]);
		expect(apply(retro, setField(retro, 'title', 'Slow shop'))).not.toHaveProperty('conflicts');
	});

	test('with two severities have ours and remember theirs, until somebody chooses', () => {
		const retro = merged([setField(base, 'severity', 'SEV1')], [setField(base, 'severity', 'SEV3')]);
		expect(retro.severity).toBe('SEV1');
		expect(openConflicts(retro)).toEqual([{path: 'severity', here: 'SEV1', elsewhere: ['SEV3']}]);
		expect(apply(retro, setField(retro, 'severity', 'SEV3'))).not.toHaveProperty('conflicts');
		expect(apply(retro, setField(retro, 'severity', 'SEV1'))).not.toHaveProperty('conflicts');
	});

	test('of which one gives a date and the other takes it away keep the date', () => {
		const [dated, bare] = [setField(base, 'date', '2026-11-19' as never), setField(base, 'date', null)];
		expect(merged([dated], [bare]).date).toBe('2026-11-19');
		expect(merged([bare], [dated]).date).toBe('2026-11-19');
	});

	test('that give an action two owners and two due dates keep all four', () => {
		const ours = changeItem(base, 'actions', 'x', {owner: '@infra', due: '2026-12-01' as never});
		const theirs = changeItem(base, 'actions', 'x', {owner: '@mia', due: '2026-12-24' as never});
		const retro = merged([ours], [theirs]);
		expect(retro.actions).toMatchObject([{owner: '@mia / @infra', due: '2026-12-01'}]);
		expect(openConflicts(retro)).toEqual([
			{path: 'actions:x.owner', here: '@mia / @infra', elsewhere: []},
			{path: 'actions:x.due', here: '2026-12-01', elsewhere: ['2026-12-24']},
		]);
	});

	test('that mark two entries with one phase leave it at the earlier and say so at the other', () => {
		const timeline = [
			{...entry('a', 'Error rate rose'), at: '2026-11-20T10:05:00Z' as never},
			{...entry('b', 'Pager went off'), at: '2026-11-20T10:01:00Z' as never},
		];
		const from = {...base, timeline};
		const [first, second] = ['a', 'b'].map((id) => changeItem(from, 'timeline', id, {phase: 'detected'}));
		for (const retro of [merged([first], [second], from), merged([second], [first], from)]) {
			expect(retro.timeline.map(({id, phase}) => [id, phase])).toEqual([
				['a', undefined],
				['b', 'detected'],
			]);
			expect(openConflicts(retro)).toEqual([{path: 'timeline:a.phase', here: null, elsewhere: ['detected']}]);
		}
	});

	test('of which one moves a phase on to another entry have it there alone', () => {
		const from = withEdits(base, [changeItem(base, 'timeline', 'c', {phase: 'detected'})]);
		const moved = [
			changeItem(from, 'timeline', 'a', {phase: 'detected'}),
			changeItem(from, 'timeline', 'c', {}, ['phase']),
		];
		const retro = merged(moved, [append(from, 'timeline', entry('d', 'All clear'))], from);
		expect(retro.timeline.map(({id, phase}) => [id, phase])).toEqual([
			['a', 'detected'],
			['b', undefined],
			['c', undefined],
			['d', undefined],
		]);
	});

	test('that both imported the same entry have it once, with what each wrote into it', () => {
		const retro = merged(
			[append(base, 'timeline', {...entry('i', 'CPU at 95 %'), source: 'alert:1'})],
			[append(base, 'timeline', {...entry('i', 'CPU at 95 %'), phase: 'detected'})],
		);
		expect(retro.timeline.at(-1)).toEqual({...entry('i', 'CPU at 95 %'), source: 'alert:1', phase: 'detected'});
		expect(retro.timeline).toHaveLength(4);
	});

	test('put an entry where it belongs though the one before it was taken away', () => {
		const insert = {type: 'insert', list: 'timeline', item: entry('n', 'CPU at 95 %'), after: 'b'} as const;
		const retro = merged([insert], [removeItem(base, 'timeline', 'b')]);
		expect(retro.timeline.map(({id}) => id)).toEqual(['a', 'n', 'c']);
	});

	test('that are typing a line at the same place keep both lines', () => {
		const typing = (text: string): Edit => ({type: 'draft', place: 'timeline', text, was: ''});
		expect(merged([typing('1005 acked')], [typing('1010 rolled back')]).drafts).toEqual({
			timeline: '1010 rolled back / 1005 acked',
		});
	});

	test('of a newer version keep what it added on either side', () => {
		const ours = {...base, mood: 'calm', impact: {...base.impact, regions: ['eu']}};
		const theirs = {...base, weather: 'rain', impact: {...base.impact, users: '12 %'}};
		expect(mergeRetros(base, ours, theirs).retro).toEqual({
			...base,
			mood: 'calm',
			weather: 'rain',
			impact: {...base.impact, regions: ['eu'], users: '12 %'},
		});
	});

	test('written by different writers have come as far as both', () => {
		const [was, ours, theirs] = ['k3x9:12', 'k3x9:14', 'k3x9:13 p0q7:40'].map((vector) => ({...base, vector}));
		const {retro, conflicts} = mergeRetros(was ?? base, ours ?? base, theirs ?? base);
		expect(retro).toEqual({...base, vector: 'k3x9:14 p0q7:40'});
		expect(conflicts).toEqual([]);
	});

	test('in which somebody copied an entry with its id keep both copies', () => {
		const copy = {...base, timeline: [...base.timeline, entry('a', 'Deploy finished again')]};
		const retro = mergeRetros(base, copy, withEdits(base, [setField(base, 'title', 'Slow shop')])).retro;
		expect(retro.timeline.map(({id, text}) => [id, text])).toContainEqual(['a-2', 'Deploy finished again']);
		expect(retro).toMatchObject({title: 'Slow shop', timeline: {length: 4}});
	});
});

/** What was typed as a time goes with the time that stands, which is the one or the other. */
function withoutTyped({timeline, ...rest}: Retro): unknown {
	return {...rest, timeline: timeline.map(({typed: _typed, ...entry}) => entry)};
}
