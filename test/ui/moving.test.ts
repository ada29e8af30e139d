import {describe, expect, test} from 'vitest';
import {Problem} from '../../source/problem.ts';
import {openInMemory} from '../../source/store/open/memory-retro.ts';
import type {OpenRetro, SaveState, StoreNotice} from '../../source/store/open/open-retro.ts';
import type {Instant} from '../../source/time/instant.ts';
import {chordLabel, keymap} from '../../source/ui/keymap.ts';
import {retroWith, walkThrough} from './screen.tsx';

const names = ['Details', 'Summary', 'Impact', 'Timeline', 'Whys', 'Lessons', 'Actions', 'Review'];

describe('the eight steps', () => {
	test('are gone through by PageDown and back by PageUp, and stop at the ends', async () => {
		const screen = await walkThrough();
		for (const name of [...names.slice(1), 'Review']) {
			await screen.press('pagedown');
			expect(screen.frame()).toContain(`◉ ${name}`);
		}
		for (const name of [...names.slice(0, -1).reverse(), 'Details']) {
			await screen.press('pageup');
			expect(screen.frame()).toContain(`◉ ${name}`);
		}
	});

	test.each(names.map((name, index) => [name, index + 1] as const))(
		'%s is one key away: Alt+%i',
		async (name, number) => {
			const screen = await walkThrough(retroWith(), {step: number === 3 ? 'review' : 'impact'});
			await screen.press(`alt+${number}`);
			expect(screen.frame()).toContain(`◉ ${name}`);
		},
	);

	test('each say in a line what they are for', async () => {
		const screen = await walkThrough();
		const lines = new Set<string | undefined>();
		for (const _ of names) {
			lines.add(screen.rows()[3]?.trim());
			await screen.press('pagedown');
		}
		expect(lines.size).toBe(8);
		expect([...lines].every((line) => line !== undefined && line.length > 10)).toBe(true);
	});

	test('are marked as begun and as complete while they are filled in', async () => {
		const screen = await walkThrough(retroWith({title: ''}));
		expect(screen.rows()[1]).toContain('○ Summary');
		await screen.press('pagedown');
		await screen.type('Slow for 47 minutes.');
		await screen.press('pagedown');
		expect(screen.rows()[1]).toContain('✓ Summary');
		await screen.type('10:00');
		await screen.press('pagedown');
		expect(screen.rows()[1]).toContain('◐ Impact');
	});

	test('are found again with the focus where it was', async () => {
		const screen = await walkThrough(retroWith(), {step: 'impact'});
		await screen.press('tab', 'tab', 'pagedown', 'pageup');
		expect(screen.row('Users affected')).toContain('❯');
	});
});

test('Tab goes through the fields and on to the next step, Shift+Tab back', async () => {
	const screen = await walkThrough();
	for (let count = 0; count < 7; count++) await screen.press('tab');
	expect(screen.frame()).toContain('◉ Summary');
	await screen.press('shift+tab');
	expect(screen.frame()).toContain('◉ Details');
});

test('an Escape goes from a row to its line, and from the line out of the walk, and drops nothing', async () => {
	const screen = await walkThrough(
		retroWith({timeline: [{id: 'a', at: '2026-11-20T10:00:00Z' as Instant, text: 'alert'}]}),
		{step: 'timeline'},
	);
	await screen.type('1005 ack');
	await screen.press('up', 'escape');
	expect(screen.row('1005 ack')).toContain('❯');
	const retro = screen.retro();
	await screen.press('escape');
	await screen.until('Nothing here yet.');
	expect(retro.drafts).toEqual({timeline: '1005 ack'});
});

