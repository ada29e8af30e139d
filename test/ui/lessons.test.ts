import {expect, test} from 'vitest';
import type {Note} from '../../source/retro/record.ts';
import {retroWith, type Screen, walkThrough} from './screen.tsx';

const notes = (...texts: string[]): Note[] => texts.map((text, index) => ({id: `n${index}`, text}));

function lessons(wentWell: Note[] = [], wentWrong: Note[] = []): Promise<Screen> {
	return walkThrough(retroWith({lessons: {wentWell, wentWrong, gotLucky: []}}), {step: 'lessons'});
}

test('the three questions are in sight together', async () => {
	const screen = await lessons();
	for (const question of ['What went well?', 'What went wrong?', 'Where did we get lucky?']) {
		expect(screen.frame()).toContain(question);
	}
});

test('notes are added one by one, and Enter on the empty line goes on to the next question', async () => {
	const screen = await lessons();
	await screen.type('Alerts fired immediately');
	await screen.press('enter');
	await screen.type('Rollback was fast');
	await screen.press('enter', 'enter');
	await screen.type('Logs were missing');
	await screen.press('enter', 'tab');
	await screen.type('It was no Saturday');
	await screen.press('enter');
	const {wentWell, wentWrong, gotLucky} = screen.retro().lessons;
	expect([wentWell, wentWrong, gotLucky].map((list) => list.map(({text}) => text))).toEqual([
		['Alerts fired immediately', 'Rollback was fast'],
		['Logs were missing'],
		['It was no Saturday'],
	]);
	await screen.press('enter');
	expect(screen.frame()).toContain('◉ Actions');
});

test('a note is edited in place', async () => {
	const screen = await lessons(notes('Alerts fired', 'Rollback was fast'));
	await screen.press('up', 'up', 'enter');
	await screen.type(' immediately');
	await screen.press('enter');
	expect(screen.retro().lessons.wentWell[0]?.text).toBe('Alerts fired immediately');
	expect(screen.row('Alerts fired immediately')).toContain('❯');
});

test('a note is moved by Alt+Up and Alt+Down', async () => {
	const screen = await lessons(notes('one', 'two', 'three'));
	await screen.press('up', 'alt+up', 'alt+up');
	expect(screen.retro().lessons.wentWell.map(({text}) => text)).toEqual(['three', 'one', 'two']);
	await screen.press('alt+down');
	expect(screen.retro().lessons.wentWell.map(({text}) => text)).toEqual(['one', 'three', 'two']);
});

test('a note is deleted and brought back in its place', async () => {
	const screen = await lessons(notes('one', 'two', 'three'));
	await screen.press('up', 'up', 'delete');
	expect(screen.retro().lessons.wentWell.map(({text}) => text)).toEqual(['one', 'three']);
	await screen.press('ctrl+z');
	expect(screen.retro().lessons.wentWell.map(({text}) => text)).toEqual(['one', 'two', 'three']);
});

test('lines that were begun under each question are kept apart', async () => {
	const screen = await lessons();
	await screen.type('well beg');
	await screen.press('tab');
	await screen.type('wrong beg');
	await screen.press('shift+tab');
	await screen.type('un');
	await screen.press('enter', 'tab');
	await screen.type('un too');
	await screen.press('enter');
	const {wentWell, wentWrong} = screen.retro().lessons;
	expect([wentWell[0]?.text, wentWrong[0]?.text]).toEqual(['well begun', 'wrong begun too']);
});

test('a list that is not open says how long it is', async () => {
	const screen = await lessons([], notes('one', 'two', 'three', 'four'));
	expect(screen.row('What went wrong?')).toContain('4');
});

test('many notes scroll, and the selected one is in sight', async () => {
	const screen = await lessons(notes(...Array.from({length: 40}, (_, index) => `note ${index}.`)));
	expect(screen.rows()).toHaveLength(24);
	for (let index = 0; index < 30; index++) await screen.press('up');
	expect(screen.row('note 10.')).toContain('❯');
});
