import {describe, expect, test} from 'vitest';
import {Problem} from '../../source/problem.ts';
import {completeRetro} from '../retro/complete-retro.ts';
import {retroWith, type ScreenOptions, walkThrough} from './screen.tsx';

const ready = {...completeRetro, severity: 'SEV2' as const};

function review(changes: Partial<typeof completeRetro> = {}, options: ScreenOptions = {}) {
	return walkThrough({...ready, ...changes}, {step: 'review', ...options});
}

/** The rule over the document, once there is one. */
const drawn = /1-\d+ of \d+/;

describe('what is open', () => {
	test('of an empty retro is counted and listed, what blocks first', async () => {
		const screen = await walkThrough(retroWith({title: ''}), {step: 'review'});
		expect(screen.frame()).toMatch(/\d+ things to settle before this can be final/);
		expect(screen.row('The retro has no title yet')).toMatch(/❯ ✗ Details/);
	});

	test('of a whole retro is nothing, and f calls it final and a draft again', async () => {
		const screen = await review();
		expect(screen.frame()).toContain('Nothing open on any step');
		await screen.press('f');
		expect(screen.retro().status).toBe('final');
		expect(screen.rows()[0]).toContain('final');
		await screen.press('f');
		expect(screen.retro().status).toBe('draft');
	});

	test('how many entries carry evidence stands under it', async () => {
		const [first, ...others] = ready.timeline;
		if (first === undefined) throw new Error('the whole retro has no timeline');
		const timeline = [{...first, text: `${first.text} https://ci.example.com/run/5`}, ...others];
		const screen = await review({timeline});
		expect(screen.frame()).toContain(`1 of ${timeline.length} entries carries evidence`);
		const narrow = await review({timeline}, {columns: 50});
		expect(narrow.row('evidence')).toMatch(/^ +1 of 5 entries carries evidence$/);
		const low = await review({timeline}, {columns: 50, rows: 10});
		expect(low.frame()).not.toContain('evidence');
	});

	test('keeps the retro from being final while the guide demands it', async () => {
		const screen = await review({summary: ''});
		await screen.press('f');
		expect(screen.retro().status).toBe('draft');
		expect(screen.frame()).toContain('1 thing to settle first.');
	});

	test('is jumped to by Enter, mended there, and Escape comes back', async () => {
		const screen = await review({summary: ''});
		await screen.press('enter');
		expect(screen.frame()).toContain('◉ Summary');
		await screen.type('The site was down for 47 minutes.');
		await screen.press('escape');
		expect(screen.frame()).toContain('◉ Review');
		expect(screen.frame()).toContain('Nothing open on any step');
	});

	test('in an entry of a list is jumped to where it is edited, and two Escapes come back', async () => {
		const [first, ...others] = ready.actions;
		if (first === undefined) throw new Error('the whole retro has no actions');
		const screen = await review({actions: [{...first, owner: ''}, ...others]});
		expect(screen.row('has no owner')).toContain('❯ ✗ Action items');
		await screen.press('enter');
		expect(screen.frame()).toContain('◉ Actions');
		expect(screen.frame()).toContain('prevent: Implement traffic mirroring in staging.');
		await screen.press('escape', 'escape', 'escape');
		expect(screen.frame()).toContain('◉ Review');
	});

	test('that was jumped to and come back from is still the selected one', async () => {
		const screen = await walkThrough(retroWith({title: ''}), {step: 'review'});
		await screen.press('down', 'down', 'down', 'up');
		const before = screen.rows().find((row) => row.startsWith(' ❯'));
		await screen.press('enter', 'escape');
		expect(screen.rows().find((row) => row.startsWith(' ❯'))).toBe(before);
	});

	test('of wording is listed with its words, and k keeps it with a reason', async () => {
		const screen = await review({summary: 'A careless deploy took the site down for 47 minutes.'});
		await screen.until('"careless": Judges a person');
		await screen.press('k');
		expect(screen.frame()).toContain('Keep it, because');
		await screen.type('it is a quotation');
		await screen.press('enter');
		expect(screen.retro().kept).toEqual([
			{field: 'summary', rule: 'judgement.careless', text: 'careless', reason: 'it is a quotation'},
		]);
		await screen.until('Nothing open on any step');
	});

	test('that the guide demands is not kept', async () => {
		const screen = await review({summary: ''});
		await screen.press('k');
		expect(screen.frame()).toContain('This one the guide demands.');
		expect(screen.retro().kept).toEqual([]);
	});

	test('is not kept without a reason', async () => {
		const screen = await review({summary: 'A careless deploy took the site down for 47 minutes.'});
		await screen.until('"careless": Judges a person');
		await screen.press('k', 'enter', 'escape');
		expect(screen.retro().kept).toEqual([]);
		expect(screen.row('careless')).toContain('❯ ⚠');
	});
});

