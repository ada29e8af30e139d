import {describe, expect, test} from 'vitest';
import {steps} from '../../source/retro/steps.ts';
import {columnsOf} from '../../source/text/columns.ts';
import {completeRetro} from '../retro/complete-retro.ts';
import {browseThrough, retroWith, walkThrough} from './screen.tsx';

const sizes = [
	[120, 40],
	[80, 24],
	[60, 16],
	[40, 10],
	[20, 5],
	[10, 2],
] as const;

describe.each(sizes)('in a window of %i columns and %i rows', (columns, rows) => {
	test.each(steps)('%s is as high and no wider, with the focus in sight', async (step) => {
		const screen = await walkThrough(completeRetro, {step, columns, rows});
		const drawn = screen.frame().split('\n');
		expect(drawn.length).toBe(rows);
		for (const row of drawn) expect(columnsOf(row)).toBeLessThanOrEqual(columns);
		if (step !== 'review') expect(screen.frame()).toContain('❯');
	});

	test('what is typed is seen', async () => {
		const screen = await walkThrough(retroWith(), {step: 'summary', columns, rows});
		await screen.type('Slow');
		expect(screen.frame()).toContain('Slow');
	});

	test('the list of retros is as high and no wider', async () => {
		const screen = await browseThrough([completeRetro, retroWith()], {columns, rows});
		const drawn = screen.frame().split('\n');
		expect(drawn.length).toBe(rows);
		for (const row of drawn) expect(columnsOf(row)).toBeLessThanOrEqual(columns);
	});
});

test('a window that shrinks and grows while somebody types loses nothing', async () => {
	const screen = await walkThrough(retroWith(), {step: 'timeline', columns: 120, rows: 40});
	await screen.type('1005 on-call');
	await screen.resize(40, 10);
	expect(screen.frame()).toContain('1005 on-call');
	await screen.type(' acked');
	await screen.resize(120, 40);
	await screen.press('enter');
	expect(screen.retro().timeline[0]?.text).toBe('on-call acked');
	expect(screen.rows()).toHaveLength(40);
});

test('the names of the steps give way to the current one in a narrow window', async () => {
	const screen = await walkThrough(retroWith(), {columns: 50});
	expect(screen.rows()[1]).toContain('◉ Details');
	expect(screen.rows()[1]).not.toContain('Summary');
});

test('without Unicode everything is drawn in plain characters', async () => {
	for (const step of steps) {
		const screen = await walkThrough(completeRetro, {step, env: {TERM: 'linux', LANG: 'C'}});
		expect(screen.frame(), step).toMatch(/^[\n\u0020-\u007E]*$/);
	}
});

describe('control characters', () => {
	const hostile = 'a\u001B[2Jb\u001B]0;evil\u0007c\u009B31md\u0000e\u0008f\u202Eg';
	const control = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/;

	const typedOn = steps.filter((step) => step !== 'review');

	test.each(typedOn)('that are pasted on %s reach neither the retro nor the screen', async (step) => {
		const screen = await walkThrough(retroWith({title: ''}), {step});
		await screen.paste(hostile);
		expect(screen.frame()).toContain('ef');
		expect(screen.frame()).not.toMatch(control);
		expect(JSON.stringify(screen.retro())).not.toMatch(/\\u00(?:[01]|7f|[89])/i);
	});

	test('that are pasted into a prompt do not reach the screen', async () => {
		const screen = await browseThrough([completeRetro, retroWith()]);
		await screen.paste(hostile);
		expect(screen.frame()).not.toMatch(control);
	});

	test('of keys that mean nothing type nothing', async () => {
		const screen = await walkThrough(retroWith({title: ''}));
		for (const sequence of ['\u001BOP', '\u001B[15~', '\u001B[24~', '\u0011', '\u001B[I', '\u001B[?1;2c']) {
			await screen.type(sequence);
		}
		expect(screen.retro().title).toBe('');
	});
});

test('a line feed in a paste into a line is a blank', async () => {
	const screen = await walkThrough(retroWith({title: ''}));
	await screen.paste('Slow\r\ncheckout\tagain');
	expect(screen.retro().title).toBe('Slow checkout again');
});
