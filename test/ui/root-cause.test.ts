import {describe, expect, test} from 'vitest';
import type {Retro, Why} from '../../source/retro/record.ts';
import {retroWith, type Screen, walkThrough} from './screen.tsx';

function why(id: string, answer: string, parent: string | null, more: Partial<Why> = {}): Why {
	return {id, question: `Why ${id}?`, answer, parent, rootCause: false, ...more};
}

const chain = [
	why('a', 'the CPU spiked', null),
	why('b', 'a query ran often', 'a'),
	why('c', 'nothing was cached', 'b'),
	why('d', 'the load test was too small', 'c'),
	why('e', 'we lack a tool to mirror traffic', 'd'),
];

function rootCause(whys: readonly Why[] = [], changes: Partial<Retro> = {}): Promise<Screen> {
	return walkThrough(retroWith({whys: [...whys], ...changes}), {step: 'root-cause'});
}

describe('asking', () => {
	test('begins with the title of the incident', async () => {
		const screen = await rootCause();
		expect(screen.frame()).toContain('Why did this happen: Checkout latency?');
		expect(screen.frame()).toContain('Because ❯');
	});

	test('makes the next question out of the answer', async () => {
		const screen = await rootCause();
		await screen.type('the database CPU spiked to 100 %');
		await screen.press('enter');
		expect(screen.frame()).toContain('Why is it that the database CPU spiked to 100 %?');
		expect(screen.retro().whys).toEqual([
			expect.objectContaining({
				question: 'Why did this happen: Checkout latency?',
				answer: 'the database CPU spiked to 100 %',
				parent: null,
				rootCause: false,
			}),
		]);
	});

	test('five times makes a chain in which each why comes out of the one before', async () => {
		const screen = await rootCause();
		for (const answer of ['one', 'two', 'three', 'four', 'five']) {
			await screen.type(`${answer} was so`);
			await screen.press('enter');
		}
		expect(screen.retro().whys.map(({parent}) => parent)).toEqual([null, 'id1', 'id2', 'id3', 'id4']);
		expect(screen.retro().whys[4]?.question).toBe('Why is it that four was so?');
	});

	test.each([
		[chain.slice(0, 1), 'Four more to go'],
		[chain.slice(0, 3), 'Two more to go'],
		[chain.slice(0, 4), 'One more to go'],
		[chain, 'Is the last answer about the system? Alt+C marks it'],
	])('says how many are still to go', async (whys, hint) => {
		const screen = await rootCause(whys);
		expect(screen.frame()).toContain(hint);
	});

	test('takes a question that was reworded', async () => {
		const screen = await rootCause();
		await screen.press('up', 'ctrl+u');
		await screen.type('Why was checkout slow?');
		await screen.press('enter');
		await screen.type('the CPU spiked');
		await screen.press('enter');
		expect(screen.retro().whys[0]).toMatchObject({question: 'Why was checkout slow?', answer: 'the CPU spiked'});
		expect(screen.frame()).toContain('Why is it that the CPU spiked?');
	});

	test('takes no empty answer: Enter goes on to the contributing factors and to the lessons', async () => {
		const screen = await rootCause();
		await screen.press('enter');
		expect(screen.retro().whys).toEqual([]);
		expect(screen.row('what else had to be true')).toContain('❯');
		await screen.press('enter');
		expect(screen.frame()).toContain('◉ Lessons');
	});

	test('keeps an answer that was begun when the step is left', async () => {
		const screen = await rootCause();
		await screen.type('the CPU');
		await screen.press('pagedown', 'pageup');
		await screen.type(' spiked');
		await screen.press('enter');
		expect(screen.retro().whys[0]?.answer).toBe('the CPU spiked');
	});

	test('says Because once, although it was typed', async () => {
		const screen = await rootCause();
		await screen.type('Because the CPU spiked');
		await screen.press('enter');
		expect(screen.frame()).toContain('Why is it that the CPU spiked?');
		expect(screen.retro().whys[0]?.answer).toBe('the CPU spiked');
	});
});