describe('the document', () => {
	test('is shown as it will be, and Space scrolls it to its end and b back', async () => {
		const screen = await review();
		await screen.until(drawn);
		const start = screen.frame();
		for (let page = 0; page < 12; page++) await screen.press('space');
		expect(screen.frame()).toContain('@backend-team');
		for (let page = 0; page < 12; page++) await screen.press('b');
		expect(screen.frame()).toBe(start);
	});

	test('is copied by c', async () => {
		const screen = await review();
		await screen.until(drawn);
		await screen.press('c');
		expect(screen.told.copied).toHaveLength(1);
		expect(screen.told.copied[0]).toContain('`[10:05 UTC]` On-call engineer acknowledges alert.');
		expect(screen.frame()).toContain('Copied');
	});

	test('is written where the prompt says, a name being offered', async () => {
		const screen = await review();
		await screen.until(drawn);
		await screen.press('e');
		expect(screen.frame()).toContain(`Write to ${ready.id}.md`);
		await screen.press('ctrl+u');
		await screen.type('docs/crash.md');
		await screen.press('enter');
		await screen.until('Written to docs/crash.md');
		expect(screen.told.written).toEqual([
			{path: 'docs/crash.md', text: expect.stringContaining('Site crash under load')},
		]);
	});

	test('goes over a file that is there only on a second Enter', async () => {
		const screen = await review(
			{},
			{
				write(path, replace) {
					if (!replace) throw new Problem(`${path} is there already.`, 'Enter again replaces it.');
				},
			},
		);
		await screen.until(drawn);
		await screen.press('e', 'enter');
		await screen.until('is there already. Enter again replaces it.');
		expect(screen.told.written).toEqual([]);
		await screen.press('enter');
		await screen.until('Written to');
		expect(screen.told.written).toHaveLength(1);
	});

	test('asks again before another file is replaced', async () => {
		const asked: [string, boolean][] = [];
		const screen = await review(
			{},
			{
				write(path, replace) {
					asked.push([path, replace]);
					throw new Problem(`${path} is there already.`);
				},
			},
		);
		await screen.until(drawn);
		await screen.press('e', 'ctrl+u');
		await screen.type('a.md');
		await screen.press('enter');
		await screen.until('a.md is there already.');
		await screen.press('ctrl+u');
		await screen.type('b.md');
		await screen.press('enter');
		await screen.until('b.md is there already.');
		expect(asked).toEqual([
			['a.md', false],
			['b.md', false],
		]);
	});

	test('is not written when the prompt is left by Escape', async () => {
		const screen = await review();
		await screen.until(drawn);
		await screen.press('e', 'escape');
		expect(screen.frame()).toContain('the document');
		expect(screen.told.written).toEqual([]);
	});

	test('is made from another template by t', async () => {
		const screen = await review();
		await screen.until(drawn);
		await screen.press('t');
		expect(screen.row('brief')).toContain('one page for a chat');
		await screen.press('down', 'enter');
		await screen.untilGone('# Post-Mortem');
		await screen.press('c');
		expect(screen.told.copied[0]).not.toContain('Lessons Learned');
	});

	test('shows no control character of what was pasted', async () => {
		const screen = await review({summary: 'Down\u001B[2J\u0007 for\u009B 47 minutes.'});
		await screen.until('47 minutes');
		expect(screen.frame()).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
	});
});

describe('the findings, one by one', () => {
	const careless = {
		summary: 'A careless deploy.',
		lessons: {...ready.lessons, wentWrong: [{id: 'w', text: 'A careless review.'}]},
	};

	async function tour() {
		const screen = await review({...careless});
		await screen.until('judgement 2');
		await screen.press('r');
		await screen.until('1 of 2');
		return screen;
	}

	test('are counted by category beside the headline', async () => {
		const screen = await review({...careless});
		await screen.until('judgement 2');
		expect(screen.rows().findIndex((row) => row.includes('judgement 2'))).toBe(
			screen.rows().findIndex((row) => row.includes('things to look at')),
		);
	});

	test('are gone through with r: a wording is taken, the next one comes', async () => {
		const screen = await tour();
		expect(screen.row('1 of 2')).toContain('Summary');
		expect(screen.rows().at(-1)).toMatch(/^ Enter take {2}Esc back$/);
		await screen.press('enter');
		await screen.until('1 of 1');
		expect(screen.retro().summary).toBe('A unguarded deploy.');
		expect(screen.row('1 of 1')).toContain('Lessons');
		await screen.press('2');
		await screen.until('Nothing found any more.');
		expect(screen.retro().lessons.wentWrong[0]?.text).toBe('A without a second check review.');
		await screen.press('escape');
		await screen.until('Nothing open on any step');
	});

	test('can be kept with a reason or left for now, and Escape leads back to the Review', async () => {
		const screen = await tour();
		await screen.press('3');
		await screen.type('said by the vendor');
		await screen.press('enter');
		await screen.until('1 of 1');
		expect(screen.retro().kept).toMatchObject([{field: 'summary', reason: 'said by the vendor'}]);
		await screen.press('5');
		await screen.until('That was the last one.');
		await screen.press('escape');
		expect(screen.row('"careless"')).toContain('Lessons');
	});

	test('lead to their text where one would rather word it oneself, and Escape comes back', async () => {
		const screen = await tour();
		await screen.press('6');
		expect(screen.frame()).toContain('◉ Summary');
		await screen.press('escape');
		expect(screen.frame()).toContain('◉ Review');
	});

	test('are said to be none where there are none', async () => {
		const screen = await review();
		await screen.press('r');
		expect(screen.frame()).toContain('Nothing was found in the wording or the times.');
	});
});
