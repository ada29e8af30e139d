import {describe, expect, test} from 'vitest';
import {
	append,
	apply,
	batch,
	changeItem,
	type Edit,
	inverse,
	moveItem,
	removeItem,
	setField,
} from '../../../source/retro/edit.ts';
import {rebase, settle} from '../../../source/retro/merge/rebase.ts';
import type {Retro} from '../../../source/retro/record.ts';
import {entry, sample} from '../../store/fixture.ts';

const base = sample({
	summary: 'The db failed at noon.',
	participants: ['mia', 'tom'],
	timeline: [entry('a', 'Deploy finished'), entry('b', 'Alert fired'), entry('c', 'Rollback done')],
});

/** Both edit the same retro; what one gets who puts ours on theirs. */
function bothEdit(ours: Edit | undefined, theirs: Edit | undefined): Retro {
	if (ours === undefined || theirs === undefined) throw new Error('an edit that is none');
	return rebase(apply(base, theirs), [ours], apply(base, ours));
}

function timelineOf(retro: Retro): string[] {
	return retro.timeline.map(({text}) => text);
}

describe('our edits on what somebody else wrote', () => {
	test('both add an entry at the end: both are there', () => {
		const merged = bothEdit(
			append(base, 'timeline', entry('x', 'Ours')),
			append(base, 'timeline', entry('y', 'Theirs')),
		);
		expect(timelineOf(merged)).toEqual(['Deploy finished', 'Alert fired', 'Rollback done', 'Ours', 'Theirs']);
	});

	test('both set different fields: both are set', () => {
		const merged = bothEdit(setField(base, 'title', 'Slow checkout'), setField(base, 'impact.users', '1,200'));
		expect(merged).toMatchObject({title: 'Slow checkout', impact: {users: '1,200'}});
	});

	test('both set one short field: ours, which is the later, stands', () => {
		expect(bothEdit(setField(base, 'severity', 'SEV1'), setField(base, 'severity', 'SEV3')).severity).toBe('SEV1');
	});

	test('both change the summary: the words are merged', () => {
		const merged = bothEdit(
			setField(base, 'summary', 'The database failed at noon.'),
			setField(base, 'summary', 'The db failed at 12:00 UTC.'),
		);
		expect(merged.summary).toBe('The database failed at 12:00 UTC.');
	});

	test('both change a list of names: what either added is there, what either took away is not', () => {
		const merged = bothEdit(
			setField(base, 'participants', ['mia', 'tom', 'ada']),
			setField(base, 'participants', ['tom', 'lin']),
		);
		expect(merged.participants).toEqual(['tom', 'lin', 'ada']);
	});

	test('both change one entry: parts and words are merged', () => {
		const merged = bothEdit(
			changeItem(base, 'timeline', 'b', {text: 'Pager alert fired'}),
			changeItem(base, 'timeline', 'b', {text: 'Alert fired again', phase: 'detected'}),
		);
		expect(merged.timeline[1]).toEqual({...entry('b', 'Pager alert fired again'), phase: 'detected'});
	});

	test('an entry that they took away and we changed comes back at its place', () => {
		const merged = bothEdit(
			changeItem(base, 'timeline', 'b', {text: 'Alert fired twice'}),
			removeItem(base, 'timeline', 'b'),
		);
		expect(timelineOf(merged)).toEqual(['Deploy finished', 'Alert fired twice', 'Rollback done']);
	});

	test('an entry that we took away and they changed stays', () => {
		const merged = bothEdit(
			removeItem(base, 'timeline', 'b'),
			changeItem(base, 'timeline', 'b', {text: 'Alert fired twice'}),
		);
		expect(timelineOf(merged)).toEqual(['Deploy finished', 'Alert fired twice', 'Rollback done']);
	});

	test('an entry that either took away and nobody changed is gone', () => {
		const merged = bothEdit(removeItem(base, 'timeline', 'a'), removeItem(base, 'timeline', 'c'));
		expect(timelineOf(merged)).toEqual(['Alert fired']);
	});

	test('an entry changed and then taken away by us does not come back', () => {
		const change = changeItem(base, 'timeline', 'b', {text: 'Alert'});
		const changed = apply(base, change);
		const removal = removeItem(changed, 'timeline', 'b');
		const ours = batch([change, removal]);
		expect(timelineOf(bothEdit(ours, removeItem(base, 'timeline', 'b')))).toEqual(['Deploy finished', 'Rollback done']);
		expect(timelineOf(bothEdit(ours, setField(base, 'title', 'x')))).toEqual(['Deploy finished', 'Rollback done']);
	});

	test('an entry that we moved and they changed is moved and changed', () => {
		const merged = bothEdit(
			moveItem(base, 'timeline', 'c', -1),
			changeItem(base, 'timeline', 'c', {text: 'Rolled back'}),
		);
		expect(timelineOf(merged)).toEqual(['Deploy finished', 'Rolled back', 'Alert fired']);
	});

	test('taking back our change of a text leaves what they changed in it', () => {
		const ours = setField(base, 'summary', 'The database failed at noon.');
		const mine = apply(base, ours);
		const theirs = apply(mine, setField(mine, 'summary', 'The database failed at 12:00.'));
		expect(rebase(theirs, [inverse(ours)], base).summary).toBe('The db failed at 12:00.');
	});

	test('a line entered here does not forget the one that they are typing', () => {
		const typing = apply(base, {type: 'draft', place: 'timeline', text: '1005 ours', was: ''});
		const theirs = apply(typing, {type: 'draft', place: 'timeline', text: '1010 theirs', was: ''});
		const entered: Edit = {type: 'draft', place: 'timeline', text: '', was: '1005 ours'};
		expect(rebase(theirs, [entered], apply(typing, entered)).drafts).toEqual({timeline: '1010 theirs'});
		expect(rebase(typing, [entered], apply(typing, entered)).drafts).toBeUndefined();
	});

	test('put on a second time change nothing more', () => {
		const edits = [
			append(base, 'timeline', entry('x', 'Ours')),
			setField(base, 'summary', 'The database failed.'),
			changeItem(base, 'timeline', 'b', {text: 'Pager alert fired'}),
			...[removeItem(base, 'timeline', 'a')].filter((edit) => edit !== undefined),
		];
		const mine = edits.reduce(apply, base);
		expect(rebase(mine, edits, mine)).toEqual(mine);
	});
});

describe('an edit on another value than the editor saw', () => {
	test('is settled so that it can be undone', () => {
		const seen = setField(base, 'summary', 'The database failed at noon.');
		const now = apply(base, setField(base, 'summary', 'The db failed at 12:00.'));
		const settled = settle(now, seen);
		const after = apply(now, settled);
		expect(after.summary).toBe('The database failed at 12:00.');
		expect(apply(after, inverse(settled))).toEqual(now);
	});
});
