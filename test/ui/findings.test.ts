import {describe, expect, test} from 'vitest';
import {createLinter} from '../../source/lint/linter.ts';
import {retroWith, type ScreenOptions, walkThrough} from './screen.tsx';

function summary(text: string, options: ScreenOptions = {}) {
	return walkThrough(retroWith({summary: text}), {step: 'summary', ...options});
}

describe('the line of findings', () => {
	test('says why, and by which key the wordings come', async () => {
		const screen = await summary('');
		await screen.type('A careless deploy.');
		await screen.until('Judges a person');
		expect(screen.row('Judges a person')).toMatch(/⚠ +Judges a person\. What made it easy to miss\? +Ctrl\+R$/);
	});

	test('moves nothing of what is being read', async () => {
		const screen = await summary('A careles deploy.');
		const before = screen.rows().findIndex((row) => row.includes('deploy.'));
		await screen.press('ctrl+a', 'alt+f', 'alt+f');
		await screen.type('s');
		await screen.until('Judges a person');
		expect(screen.rows().findIndex((row) => row.includes('deploy.'))).toBe(before);
		expect(screen.rows()).toHaveLength(24);
	});

	test('goes as soon as the words are gone', async () => {
		const screen = await summary('A careless');
		await screen.until('Judges a person');
		await screen.press('ctrl+w');
		await screen.untilGone('Judges a person');
	});

	test('counts the others in the text', async () => {
		const screen = await summary('A careless deploy, a careless review.');
		await screen.until('Ctrl+R 1/2');
	});

	test('marks the row in the margin where nothing can be underlined', async () => {
		const screen = await summary('All was well.\nA careless deploy.', {env: {TERM: 'xterm', LANG: 'C', NO_COLOR: '1'}});
		await screen.until('Judges a person');
		expect(screen.row('A careless deploy.')).toMatch(/^ .!A careless/);
		expect(screen.row('All was well.')).not.toContain('!');
		expect(screen.row('Judges a person')).toContain('"careless"');
	});

	test('is shown for a title, too', async () => {
		const screen = await walkThrough(retroWith({title: 'A careless deploy'}));
		await screen.until('Judges a person');
	});

	test('is not shown for names of people', async () => {
		const screen = await walkThrough(retroWith({facilitator: 'careless'}));
		await screen.press('tab', 'tab', 'tab');
		await screen.type(' whisper');
		await screen.press('pagedown');
		await screen.type('careless');
		await screen.until('Judges a person');
		await screen.press('pageup');
		await screen.untilGone('Judges a person');
	});

	test('comes from the real rules: a person as the cause', async () => {
		const screen = await summary('', {linter: createLinter()});
		await screen.type('Engineer X pushed bad code and checkout was slow. ');
		await screen.until('⚠');
		expect(screen.row('⚠')).toContain('Ctrl+R');
	});
});

