import {describe, expect, test} from 'vitest';
import type {TimelineEntry} from '../../source/retro/record.ts';
import type {Instant} from '../../source/time/instant.ts';
import {retroWith, type Screen, walkThrough} from './screen.tsx';

function entry(clock: string, text: string, more: Partial<TimelineEntry> = {}): TimelineEntry {
	return {id: `e${clock.replace(':', '')}`, at: `2026-11-20T${clock}:00Z` as Instant, text, ...more};
}

const four = [
	entry('10:00', 'alert fires'),
	entry('10:05', 'acked'),
	entry('10:15', 'declared'),
	entry('10:40', 'drained'),
];

const timeline = (options: Parameters<typeof walkThrough>[1] = {}): Promise<Screen> =>
	walkThrough(retroWith({timeline: four}), {step: 'timeline', ...options});

const entered = (screen: Screen): string[] =>
	screen
		.retro()
		.timeline.toSorted((a, b) => a.at.localeCompare(b.at))
		.map(({at, text}) => `${at.slice(11, 16)} ${text}`);

const marked = (screen: Screen): string[] =>
	four.map(({text}) => text).filter((text) => screen.rows().some((row) => /^ ?.?•/.test(row) && row.includes(text)));

describe('marking', () => {
	test('Space marks the entry, goes on to the next, and unmarks', async () => {
		const screen = await timeline();
		await screen.press('up', 'up', 'up', 'up', 'space', 'space');
		expect(marked(screen)).toEqual(['alert fires', 'acked']);
		expect(screen.row('declared')).toContain('❯');
		expect(screen.frame()).toContain('2 marked: declared');
		await screen.press('up', 'space');
		expect(marked(screen)).toEqual(['alert fires']);
	});

	test('Space pressed faster than it is read marks as many', async () => {
		const screen = await timeline();
		await screen.press('up', 'up', 'up', 'up');
		await screen.type('  ');
		expect(marked(screen)).toEqual(['alert fires', 'acked']);
		expect(screen.row('declared')).toContain('❯');
	});

	test('Shift and the arrows extend, Ctrl+A marks all and none', async () => {
		const screen = await timeline();
		await screen.press('up', 'shift+up', 'shift+up');
		expect(marked(screen)).toEqual(['acked', 'declared', 'drained']);
		await screen.press('ctrl+a');
		expect(marked(screen)).toHaveLength(4);
		await screen.press('ctrl+a');
		expect(marked(screen)).toEqual([]);
	});

	test('Escape drops the marks and stays', async () => {
		const screen = await timeline();
		await screen.press('up', 'space', 'escape');
		expect(marked(screen)).toEqual([]);
		expect(screen.row('drained')).toContain('❯');
	});

	test('Escape on the line under the list drops them as well, before it leads out', async () => {
		const screen = await timeline();
		await screen.press('up', 'space', 'down', 'escape');
		expect(marked(screen)).toEqual([]);
		expect(screen.frame()).toContain('◉ Timeline');
	});

	test('the footer tells what works on them', async () => {
		const screen = await timeline();
		await screen.press('up', 'space', 'up', 'space');
		expect(screen.rows().at(-1)).toMatch(/Alt\+S shift 2 .*Delete delete 2 .*Esc unmark/);
	});

	test('Space in the line is a space', async () => {
		const screen = await timeline();
		await screen.type('1005 a b');
		await screen.press('enter');
		expect(entered(screen)).toContain('10:05 a b');
	});

	test('is seen without colour and Unicode', async () => {
		const screen = await timeline({env: {TERM: 'dumb', LANG: 'C'}});
		await screen.press('up', 'space');
		expect(screen.row('drained')).toMatch(/^ >\*10:40/);
	});
});

