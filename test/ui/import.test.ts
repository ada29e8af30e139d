import {expect, test} from 'vitest';
import type {Retro} from '../../source/retro/record.ts';
import type {CalendarDate} from '../../source/time/instant.ts';
import {retroWith, type Screen, walkThrough} from './screen.tsx';

const paste = [
	'Ana',
	'  10:05 AM',
	'Checkout is slow',
	':eyes:',
	'2',
	'',
	'Ben',
	'  10:07 AM',
	'draining cache-3',
	'10:15',
	'drained',
].join('\n');

function timeline(changes: Partial<Retro> = {}): Promise<Screen> {
	return walkThrough(retroWith({date: '2026-11-20' as CalendarDate, ...changes}), {step: 'timeline'});
}

function entered(screen: Screen): string[] {
	return screen.retro().timeline.map(({at, text}) => `${at.slice(0, 16)} ${text}`);
}

test('a paste without date and zone is asked for both, once, and Enter adds it as one step to undo', async () => {
	const screen = await timeline();
	await screen.paste(paste);
	await screen.until('Slack messages: 3 messages');
	expect(screen.row('Checkout is slow')).toMatch(/✓ 10:05 \? Ana +Checkout is slow :eyes:/);
	expect(screen.frame()).toContain('Which day was it? 2026-11-20');
	expect(screen.frame()).toContain('Friday 2026-11-20, for 3 rows');
	await screen.press('enter');
	await screen.until('In which zone are these times? UTC');
	await screen.type('PST');
	expect(screen.frame()).toContain('Pacific Standard Time');
	await screen.press('enter');
	await screen.until('Enter adds 3 entries');
	expect(screen.row('Checkout is slow')).toMatch(/✓ 18:05 {3}Ana/);
	expect(screen.retro().timeline).toEqual([]);
	await screen.press('enter');
	expect(entered(screen)).toEqual([
		'2026-11-20T18:05 Ana: Checkout is slow',
		'2026-11-20T18:07 Ben: draining cache-3',
		'2026-11-20T18:15 Ben: drained',
	]);
	expect(screen.frame()).toContain('3 entries added. Ctrl+Z takes all of them back.');
	await screen.press('ctrl+z');
	expect(screen.retro().timeline).toEqual([]);
});
