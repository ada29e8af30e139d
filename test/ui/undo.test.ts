import {expect, test} from 'vitest';
import {completeRetro} from '../retro/complete-retro.ts';
import {retroWith, walkThrough} from './screen.tsx';

test('Ctrl+Z takes back typing word by word, Ctrl+Y does it again', async () => {
	const screen = await walkThrough(retroWith(), {step: 'summary'});
	await screen.typeSlowly('one two');
	await screen.press('ctrl+z');
	expect(screen.retro().summary).toBe('one ');
	await screen.press('ctrl+z');
	expect(screen.retro().summary).toBe('');
	await screen.press('ctrl+y', 'ctrl+y');
	expect(screen.retro().summary).toBe('one two');
});

test('Ctrl+Z goes to the step of what it takes back, and says so', async () => {
	const screen = await walkThrough(retroWith({title: ''}));
	await screen.type('Slow checkout');
	await screen.press('pagedown', 'ctrl+z');
	expect(screen.retro().title).toBe('');
	expect(screen.frame()).toContain('◉ Details');
	expect(screen.frame()).toContain('Undone. Ctrl+Y does it again.');
	await screen.press('ctrl+y');
	expect(screen.retro().title).toBe('Slow checkout');
});

test('Ctrl+Z again and again goes back to the start and no further', async () => {
	const screen = await walkThrough(retroWith({title: ''}));
	await screen.type('Slow');
	await screen.press('pagedown');
	await screen.type('Twelve percent.');
	await screen.press('pageup', 'pagedown');
	for (let count = 0; count < 8; count++) await screen.press('ctrl+z');
	expect(screen.retro()).toMatchObject({title: '', summary: ''});
	expect(screen.frame()).toContain('Nothing to undo in this sitting.');
});

test('what was typed last is taken back first, wherever it was typed', async () => {
	const screen = await walkThrough(retroWith({title: ''}));
	await screen.type('Slow');
	await screen.press('pagedown');
	await screen.type('Twelve percent.');
	await screen.press('pageup', 'ctrl+z');
	expect(screen.retro()).toMatchObject({title: 'Slow', summary: ''});
	await screen.press('ctrl+z');
	expect(screen.retro()).toMatchObject({title: '', summary: ''});
});

test('an entry that was just entered is taken back from the empty line', async () => {
	const screen = await walkThrough(retroWith(), {step: 'timeline'});
	await screen.type('1005 acked');
	await screen.press('enter', 'ctrl+z');
	expect(screen.retro().timeline).toEqual([]);
	await screen.press('ctrl+y');
	expect(screen.retro().timeline).toHaveLength(1);
});

test('a severity that was chosen is taken back', async () => {
	const screen = await walkThrough();
	await screen.press('tab', '2', 'ctrl+z');
	expect(screen.retro().severity).toBeNull();
});

test('a date that was typed is taken back, and typed on from there', async () => {
	const screen = await walkThrough();
	await screen.press('tab', 'tab', 'ctrl+u');
	await screen.type('2026-11-18');
	await screen.press('tab', 'ctrl+z');
	expect(screen.retro().date).toBe('2026-11-20');
	expect(screen.row('Date')).toContain('2026-11-20');
});

test('a mark as root cause is taken back', async () => {
	const whys = [{id: 'a', question: 'Why?', answer: 'so', parent: null, rootCause: false}];
	const screen = await walkThrough(retroWith({whys}), {step: 'root-cause'});
	await screen.press('alt+c', 'ctrl+z');
	expect(screen.retro().whys[0]?.rootCause).toBe(false);
});

test('where there is nothing to take back it is said', async () => {
	const screen = await walkThrough();
	await screen.press('ctrl+z');
	expect(screen.frame()).toContain('Nothing to undo in this sitting.');
	await screen.press('ctrl+y');
	expect(screen.frame()).toContain('Nothing to redo.');
});

test('a finding that was kept is taken back where one is', async () => {
	const summary = 'A careless deploy took the site down for 47 minutes.';
	const screen = await walkThrough({...completeRetro, summary}, {step: 'review'});
	await screen.until('Judges a person');
	await screen.press('k');
	await screen.type('a quotation');
	await screen.press('enter');
	await screen.untilGone('Judges a person');
	await screen.press('ctrl+z');
	expect(screen.retro().kept).toEqual([]);
	expect(screen.frame()).toContain('◉ Review');
	await screen.until('Judges a person');
});

test('deleting, moving and editing are each taken back in turn', async () => {
	const screen = await walkThrough(completeRetro, {step: 'lessons'});
	const {lessons} = screen.retro();
	await screen.press('up', 'alt+up', 'enter');
	await screen.type('!');
	await screen.press('enter', 'delete');
	expect(screen.retro().lessons.wentWell).toHaveLength(1);
	await screen.press('ctrl+z');
	expect(screen.retro().lessons.wentWell[0]?.text).toBe('Rollback was fast!');
	await screen.press('ctrl+z', 'ctrl+z');
	expect(screen.retro().lessons).toEqual(lessons);
	await screen.press('ctrl+y', 'ctrl+y', 'ctrl+y');
	expect(screen.retro().lessons.wentWell.map(({text}) => text)).toEqual(['Alerts fired immediately']);
});
