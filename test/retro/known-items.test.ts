import fc from 'fast-check';
import {expect, test} from 'vitest';
import {append, apply, changeItem, moveItem, removeItem, setField} from '../../source/retro/edit.ts';
import {withKnownItems} from '../../source/retro/known-items.ts';
import type {Retro} from '../../source/retro/record.ts';
import {retros} from './arbitrary.ts';
import {completeRetro} from './complete-retro.ts';

/** The same as a program finds it that reads the file. */
function readAnew(retro: Retro): Retro {
	return JSON.parse(JSON.stringify(retro));
}

test('a retro that is read anew and is the same is the known one', () => {
	expect(withKnownItems(completeRetro, readAnew(completeRetro))).toBe(completeRetro);
});

test('what somebody else added, changed, moved or took away is new, and all else is the same objects', () => {
	const [first, second, third] = completeRetro.timeline;
	if (first === undefined || second === undefined || third === undefined) throw new Error('three entries at least');
	const edits = [
		changeItem(completeRetro, 'timeline', second.id, {text: 'Another text'}),
		removeItem(completeRetro, 'timeline', first.id),
		append(completeRetro, 'lessons.wentWell', {id: 'n9', text: 'The rollback'}),
		moveItem(completeRetro, 'whys', completeRetro.whys[0]?.id ?? '', 1),
	];
	const theirs = edits.reduce((retro, edit) => (edit ? apply(retro, edit) : retro), completeRetro);
	const taken = withKnownItems(completeRetro, readAnew(theirs));
	expect(taken).toEqual(theirs);
	expect(taken.timeline[0]).not.toBe(second);
	expect(taken.timeline[1]).toBe(third);
	expect(taken.lessons.wentWell[0]).toBe(completeRetro.lessons.wentWell[0]);
	expect(taken.lessons.wentWrong).toBe(completeRetro.lessons.wentWrong);
	expect(new Set(taken.whys)).toEqual(new Set(completeRetro.whys));
	expect(taken.whys.every((why) => completeRetro.whys.includes(why))).toBe(true);
	expect(taken.actions).toBe(completeRetro.actions);
	expect(taken.impact).toBe(completeRetro.impact);
});

test('a field alone leaves every list as it was', () => {
	const theirs = readAnew(apply(completeRetro, setField(completeRetro, 'title', 'Another')));
	const taken = withKnownItems(completeRetro, theirs);
	expect(taken.title).toBe('Another');
	expect(taken.timeline).toBe(completeRetro.timeline);
});

test('it is always what was read, and neither is changed', () => {
	fc.assert(
		fc.property(retros, retros, (known, next) => {
			const before = [readAnew(known), readAnew(next)];
			expect(withKnownItems(known, next)).toEqual(next);
			expect([readAnew(known), readAnew(next)]).toEqual(before);
		}),
	);
});