describe('the header', () => {
	/** A retro whose state the test decides. */
	function openWith(state: SaveState): {open: OpenRetro; become(next: SaveState, notice?: StoreNotice): void} {
		const memory = openInMemory(retroWith());
		const listeners = new Set<(notice?: StoreNotice) => void>();
		let current = state;
		return {
			open: {
				get retro() {
					return memory.retro;
				},
				get state() {
					return current;
				},
				commit: memory.commit,
				flush: memory.flush,
				close: memory.close,
				subscribe(listener) {
					listeners.add(listener);
					return () => listeners.delete(listener);
				},
			},
			become(next, notice) {
				current = next;
				for (const listener of listeners) listener(notice);
			},
		};
	}

	const saved: SaveState = {kind: 'saved', at: '2026-11-21T08:42:00Z' as Instant};

	test('says when the retro was saved, that it is being saved, and that it could not be', async () => {
		const {open, become} = openWith(saved);
		const screen = await walkThrough(open);
		expect(screen.rows()[0]).toContain('saved 08:42 UTC');
		become({kind: 'pending'});
		await screen.until('saving');
		become({kind: 'failed', problem: new Problem('The disk is full')});
		await screen.until('NOT SAVED, trying on');
	});

	test('says that the example is not saved', async () => {
		const screen = await walkThrough(retroWith(), {isExample: true});
		expect(screen.rows()[0]).toContain('example, not saved');
	});

	test('Ctrl+S says that it is saved, or that it is not', async () => {
		const {open, become} = openWith(saved);
		const screen = await walkThrough(open);
		await screen.press('ctrl+s');
		await screen.until('Saved at 08:42 UTC. Every edit is, within a second.');
		become({kind: 'failed', problem: new Problem('The disk is full')});
		await screen.press('ctrl+s');
		await screen.until('Not saved, trying on. The disk is full.');
	});

	test('tells that somebody else changed the retro, until the next key', async () => {
		const {open, become} = openWith(saved);
		const screen = await walkThrough(open);
		become(saved, {kind: 'merged'});
		await screen.until('Somebody else changed this retro');
		await screen.type('x');
		expect(screen.frame()).not.toContain('Somebody else');
	});

	test('a file that was set aside is told of with its place', async () => {
		const {open, become} = openWith(saved);
		const screen = await walkThrough(open);
		become(saved, {kind: 'set-aside', file: '/retros/broken.json'});
		await screen.until('/retros/broken.json');
	});
});

describe('the help', () => {
	test('is opened by Ctrl+G, with the step, its example and the keys', async () => {
		const screen = await walkThrough(retroWith(), {step: 'actions'});
		await screen.press('ctrl+g');
		expect(screen.frame()).toContain('Action items: Concrete tasks to prevent recurrence');
		expect(screen.frame()).toContain('prevent: Implement traffic mirroring in staging @infra-team');
		expect(screen.frame()).toContain('The goal is learning, not punishment.');
	});

	test('scrolls, and any other key goes back to where one was, typing nothing', async () => {
		const screen = await walkThrough(retroWith({summary: 'Slow.'}), {step: 'summary'});
		await screen.press('ctrl+g');
		expect(screen.frame()).not.toContain('Everywhere');
		for (let page = 0; page < 6; page++) await screen.press('pagedown');
		expect(screen.frame()).toContain('Everywhere');
		expect(screen.frame()).toContain('Ctrl+C');
		await screen.press('x');
		expect(screen.frame()).toContain('❯ Slow.');
		expect(screen.retro().summary).toBe('Slow.');
	});

	test.each([80, 40])('says what every key does, none of it cut off, at %i columns', async (columns) => {
		const screen = await walkThrough(retroWith(), {step: 'timeline', columns});
		await screen.press('ctrl+g');
		const seen = new Set<string>();
		for (let page = 0; page < 25; page++) {
			for (const line of screen.rows().slice(5, -2)) seen.add(line.trim().replaceAll(/\s+/g, ' '));
			await screen.press('pagedown');
		}
		const rows = [...seen];
		const all = rows.join(' ');
		expect(rows.filter((row) => /\w…$/.test(row))).toEqual([]);
		for (const {chords, about} of keymap.filter(({command}) => !/^step-/.test(command))) {
			expect(all).toContain(chordLabel(chords[0] as string));
			// However it was wrapped, each of its words is there.
			for (const word of about.split(' ')) expect(all).toContain(word);
		}
	});

	test('on the review begins with its keys', async () => {
		const screen = await walkThrough(retroWith(), {step: 'review'});
		await screen.press('?');
		expect(screen.frame()).toContain('write the document to a file');
	});

	test('is opened by a question mark outside a text, and in a text that is a letter', async () => {
		const screen = await walkThrough(retroWith(), {step: 'review'});
		await screen.press('?');
		expect(screen.frame()).toContain('The goal is learning');
		await screen.press('escape', 'alt+2');
		await screen.type('Why?');
		expect(screen.retro().summary).toBe('Why?');
	});

	test('is left by Ctrl+C with the app', async () => {
		const screen = await walkThrough();
		await screen.press('ctrl+g', 'ctrl+c');
		expect(screen.told.hasLeft).toBe(true);
	});
});

test.each(['details', 'summary', 'timeline', 'root-cause', 'lessons', 'actions', 'review'] as const)(
	'Ctrl+C leaves from %s',
	async (step) => {
		const screen = await walkThrough(retroWith(), {step});
		await screen.press('ctrl+c');
		expect(screen.told.hasLeft).toBe(true);
	},
);

test('Ctrl+O outside a text says what to do', async () => {
	const screen = await walkThrough(retroWith(), {step: 'review'});
	await screen.press('ctrl+o');
	expect(screen.frame()).toContain('Put the caret into a text first.');
});
