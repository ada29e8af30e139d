import {expect, test} from 'vitest';
import {apply, setField} from '../../source/retro/edit.ts';
import {isSameButDrafts} from '../../source/retro/same-but-drafts.ts';
import {completeRetro} from './complete-retro.ts';

const typed = apply(completeRetro, {type: 'draft', place: 'timeline', text: '+5 acke', was: ''});

test('a line that is being typed makes no other retro', () => {
	expect(isSameButDrafts(completeRetro, typed)).toBe(true);
	expect(isSameButDrafts(typed, completeRetro)).toBe(true);
	expect(isSameButDrafts(completeRetro, {...typed, updatedAt: typed.createdAt})).toBe(true);
});

test('anything else does', () => {
	expect(isSameButDrafts(completeRetro, apply(typed, setField(typed, 'title', 'Another')))).toBe(false);
	expect(isSameButDrafts(completeRetro, {...typed, template: 'short'})).toBe(false);
	expect(isSameButDrafts({...typed, template: 'short'}, completeRetro)).toBe(false);
});