describe('Ctrl+R', () => {
	test('opens the finding: why, the words, the wordings', async () => {
		const screen = await summary('A careless deploy.');
		await screen.until('Judges a person');
		await screen.press('ctrl+r');
		for (const part of ['Judges a person', '"careless"', 'unguarded', 'without a second check', 'Keep it, because']) {
			expect(screen.frame()).toContain(part);
		}
	});

	test('takes a wording in place of the words, with Enter', async () => {
		const screen = await summary('A careless deploy.');
		await screen.until('Judges a person');
		await screen.press('ctrl+r', 'enter');
		expect(screen.retro().summary).toBe('A unguarded deploy.');
		await screen.untilGone('Judges a person');
	});

	test('takes a wording that Ctrl+Z takes back', async () => {
		const screen = await summary('A careless deploy.');
		await screen.until('Judges a person');
		await screen.press('ctrl+r', 'down', 'enter');
		expect(screen.retro().summary).toBe('A without a second check deploy.');
		await screen.press('ctrl+z');
		expect(screen.retro().summary).toBe('A careless deploy.');
	});

	test('keeps the words with a reason, and they are not found again', async () => {
		const screen = await summary('A careless deploy.');
		await screen.until('Judges a person');
		await screen.press('ctrl+r', 'down', 'down', 'enter');
		await screen.type('said by the vendor');
		await screen.press('enter');
		expect(screen.retro().kept).toEqual([
			{field: 'summary', rule: 'judgement.careless', text: 'careless', reason: 'said by the vendor'},
		]);
		await screen.untilGone('Judges a person');
	});

	test('says how to put it instead', async () => {
		const screen = await summary('Priya deleted the wrong volume. ', {linter: createLinter()});
		await screen.until('⚠');
		await screen.press('ctrl+r');
		expect(screen.frame()).toContain('Put what happened in front, and ask what let it happen or through.');
	});

	test('allows the words for the team, and they are not found any more', async () => {
		const screen = await summary('A careless deploy.', {linterAfter: {lint: () => []}});
		await screen.until('Judges a person');
		await screen.press('ctrl+r', 'down', 'down', 'down', 'enter');
		expect(screen.frame()).toContain('Never tell of careless');
		await screen.press('enter');
		expect(screen.told.allowed).toEqual(['careless']);
		await screen.until('"careless" is not told of any more. It stands in /home/ada/retros/config.json.');
		await screen.press('end');
		await screen.untilGone('Judges a person');
		expect(screen.retro().summary).toBe('A careless deploy.');
	});

	test('is left by Escape without a change, out of the reason first', async () => {
		const screen = await summary('A careless deploy.');
		await screen.until('Judges a person');
		await screen.press('ctrl+r', 'down', 'down', 'enter', 'escape');
		expect(screen.frame()).toContain('unguarded');
		await screen.press('escape');
		expect(screen.frame()).not.toContain('unguarded');
		await screen.type('!');
		expect(screen.retro()).toMatchObject({summary: 'A careless deploy.!', kept: []});
	});

	test('takes the finding nearest the caret', async () => {
		const screen = await summary('careless one. careless two.');
		await screen.until('Ctrl+R 1/2');
		await screen.press('ctrl+a', 'ctrl+r', 'enter');
		expect(screen.retro().summary).toBe('unguarded one. careless two.');
	});

	test('says so where there is none', async () => {
		const screen = await summary('All was well.');
		await screen.press('ctrl+r');
		expect(screen.frame()).toContain('Nothing found in this text.');
	});

	test('works in a timeline line that is not entered, where nothing can be kept yet', async () => {
		const screen = await walkThrough(retroWith(), {step: 'timeline'});
		await screen.type('1005 a careless deploy');
		await screen.until('Judges a person');
		await screen.press('ctrl+r');
		expect(screen.frame()).not.toContain('Keep it, because');
		await screen.press('enter', 'enter');
		expect(screen.retro().timeline[0]?.text).toBe('a unguarded deploy');
	});
});

test('the steps say how many findings they hold, in the place of their state', async () => {
	const screen = await walkThrough(
		retroWith({
			summary: 'A careless deploy, a careless review.',
			lessons: {wentWell: [], wentWrong: [{id: 'w', text: 'careless'}], gotLucky: []},
		}),
	);
	await screen.until('2 Summary');
	expect(screen.rows()[1]).toContain('1 Lessons');
	await screen.press('alt+6', 'tab');
	expect(screen.frame()).toContain('⚠ careless');
});

describe('an action item', () => {
	function actions() {
		return walkThrough(retroWith(), {step: 'actions', linter: createLinter()});
	}

	test('is judged while it is typed as it will be in the document', async () => {
		const screen = await actions();
		await screen.type('p improve monitoring @oncall fri');
		await screen.until('⚠');
		await screen.press('enter', 'up');
		await screen.until('⚠ improve monitoring');
	});

	test('keeps its kind, owner and date when another wording is taken', async () => {
		const screen = await walkThrough(retroWith(), {step: 'actions'});
		await screen.type('p careless @oncall fri');
		await screen.until('Judges a person');
		await screen.press('ctrl+r', 'enter', 'enter');
		expect(screen.retro().actions[0]).toMatchObject({
			kind: 'prevent',
			text: 'unguarded',
			owner: '@oncall',
			due: '2026-11-27',
		});
	});
});
