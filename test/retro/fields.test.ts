import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	fieldNames,
	fieldOf,
	identityOf,
	itemPath,
	listNames,
	listOf,
	parseItemPath,
} from '../../source/retro/fields.ts';
import {completeRetro} from './complete-retro.ts';

describe('the path of a part of an item', () => {
	test('reads as list:id.part', () => {
		expect(itemPath('timeline', 'k3x9', 'text')).toBe('timeline:k3x9.text');
		expect(itemPath('lessons.wentWell', 'a1', 'text')).toBe('lessons.wentWell:a1.text');
	});

	test('is read back into what it was made of', () => {
		const parts = fc.constantFrom('text', 'at', 'owner', 'reason');
		const ids = fc.oneof(fc.stringMatching(/^[\w-]{1,64}$/), fc.constant('timeline:k3x9.at|blame.person-fault|He.'));
		fc.assert(
			fc.property(fc.constantFrom(...listNames), ids, parts, (list, id, part) => {
				expect(parseItemPath(itemPath(list, id, part))).toEqual({list, id, part});
			}),
		);
	});

	test.each(['title', 'timeline', 'lessons.wentWell', 'impact.start', 'nothing:a.text', 'timeline:a', ''])(
		'is none in %j',
		(path) => {
			expect(parseItemPath(path)).toBeUndefined();
		},
	);
});

test('a field is read by its name, also within the impact', () => {
	expect(fieldOf(completeRetro, 'title')).toBe('Site crash under load');
	expect(fieldOf(completeRetro, 'impact.users')).toBe('About 12 % of sessions');
	expect(fieldNames.every((name) => fieldOf(completeRetro, name) !== undefined)).toBe(true);
});

test('a list is read by its name, also within the lessons', () => {
	expect(listOf(completeRetro, 'actions')).toBe(completeRetro.actions);
	expect(listOf(completeRetro, 'lessons.gotLucky')).toBe(completeRetro.lessons.gotLucky);
});

describe('an item is addressed', () => {
	test('by its id, whatever else a newer version gave it', () => {
		expect(identityOf({id: 'e1', text: 'a note', rule: 'later'})).toBe('e1');
	});

	test('by field, rule and wording where it is a finding that was kept', () => {
		const finding = {field: 'summary', rule: 'blame.person-fault', text: 'He pushed', reason: 'a quote'};
		expect(identityOf(finding)).toBe('summary|blame.person-fault|He pushed');
	});
});