describe('an answered why', () => {
	test('is marked as the root cause by Alt+C and unmarked again', async () => {
		const screen = await rootCause(chain);
		await screen.press('alt+c');
		expect(
			screen
				.retro()
				.whys.filter(({rootCause: marked}) => marked)
				.map(({id}) => id),
		).toEqual(['e']);
		expect(screen.row('we lack a tool')).toContain('◆ root cause');
		expect(screen.frame()).toContain('Root cause marked');
		await screen.press('alt+c');
		expect(screen.retro().whys.some(({rootCause: marked}) => marked)).toBe(false);
	});

	test('is edited in its place, answer and question', async () => {
		const screen = await rootCause(chain.slice(0, 2));
		await screen.press('up', 'up');
		expect(screen.row('a query ran often')).toContain('❯');
		await screen.type(' and long');
		await screen.press('up', 'ctrl+u');
		await screen.type('Why the spike?');
		expect(screen.retro().whys[1]).toMatchObject({answer: 'a query ran often and long', question: 'Why the spike?'});
	});

	test('branches by Alt+N: the same answer is asked about once more', async () => {
		const screen = await rootCause(chain.slice(0, 2));
		await screen.press('up', 'up', 'up', 'up', 'alt+n');
		expect(screen.row('branch')).toContain('Why is it that the CPU spiked?');
		await screen.type('the machine was small');
		await screen.press('enter');
		expect(screen.retro().whys.at(-1)).toMatchObject({answer: 'the machine was small', parent: 'a'});
		expect(screen.frame()).toContain('└');
	});

	test('is selected by Escape and deleted, and what was asked out of it stays in the chain', async () => {
		const screen = await rootCause(chain);
		await screen.press('up', 'up', 'up', 'up', 'escape', 'delete');
		expect(screen.retro().whys.map(({id, parent}) => [id, parent])).toEqual([
			['a', null],
			['b', 'a'],
			['c', 'b'],
			['e', 'c'],
		]);
		expect(screen.frame()).toContain('Ctrl+Z brings it back');
		await screen.press('ctrl+z');
		expect(screen.retro().whys).toEqual(chain);
	});

	test('is in sight while it is edited, however long the chain', async () => {
		const long = Array.from({length: 20}, (_, index) =>
			why(`w${index}`, `answer ${index}.`, index === 0 ? null : `w${index - 1}`),
		);
		const screen = await rootCause(long);
		expect(screen.frame()).toContain('answer 19.');
		for (let index = 0; index < 2 * 15; index++) await screen.press('up');
		const focused = screen.rows().filter((row) => row.includes('❯'));
		expect(focused).toHaveLength(1);
		expect(focused[0]).toMatch(/Why w5\?|answer 5\./);
	});
});

test('contributing factors are a list beside the whys', async () => {
	const screen = await rootCause(chain);
	await screen.press('tab');
	await screen.type('The release coincided with a sale');
	await screen.press('enter');
	await screen.type('Two teams were on leave');
	await screen.press('enter');
	expect(screen.retro().contributingFactors.map(({text}) => text)).toEqual([
		'The release coincided with a sale',
		'Two teams were on leave',
	]);
	expect(screen.frame()).toContain('• Two teams were on leave');
	await screen.press('up', 'delete');
	expect(screen.retro().contributingFactors).toHaveLength(1);
});

test('a question that was emptied is the suggested one again once it is left', async () => {
	const screen = await rootCause(chain.slice(0, 1));
	await screen.press('up', 'ctrl+u');
	expect(screen.frame()).not.toContain('Why is it that the CPU spiked?');
	await screen.press('down');
	await screen.type('a query ran often');
	await screen.press('enter');
	expect(screen.retro().whys[1]?.question).toBe('Why is it that the CPU spiked?');
});

test('out of a selected why an arrow goes to its neighbours', async () => {
	const screen = await rootCause(chain);
	await screen.press('up', 'up', 'up', 'up', 'up', 'up', 'escape');
	expect(screen.row('❯')).toContain('Why c?');
	await screen.press('down');
	expect(screen.row('❯')).toContain('Why d?');
	await screen.press('up', 'escape', 'up');
	expect(screen.row('❯')).toContain('a query ran often');
});

test.each([
	[40, 10],
	[40, 8],
	[20, 5],
])('in a window of %i by %i the end of what is typed is in sight, wherever it is typed', async (columns, rows) => {
	const screen = await walkThrough(retroWith({whys: chain}), {step: 'root-cause', columns, rows});
	await screen.type('a long answer that takes more than one row to end');
	expect(screen.frame()).toMatch(/\bend\b/);
	await screen.press('tab');
	await screen.type('a factor');
	expect(screen.frame()).toContain('❯ a factor');
	await screen.press('shift+tab', 'ctrl+a', 'up');
	expect(screen.frame()).toContain('❯');
	await screen.type(' or what');
	expect(screen.frame()).toMatch(/\bwhat\b/);
});
