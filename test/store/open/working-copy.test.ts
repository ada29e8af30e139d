import {expect, test} from 'vitest';
import {append, apply, changeItem, setField} from '../../../source/retro/edit.ts';
import type {Retro} from '../../../source/retro/record.ts';
import {workingCopy} from '../../../source/store/open/working-copy.ts';
import {completeRetro} from '../../retro/complete-retro.ts';

/** The retro as it is read from a file that somebody else wrote: the same, of other objects. */
function readAnew(retro: Retro): Retro {
	return JSON.parse(JSON.stringify(retro));
}

test('a file that was only written anew changes nothing, not even an object', () => {
	const copy = workingCopy(completeRetro);
	expect(copy.take(readAnew(completeRetro))).toBe(false);
	expect(copy.retro).toBe(completeRetro);
});

test('what somebody else edited comes in, and all else stays the same objects', () => {
	const copy = workingCopy(completeRetro);
	const [first, second] = completeRetro.timeline;
	const theirs = apply(completeRetro, changeItem(completeRetro, 'timeline', first?.id ?? '', {text: 'Seen by them'}));
	expect(copy.take(readAnew(theirs))).toBe(true);
	expect(copy.retro).toEqual(theirs);
	expect(copy.retro.timeline[1]).toBe(second);
	expect(copy.retro.whys).toBe(completeRetro.whys);
});

test('our own edits stay the objects that they are when somebody else puts them into the file', () => {
	const copy = workingCopy(completeRetro);
	copy.commit(append(copy.retro, 'lessons.gotLucky', {id: 'n9', text: 'It was noon'}));
	copy.send();
	copy.arrived(completeRetro.updatedAt);
	const ours = copy.retro;
	const theirs = apply(ours, setField(ours, 'title', 'By them'));
	expect(copy.take(readAnew(theirs))).toBe(true);
	expect(copy.retro.title).toBe('By them');
	expect(copy.retro.lessons).toBe(ours.lessons);
	expect(copy.retro.timeline).toBe(ours.timeline);
});

test('a line that somebody else is typing is no news', () => {
	const copy = workingCopy(completeRetro);
	const theirs = apply(readAnew(completeRetro), {type: 'draft', place: 'actions', text: 'pre', was: ''});
	expect(copy.take(theirs)).toBe(false);
	expect(copy.retro).toEqual(completeRetro);
});
