import {expect, test} from 'vitest';
import type {ActionItem, Retro} from '../../source/retro/record.ts';
import type {CalendarDate} from '../../source/time/instant.ts';
import {retroWith, type Screen, walkThrough} from './screen.tsx';

function item(text: string, more: Partial<ActionItem> = {}): ActionItem {
	return {
		id: text.replaceAll(' ', '-'),
		kind: 'prevent',
		text,
		owner: '@infra-team',
		due: '2026-12-01' as CalendarDate,
		status: 'open',
		...more,
	};
}

function actions(items: readonly ActionItem[] = [], changes: Partial<Retro> = {}): Promise<Screen> {
	return walkThrough(retroWith({actions: [...items], ...changes}), {step: 'actions'});
}

test('a line is read while it is typed: kind, owner, due date', async () => {
	const screen = await actions();
	await screen.type('m rehearse the rollback @oncall fri');
	expect(screen.frame()).toContain('MITIGATE · @oncall · Friday 2026-11-27');
	await screen.press('enter');
	expect(screen.retro().actions).toEqual([
		{id: 'id1', kind: 'mitigate', text: 'rehearse the rollback', owner: '@oncall', due: '2026-11-27', status: 'open'},
	]);
	expect(screen.row('MITIGATE')).toMatch(/rehearse the rollback +@oncall +2026-11-27/);
});

test('an item without owner and due date is taken, and says what it lacks before and after', async () => {
	const screen = await actions();
	await screen.type('p: Mirror production traffic');
	expect(screen.frame()).toContain('PREVENT · no owner yet · no due date yet');
	await screen.press('enter');
	expect(screen.row('Mirror production traffic')).toMatch(/nobody yet +no date/);
	expect(screen.retro().actions[0]).toMatchObject({owner: '', due: null});
});

test('a line without a kind is not taken and says how to begin', async () => {
	const screen = await actions();
	await screen.type('Mirror production traffic');
	await screen.press('enter');
	expect(screen.retro().actions).toEqual([]);
	expect(screen.frame()).toContain('Begin with p, d or m');
});

test('a due date that is none is refused and stays to be mended', async () => {
	const screen = await actions();
	await screen.type('p: Mirror traffic @infra 2026-02-30');
	await screen.press('enter');
	expect(screen.retro().actions).toEqual([]);
	expect(screen.frame()).toContain('❯ p: Mirror traffic @infra 2026-02-30');
});

test('a due date that is past says so', async () => {
	const screen = await actions([item('Mirror traffic', {due: '2026-11-11' as CalendarDate})]);
	expect(screen.row('Mirror traffic')).toContain('2026-11-11 ⚠');
});

test('Tab completes an owner who was named before, and goes on to the next step otherwise', async () => {
	const screen = await actions([item('Mirror traffic', {owner: '@infra-team'})]);
	await screen.type('d: Alert on query time @in');
	expect(screen.frame()).toContain('Tab: @infra-team');
	await screen.press('tab');
	await screen.type('+2w');
	await screen.press('enter');
	expect(screen.retro().actions[1]).toMatchObject({owner: '@infra-team', due: '2026-12-05'});
	await screen.press('tab');
	expect(screen.frame()).toContain('◉ Review');
});

test('a participant can be completed as an owner', async () => {
	const screen = await actions([], {participants: ['grace', 'Ada Lovelace']});
	await screen.type('p: Mirror traffic @g');
	await screen.press('tab', 'enter');
	expect(screen.retro().actions[0]?.owner).toBe('@grace');
});

test('a participant who was named as a handle is completed as it stands', async () => {
	const screen = await actions([], {participants: ['@grace']});
	await screen.type('p: Mirror traffic @g');
	expect(screen.frame()).toContain('Tab: @grace');
});

test('an item is edited as the line it was typed as', async () => {
	const screen = await actions([item('Mirror traffic')]);
	await screen.press('up', 'enter');
	expect(screen.frame()).toContain('prevent: Mirror traffic @infra-team 2026-12-01');
	await screen.press('ctrl+w');
	await screen.type('2026-12-24');
	await screen.press('enter');
	expect(screen.retro().actions[0]).toMatchObject({text: 'Mirror traffic', owner: '@infra-team', due: '2026-12-24'});
});

test('a due date that is edited into none is told, and the item keeps the one it had', async () => {
	const screen = await actions([item('Mirror traffic')]);
	await screen.press('up', 'enter', 'ctrl+w');
	await screen.type('2026-02-30');
	await screen.press('enter');
	expect(screen.retro().actions[0]?.due).toBe('2026-12-01');
	expect(screen.frame()).toContain('2026-02-30');
});

test('an item is done, dropped and open again by Alt+D', async () => {
	const screen = await actions([item('Mirror traffic')]);
	await screen.press('up', 'alt+d');
	expect(screen.row('Mirror traffic')).toContain('done: ');
	await screen.press('alt+d');
	expect(screen.row('Mirror traffic')).toContain('dropped: ');
	await screen.press('alt+d');
	expect(screen.retro().actions[0]?.status).toBe('open');
});

test('items are moved and deleted, and Ctrl+Z takes both back', async () => {
	const screen = await actions([item('one'), item('two')]);
	await screen.press('up', 'alt+up', 'delete');
	expect(screen.retro().actions.map(({text}) => text)).toEqual(['one']);
	await screen.press('ctrl+z', 'ctrl+z');
	expect(screen.retro().actions.map(({text}) => text)).toEqual(['one', 'two']);
});

test('an item with a lack is told apart without the columns for it, too', async () => {
	const screen = await walkThrough(retroWith({actions: [item('one'), item('two', {owner: ''})]}), {
		step: 'actions',
		columns: 50,
	});
	expect(screen.row('one')).toContain('✓');
	expect(screen.row('two')).toContain('✗');
});
