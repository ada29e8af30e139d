import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {append, apply, changeItem, type Edit, setField} from '../../source/retro/edit.ts';
import {emptyHistory, type History, record, redo, undo} from '../../source/retro/history.ts';
import type {Retro} from '../../source/retro/record.ts';
import {editOf, intents, retros} from './arbitrary.ts';
import {completeRetro} from './complete-retro.ts';

type Sitting = {retro: Retro; history: History};

function does({retro, history}: Sitting, edit: Edit, visit: string | null = null): Sitting {
	return {retro: apply(retro, edit), history: record(history, edit, visit)};
}

function all(sitting: Sitting, step: typeof undo): Sitting {
	let now = sitting;
	for (let done = step(now.history); done !== undefined; done = step(now.history)) {
		now = {retro: apply(now.retro, done.edit), history: done.history};
	}
	return now;
}

function types(sitting: Sitting, titles: readonly string[], visit: string): Sitting {
	return titles.reduce((now, title) => does(now, setField(now.retro, 'title', title), visit), sitting);
}

const start: Sitting = {retro: completeRetro, history: emptyHistory};

test('undoing all steps leads to the start, redoing all to the end', () => {
	const visited = fc.tuple(
		intents.filter((intent) => !JSON.stringify(intent).includes('"draft"')),
		fc.constantFrom(null, 'one', 'two'),
	);
	fc.assert(
		fc.property(retros, fc.array(visited, {maxLength: 12}), (retro, script) => {
			let end: Sitting = {retro, history: emptyHistory};
			for (const [intent, visit] of script) {
				const edit = editOf(end.retro, intent, apply);
				if (edit !== undefined) end = does(end, edit, visit);
			}
			const begin = all(end, undo);
			expect(begin.retro).toStrictEqual(retro);
			expect(all(begin, redo).retro).toStrictEqual(end.retro);
		}),
		{numRuns: 300},
	);
});

describe('a step', () => {
	test('is all that was typed in one visit of a field', () => {
		const typed = types(start, ['S', 'Si', 'Sit'], 'visit 1');
		const back = undo(typed.history);
		expect(back && apply(typed.retro, back.edit).title).toBe(completeRetro.title);
		expect(back && undo(back.history)).toBeUndefined();
	});

	test('is one for each visit', () => {
		const twice = types(types(start, ['S'], 'visit 1'), ['Si'], 'visit 2');
		const back = undo(twice.history);
		expect(back && apply(twice.retro, back.edit).title).toBe('S');
	});

	test('ends where an undo comes between', () => {
		const typed = types(start, ['S'], 'visit 1');
		const back = undo(typed.history);
		const again = back && types({retro: apply(typed.retro, back.edit), history: back.history}, ['T'], 'visit 1');
		expect(again?.history.past).toHaveLength(1);
		expect(again?.history.future).toHaveLength(0);
	});

	test('of another visit is not joined after an undo', () => {
		const twice = types(types(start, ['S'], 'visit 1'), ['T'], 'visit 2');
		const back = undo(twice.history);
		const again = back && types({retro: apply(twice.retro, back.edit), history: back.history}, ['U'], 'visit 2');
		const undone = again && undo(again.history);
		expect(again && undone && apply(again.retro, undone.edit).title).toBe('S');
	});

	test('that ends where it began is none', () => {
		const typed = types(start, ['S', completeRetro.title], 'visit 1');
		expect(undo(typed.history)).toBeUndefined();
	});

	test('is not made by an edit that changes nothing, which leaves what can be redone', () => {
		const typed = types(start, ['S'], 'visit 1');
		const back = undo(typed.history);
		const idle = setField(completeRetro, 'severity', completeRetro.severity);
		expect(back && redo(record(back.history, idle))).toBeDefined();
	});

	test('is made of the parts of one item in one visit', () => {
		const texts = ['M', 'Mi', 'Mir'];
		const typed = texts.reduce(
			(now, text) => does(now, changeItem(now.retro, 'actions', 'x1', {text}), 'visit 1'),
			start,
		);
		const back = undo(typed.history);
		expect(back && apply(typed.retro, back.edit)).toStrictEqual(completeRetro);
	});

	test('is not made by a draft', () => {
		const draft: Edit = {type: 'draft', place: 'timeline', text: '10', was: ''};
		expect(undo(record(emptyHistory, draft))).toBeUndefined();
	});

	test('is forgotten when a thousand others came after it', () => {
		let now = start;
		for (let count = 0; count <= 1000; count++) now = does(now, setField(now.retro, 'title', `Title ${count}`));
		expect(all(now, undo).retro.title).toBe('Title 0');
	});
});

test('an edit after an undo takes the place of what could be redone', () => {
	const typed = types(start, ['S'], 'visit 1');
	const back = undo(typed.history);
	const other = append(completeRetro, 'lessons.gotLucky', {id: 'l9', text: 'It was noon'});
	expect(back && redo(record(back.history, other))).toBeUndefined();
});

test('an undo leaves alone what others changed meanwhile', () => {
	const typed = types(start, ['S'], 'visit 1');
	const merged = apply(typed.retro, setField(typed.retro, 'summary', 'Theirs'));
	const back = undo(typed.history);
	expect(back && apply(merged, back.edit)).toStrictEqual({...completeRetro, summary: 'Theirs'});
});
