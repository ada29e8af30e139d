import fc from 'fast-check';
import {is} from 'valibot';
import {describe, expect, test} from 'vitest';
import {append, apply, batch, changeItem, inverse, moveItem, removeItem, setField} from '../../source/retro/edit.ts';
import {retroSchema} from '../../source/retro/record.ts';
import {orderedTimeline} from '../../source/retro/timeline.ts';
import {editOf, intents, retros} from './arbitrary.ts';
import {completeRetro} from './complete-retro.ts';

const noteIds = (retro = completeRetro) => retro.lessons.wentWell.map(({id}) => id);

describe('any edit', () => {
	test('is taken back exactly by its inverse, and done again by the inverse of that', () => {
		fc.assert(
			fc.property(retros, intents, (retro, intent) => {
				const edit = editOf(retro, intent, apply);
				if (edit === undefined) return;
				const after = apply(retro, edit);
				expect(apply(after, inverse(edit))).toStrictEqual(retro);
				expect(apply(apply(after, inverse(edit)), inverse(inverse(edit)))).toStrictEqual(after);
			}),
			{numRuns: 500},
		);
	});

	test('is the same edit after a journey through JSON', () => {
		fc.assert(
			fc.property(retros, intents, (retro, intent) => {
				const edit = editOf(retro, intent, apply);
				if (edit === undefined) return;
				const journaled = JSON.parse(JSON.stringify(edit));
				expect(journaled).toStrictEqual(edit);
				expect(JSON.parse(JSON.stringify(inverse(edit)))).toStrictEqual(inverse(edit));
			}),
		);
	});

	test('leaves a valid record and the retro it was made on as it was', () => {
		fc.assert(
			fc.property(retros, intents, (retro, intent) => {
				const before = structuredClone(retro);
				const edit = editOf(retro, intent, apply);
				const after = edit === undefined ? retro : apply(retro, edit);
				expect(is(retroSchema, after)).toBe(true);
				expect(retro).toStrictEqual(before);
			}),
		);
	});

	test('changes nothing when what it addresses has gone meanwhile', () => {
		const change = changeItem(completeRetro, 'actions', 'x1', {owner: '@sre'});
		const move = moveItem(completeRetro, 'lessons.wentWell', 'g1', 1);
		const remove = removeItem(completeRetro, 'lessons.wentWell', 'g1');
		const bare = {...completeRetro, actions: [], lessons: {...completeRetro.lessons, wentWell: []}};
		for (const edit of [change, move, remove]) {
			expect(edit && apply(bare, edit)).toStrictEqual(bare);
		}
	});
});

describe('an item', () => {
	test('is added at the end', () => {
		const edit = append(completeRetro, 'lessons.wentWell', {id: 'new', text: 'The rollback was fast'});
		expect(noteIds(apply(completeRetro, edit))).toEqual(['g1', 'g2', 'new']);
	});

	test('goes last when the item it was to follow has gone', () => {
		const edit = append(completeRetro, 'lessons.wentWell', {id: 'new', text: 'The rollback was fast'});
		const removal = removeItem(completeRetro, 'lessons.wentWell', 'g2');
		const without = removal ? apply(completeRetro, removal) : completeRetro;
		expect(noteIds(apply(without, edit))).toEqual(['g1', 'new']);
	});

	test('that is there already is not replaced by adding it again', () => {
		const edit = append(completeRetro, 'lessons.wentWell', {id: 'g1', text: 'something else'});
		expect(apply(completeRetro, edit)).toBe(completeRetro);
	});

	test('keeps its identity for life', () => {
		const edit = changeItem(completeRetro, 'lessons.wentWell', 'g1', {id: 'g9', text: 'other'});
		expect(apply(completeRetro, edit)).toStrictEqual(completeRetro);
	});

	test('keeps parts that another edit changed meanwhile', () => {
		const owner = changeItem(completeRetro, 'actions', 'x1', {owner: '@sre'});
		const text = changeItem(completeRetro, 'actions', 'x1', {text: 'Mirror traffic'});
		const both = apply(apply(completeRetro, owner), text);
		expect(apply(both, inverse(owner)).actions[0]).toMatchObject({owner: '@infra-team', text: 'Mirror traffic'});
	});

	test('with a part it did not have loses that part when the edit is taken back', () => {
		const edit = changeItem(completeRetro, 'timeline', 'e4', {typed: '2:51am pst'});
		const back = apply(apply(completeRetro, edit), inverse(edit));
		expect(back.timeline.find(({id}) => id === 'e4')).not.toHaveProperty('typed');
	});

	test('that is first or last in its list does not move further', () => {
		expect(moveItem(completeRetro, 'lessons.wentWell', 'g1', -1)).toBeUndefined();
		expect(moveItem(completeRetro, 'lessons.wentWell', 'g2', 1)).toBeUndefined();
		expect(moveItem(completeRetro, 'lessons.wentWell', 'nowhere', 1)).toBeUndefined();
	});

	test('of the timeline changes places with its neighbour of the same instant and with no other', () => {
		fc.assert(
			fc.property(retros, fc.nat(), fc.constantFrom(1 as const, -1 as const), (retro, number, by) => {
				const rows = orderedTimeline(retro);
				const index = number % Math.max(1, rows.length);
				const [entry, neighbour] = [rows[index], rows[index + by]];
				if (entry === undefined) return;
				const edit = moveItem(retro, 'timeline', entry.id, by);
				expect(edit !== undefined).toBe(neighbour?.at === entry.at);
				if (edit === undefined || neighbour === undefined) return;
				const swapped = rows.with(index, neighbour).with(index + by, entry);
				expect(orderedTimeline(apply(retro, edit))).toEqual(swapped);
			}),
		);
	});
});

describe('a batch', () => {
	test('of one edit is that edit, of none is nothing', () => {
		const edit = setField(completeRetro, 'title', 'Other');
		expect(batch([undefined, edit])).toBe(edit);
		expect(batch([undefined])).toBeUndefined();
	});
});

describe('a draft', () => {
	const typing = {type: 'draft', place: 'timeline', text: '1005 on-c', was: ''} as const;

	test('is kept by the place it is typed in', () => {
		expect(apply(completeRetro, typing).drafts).toEqual({timeline: '1005 on-c'});
	});

	test('leaves no trace when its text is emptied', () => {
		expect(apply(apply(completeRetro, typing), inverse(typing))).not.toHaveProperty('drafts');
	});
});
