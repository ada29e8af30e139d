import {expect, test} from 'vitest';
import type {Retro, TimelineEntry} from '../../source/retro/record.ts';
import type {Instant} from '../../source/time/instant.ts';
import {retroWith, type Screen, walkThrough} from './screen.tsx';

const at = (clock: string): Instant => `2026-11-20T${clock}:00Z` as Instant;

const entries: TimelineEntry[] = [
	{id: 'e1', at: at('10:00'), text: 'latency alert', phase: 'detected'},
	{id: 'e2', at: at('10:05'), text: 'acked'},
];

function timeline(changes: Partial<Retro> = {}): Promise<Screen> {
	const impact = {...retroWith().impact, start: at('10:00'), end: at('10:47')};
	return walkThrough(retroWith({timeline: entries, impact, ...changes}), {step: 'timeline'});
}

async function enter(screen: Screen, line: string): Promise<void> {
	await screen.type(line);
	await screen.press('enter');
}

test('an entry that lies before the start says so as it lands, and Ctrl+Z takes it back', async () => {
	const screen = await timeline();
	await enter(screen, '0755 half of the pods go away');
	expect(screen.frame()).toContain('07:55 lies 2h 05m before the start of the impact. Ctrl+Z takes it back');
	await screen.press('ctrl+z');
	expect(screen.retro().timeline).toHaveLength(2);
});

test('the next one that lies there, and an entry like the others, land without a word', async () => {
	const screen = await timeline();
	await enter(screen, '0755 half of the pods go away');
	await enter(screen, '0800 the other half does');
	expect(screen.frame()).not.toContain('takes it back');
	await enter(screen, '1010 rolled back');
	expect(screen.frame()).not.toContain('takes it back');
	expect(screen.retro().timeline).toHaveLength(5);
});

test('what was entered twice is told', async () => {
	const screen = await timeline();
	await enter(screen, '1006 Acked.');
	expect(screen.frame()).toContain('10:06 says the same as the entry at 10:05');
});

test('a time that is edited in its place is told, once', async () => {
	const screen = await timeline();
	await screen.press('up', 'enter', 'home', ...Array.from('10:05', () => 'delete'));
	await screen.type('22:05');
	await screen.press('enter');
	expect(screen.frame()).toContain('22:05 lies 11h 18m after the end of the impact. Ctrl+Z takes it back');
	await screen.press('enter', 'end');
	await screen.type('!');
	await screen.press('enter');
	expect(screen.row('acked!')).toContain('22:05');
	expect(screen.frame()).not.toContain('takes it back');
});

test('a phase out of order is told as it is given', async () => {
	const screen = await timeline({timeline: [{id: 'e0', at: at('10:00'), text: 'is it slow?'}, ...entries]});
	await screen.type('0959 on-call acked');
	await screen.press('alt+p', 'enter');
	expect(screen.frame()).toContain('09:59 is marked acknowledged, yet detected is at 10:00');
});

test('the Review tells it too, and leads to the entry', async () => {
	const screen = await timeline({
		timeline: [...entries, {id: 'e3', at: at('22:05'), text: 'half of the pods go away'}],
	});
	await screen.press('alt+8');
	const place = () => screen.rows().findIndex((row) => row.includes('22:05 UTC lies'));
	for (let steps = 0; steps < 30 && place() < 0; steps++) await screen.press('down');
	expect(screen.row('22:05 UTC lies')).toContain('11h 18m after the end of the impact');
});
