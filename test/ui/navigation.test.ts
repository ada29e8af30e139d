import {describe, expect, test} from 'vitest';
import {newRetro} from '../../source/retro/new-retro.ts';
import {type Instant, instantOf} from '../../source/time/instant.ts';
import {isNewLine, listFocus, neighbour} from '../../source/ui/focus.ts';
import {focusOf, move, type StopMap, startAt} from '../../source/ui/navigation.ts';

const now: Instant = instantOf(Date.UTC(2026, 10, 20, 10));
const retro = newRetro({id: 'r', now});
const only = (first: string) => ({stops: () => [first], first});
const map: StopMap = {
	details: {stops: () => ['title', 'severity', 'status'], first: 'title'},
	summary: only('summary'),
	impact: {stops: () => ['impact.start', 'impact.end'], first: 'impact.start'},
	timeline: {stops: () => ['timeline:a', 'timeline'], first: 'timeline'},
	'root-cause': only('whys'),
	lessons: only('lessons.wentWell'),
	actions: only('actions'),
	review: only('review'),
};

describe('moving through the walk', () => {
	test('accepting the last field of a step goes on to the next step', () => {
		const last = {...startAt('details'), focuses: {details: 'status'}};
		const after = move(last, {type: 'stop-by', by: 1, across: true}, map, retro);
		expect([after.step, focusOf(after, map)]).toEqual(['summary', 'summary']);
	});

	test('an arrow stays within the step', () => {
		const last = {...startAt('details'), focuses: {details: 'status'}};
		expect(move(last, {type: 'stop-by', by: 1, across: false}, map, retro)).toEqual(last);
	});

	test('a step that is come back to has its focus where it was', () => {
		const there = move(startAt('details'), {type: 'focus', focus: 'severity'}, map, retro);
		const away = move(there, {type: 'step', step: 'review'}, map, retro);
		expect(focusOf(move(away, {type: 'step', step: 'details'}, map, retro), map)).toBe('severity');
	});

	test('a jump from the review leads to the field, and Escape back', () => {
		const jumped = move(startAt('review'), {type: 'jump', path: 'timeline:a.text'}, map, retro);
		expect([jumped.step, focusOf(jumped, map), jumped.returnTo]).toEqual(['timeline', 'timeline:a.text', 'review']);
	});

	test('the first and the last step are ends', () => {
		expect(move(startAt('details'), {type: 'step-by', by: -1}, map, retro).step).toBe('details');
		expect(move(startAt('review'), {type: 'step-by', by: 1}, map, retro).step).toBe('review');
	});
});

describe('a focus', () => {
	test('says which list, which row and which part', () => {
		expect(listFocus('lessons.wentWell:k3.text')).toEqual({list: 'lessons.wentWell', id: 'k3', part: 'text'});
		expect(listFocus('timeline:a')).toEqual({list: 'timeline', id: 'a', part: null});
		expect(listFocus('actions')).toEqual({list: 'actions', id: null, part: null});
		expect(listFocus('impact.start')).toBeUndefined();
	});

	test('of a part that is edited has the neighbours of its row', () => {
		expect(neighbour(['timeline:a', 'timeline:b', 'timeline'], 'timeline:b.text', -1)).toBe('timeline:a');
	});

	test('of something that is gone moves to the first stop', () => {
		expect(neighbour(['timeline:a', 'timeline'], 'timeline:gone', 1)).toBe('timeline:a');
	});

	test('tells a line that is not entered yet from an item', () => {
		expect([
			isNewLine('timeline'),
			isNewLine('whys.question'),
			isNewLine('timeline:a.text'),
			isNewLine('summary'),
		]).toEqual([true, true, false, false]);
	});
});
