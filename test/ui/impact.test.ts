import {expect, test} from 'vitest';
import {retroWith, walkThrough} from './screen.tsx';

test('start and end are read in UTC and the duration comes by itself', async () => {
	const screen = await walkThrough(retroWith(), {step: 'impact'});
	await screen.type('10:00');
	expect(screen.frame()).toContain('= 2026-11-20 10:00 UTC');
	await screen.press('enter');
	await screen.type('1047');
	expect(screen.row('Duration')).toContain('47 min');
	expect(screen.retro().impact).toMatchObject({start: '2026-11-20T10:00:00Z', end: '2026-11-20T10:47:00Z'});
});

test('a time in another zone is converted in sight', async () => {
	const screen = await walkThrough(retroWith(), {step: 'impact'});
	await screen.type('2:51am PST');
	expect(screen.frame()).toContain('= 2026-11-20 10:51 UTC');
	expect(screen.frame()).toContain('PST is UTC-8');
});

test('a time of several readings is picked from, and settled where it is wished', async () => {
	const screen = await walkThrough(retroWith(), {step: 'impact', columns: 120});
	await screen.type('10:05 IST');
	expect(screen.frame()).toContain('IST: 1 Kolkata 04:35');
	await screen.press('enter', 'escape');
	expect(screen.row('Start')).toContain('10:05 IST');
	await screen.press('enter', 'a');
	expect(screen.retro().impact.start).toBe('2026-11-20T04:35:00Z');
	expect(screen.retro().drafts).toBeUndefined();
	expect(screen.row('End')).toContain('❯');
	await screen.until('IST is Asia/Kolkata from now on');
	await screen.type('10:50 IST');
	expect(screen.row('Duration')).toContain('45 min');
});

test('PST in summer is asked with Alt+Z', async () => {
	const screen = await walkThrough(retroWith(), {step: 'impact'});
	await screen.type('2026-06-10 10:05 PST');
	await screen.press('alt+z', '2');
	expect(screen.retro().impact.start).toBe('2026-06-10T17:05:00Z');
});

test('a time that is none stays as it was typed, and is told wherever the caret goes', async () => {
	const screen = await walkThrough(retroWith(), {step: 'impact'});
	await screen.type('25:61');
	await screen.press('pagedown', 'pageup', 'tab');
	expect(screen.row('Start')).toContain('25:61');
	expect(screen.frame()).toMatch(/25:61 is no time of day\. \w/);
	expect(screen.retro().impact.start).toBeNull();
});

test('a refused time can be mended where it stands', async () => {
	const screen = await walkThrough(retroWith(), {step: 'impact'});
	await screen.type('25:61');
	await screen.press('tab', 'shift+tab', 'ctrl+u');
	await screen.type('10:05');
	await screen.press('enter');
	expect(screen.retro().impact.start).toBe('2026-11-20T10:05:00Z');
	expect(screen.row('Start')).toContain('2026-11-20 10:05 UTC');
	expect(screen.retro().drafts).toBeUndefined();
});

test('users, revenue and data are asked one after the other', async () => {
	const screen = await walkThrough(retroWith(), {step: 'impact'});
	await screen.press('tab', 'tab');
	await screen.type('12 % of sessions');
	await screen.press('enter');
	await screen.type('about $4,000');
	await screen.press('enter');
	await screen.type('none lost');
	await screen.press('enter');
	const {users, revenue, data} = screen.retro().impact;
	expect([users, revenue, data]).toEqual(['12 % of sessions', 'about $4,000', 'none lost']);
	expect(screen.frame()).toContain('◉ Timeline');
});

test('an arrow goes from field to field', async () => {
	const screen = await walkThrough(retroWith(), {step: 'impact'});
	await screen.press('down', 'down');
	expect(screen.row('Users affected')).toContain('❯');
	await screen.press('up');
	expect(screen.row('End')).toContain('❯');
});
