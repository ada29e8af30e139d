import {expect, test} from 'vitest';
import {retroWith, walkThrough} from './screen.tsx';

test('a title is typed and Enter goes on to the severity', async () => {
	const screen = await walkThrough(retroWith({title: ''}));
	await screen.typeSlowly('Slow ');
	await screen.type('checkout');
	await screen.press('enter');
	expect(screen.retro().title).toBe('Slow checkout');
	expect(screen.row('Severity')).toContain('❯ SEV 1');
});

test('the title typed is in the header at once', async () => {
	const screen = await walkThrough(retroWith({title: ''}));
	expect(screen.rows()[0]).toContain('A retro without a title yet');
	await screen.type('Slow checkout');
	expect(screen.rows()[0]).toContain('Slow checkout');
});

test('each severity says what the guide demands of it', async () => {
	const screen = await walkThrough();
	await screen.press('tab');
	expect(screen.row('SEV 1')).toContain('A post-mortem is mandatory');
	expect(screen.row('SEV 2')).toContain('A post-mortem is mandatory');
	expect(screen.row('SEV 3')).toContain('Optional, recommended');
	expect(screen.row('Near miss')).toContain('Recommended for high-risk');
});

test('an arrow and Enter choose the severity and go on to the date', async () => {
	const screen = await walkThrough();
	await screen.press('tab', 'down', 'enter');
	expect(screen.retro().severity).toBe('SEV2');
	expect(screen.rows()[0]).toContain('SEV 2');
	expect(screen.row('Date')).toContain('❯');
});

test('a digit chooses the severity as well', async () => {
	const screen = await walkThrough();
	await screen.press('tab', '4');
	expect(screen.retro().severity).toBe('near-miss');
});

test('Tab passes a severity by without choosing one', async () => {
	const screen = await walkThrough();
	await screen.press('tab', 'tab');
	expect(screen.retro().severity).toBeNull();
	expect(screen.row('Date')).toContain('❯');
});

test('a date in words is read in sight and stored as a date', async () => {
	const screen = await walkThrough();
	await screen.press('tab', 'tab', 'ctrl+u');
	await screen.type('yesterday');
	expect(screen.frame()).toContain('= Friday 2026-11-20');
	expect(screen.retro().date).toBe('2026-11-20');
});

test('a date that is none stays as it was typed, is told, and changes nothing', async () => {
	const screen = await walkThrough();
	await screen.press('tab', 'tab', 'ctrl+u');
	await screen.type('2026-02-30');
	await screen.press('enter');
	expect(screen.row('Date')).toContain('2026-02-30');
	expect(screen.frame()).toContain('February');
	expect(screen.retro().date).not.toBe('2026-02-30');
});

test('a date that is emptied is none', async () => {
	const screen = await walkThrough();
	await screen.press('tab', 'tab', 'ctrl+u');
	expect(screen.retro().date).toBeNull();
});

test('participants and services are lists with commas between', async () => {
	const screen = await walkThrough();
	await screen.press('tab', 'tab', 'tab');
	await screen.type('Ada');
	await screen.press('enter');
	await screen.type('Grace, Linus,');
	await screen.press('enter');
	await screen.type('checkout-api');
	expect(screen.row('Participants')).toContain('Grace, Linus');
	const {facilitator, participants, services} = screen.retro();
	expect({facilitator, participants, services}).toEqual({
		facilitator: 'Ada',
		participants: ['Grace', 'Linus'],
		services: ['checkout-api'],
	});
});

test('the status is chosen, and Enter on it goes on to the summary', async () => {
	const screen = await walkThrough();
	await screen.press('tab', 'tab', 'tab', 'tab', 'tab', 'tab', 'down', 'enter');
	expect(screen.retro().status).toBe('in-review');
	expect(screen.rows()[0]).toContain('in review');
	expect(screen.frame()).toContain('◉ Summary');
});

test('final is not to be had here while something is open', async () => {
	const screen = await walkThrough();
	await screen.press('tab', 'tab', 'tab', 'tab', 'tab', 'tab', '3');
	expect(screen.retro().status).toBe('draft');
	expect(screen.frame()).toContain('to settle first');
});