describe('shifting', () => {
	test('moves the marked entries by what is typed, shown before it is done, undone at once', async () => {
		const screen = await timeline();
		await screen.press('up', 'shift+up', 'shift+up', 'alt+s');
		expect(screen.frame()).toContain('Shift 3 entries by:');
		await screen.type('-3m');
		expect(screen.frame()).toContain('10:05 becomes 10:02 … 10:40 becomes 10:37 UTC');
		expect(entered(screen)[1]).toBe('10:05 acked');
		await screen.press('enter');
		expect(entered(screen)).toEqual(['10:00 alert fires', '10:02 acked', '10:12 declared', '10:37 drained']);
		expect(screen.frame()).toContain('3 entries shifted by -3m. Ctrl+Z takes it back.');
		await screen.press('ctrl+z');
		expect(screen.retro().timeline).toEqual(four);
	});

	test('moves the selected entry where none is marked, over midnight with the date said', async () => {
		const screen = await timeline();
		await screen.press('up', 'alt+s');
		await screen.type('+14h');
		expect(screen.frame()).toContain('10:40 becomes 2026-11-21 00:40 UTC');
		await screen.press('enter');
		expect(screen.frame()).toContain('1 entry shifted by +14h.');
	});

	test('is left by Escape without a change, and the marks stay', async () => {
		const screen = await timeline();
		await screen.press('up', 'space', 'alt+s');
		await screen.type('-3m');
		await screen.press('escape');
		expect(screen.retro().timeline).toEqual(four);
		expect(marked(screen)).toEqual(['drained']);
		expect(screen.rows().at(-1)).toContain('shift 1');
	});

	test('by what is no length is refused and stays to be mended; no key goes past the line', async () => {
		const screen = await timeline();
		await screen.press('up', 'alt+s');
		await screen.type('soon');
		await screen.press('enter', 'up', 'pagedown', 'alt+1');
		expect(screen.frame()).toContain('Write how long: -3m, +1h30m, 90s');
		expect(screen.frame()).toContain('Shift 1 entry by: soon');
		expect(screen.retro().timeline).toEqual(four);
		await screen.press('ctrl+c');
		expect(screen.told.hasLeft).toBe(true);
	});

	test('an entry whose time is typed anew was not shifted', async () => {
		const screen = await timeline();
		await screen.press('up', 'alt+s');
		await screen.type('-3m');
		await screen.press('enter', 'enter', 'ctrl+a');
		for (let letter = 0; letter < '10:37'.length; letter++) await screen.press('delete');
		await screen.type('1041');
		await screen.press('enter');
		expect(screen.retro().timeline[3]).toEqual({id: 'e1040', at: '2026-11-20T10:41:00Z', text: 'drained'});
	});
});

describe('with several marked', () => {
	test('Delete takes them all away, and Ctrl+Z brings them back', async () => {
		const screen = await timeline();
		await screen.press('up', 'shift+up', 'delete');
		expect(entered(screen)).toEqual(['10:00 alert fires', '10:05 acked']);
		expect(screen.row('acked')).toContain('❯');
		await screen.press('ctrl+z');
		expect(screen.retro().timeline).toEqual(four);
	});

	test('deleting all leads back to the line', async () => {
		const screen = await timeline();
		await screen.press('up', 'ctrl+a', 'delete');
		expect(screen.retro().timeline).toEqual([]);
		await screen.type('1000 anew');
		await screen.press('enter');
		expect(entered(screen)).toEqual(['10:00 anew']);
	});

	test('Alt+P gives them the next phases in turn', async () => {
		const screen = await timeline();
		await screen.press('up', 'ctrl+a', 'alt+p', 'alt+p');
		expect(screen.retro().timeline.map(({phase}) => phase)).toEqual([
			'detected',
			'acknowledged',
			'declared',
			'mitigated',
		]);
		await screen.press('ctrl+z', 'ctrl+z');
		expect(screen.retro().timeline).toEqual(four);
	});

	test('an entry that is undone is marked no more', async () => {
		const screen = await timeline();
		await screen.type('1050 back to normal');
		await screen.press('enter', 'up', 'space', 'up', 'space');
		expect(screen.frame()).toContain('2 marked');
		await screen.press('ctrl+z');
		expect(screen.rows().at(-1)).toContain('shift 1');
	});
});
