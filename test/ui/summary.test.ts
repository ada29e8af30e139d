import {expect, test} from 'vitest';
import {setField} from '../../source/retro/edit.ts';
import {openInMemory} from '../../source/store/open/memory-retro.ts';
import {retroWith, walkThrough} from './screen.tsx';

test('the three questions stay in sight over the text', async () => {
	const screen = await walkThrough(retroWith(), {step: 'summary'});
	await screen.type('Checkout was slow.');
	expect(screen.frame()).toContain('What happened? Who was affected? How long did it last?');
	expect(screen.frame()).toContain('❯ Checkout was slow.');
	expect(screen.retro().summary).toBe('Checkout was slow.');
});

test('Alt+Enter and Ctrl+J break the line, Enter goes on to the impact', async () => {
	const screen = await walkThrough(retroWith(), {step: 'summary'});
	await screen.type('one');
	await screen.press('alt+enter');
	await screen.type('two');
	await screen.press('ctrl+j');
	await screen.type('three');
	await screen.press('enter');
	expect(screen.retro().summary).toBe('one\ntwo\nthree');
	expect(screen.frame()).toContain('◉ Impact');
});

test('arrows move within the text, and words are deleted as in a shell', async () => {
	const screen = await walkThrough(retroWith({summary: 'first line\nsecond line'}), {step: 'summary'});
	await screen.press('up', 'ctrl+e', 'ctrl+w');
	await screen.type('row');
	await screen.press('ctrl+a');
	await screen.type('The ');
	expect(screen.retro().summary).toBe('The first row\nsecond line');
});

test('a text longer than the window scrolls with the caret', async () => {
	const lines = Array.from({length: 40}, (_, index) => `line ${index + 1}.`);
	const screen = await walkThrough(retroWith({summary: lines.join('\n')}), {step: 'summary'});
	expect(screen.frame()).toContain('line 40.');
	expect(screen.frame()).not.toContain('line 1.');
	await screen.press('ctrl+home');
	expect(screen.frame()).toContain('line 1.');
	expect(screen.frame()).not.toContain('line 40.');
});

test('long lines wrap at words and nothing of them is cut off', async () => {
	const words = Array.from({length: 60}, (_, index) => `word${index}`);
	const screen = await walkThrough(retroWith({summary: words.join(' ')}), {step: 'summary'});
	for (const word of words) expect(screen.frame()).toMatch(new RegExp(`\\b${word}\\b`));
});

test('a paste of several lines comes in as lines, without what a terminal could be led astray by', async () => {
	const screen = await walkThrough(retroWith(), {step: 'summary'});
	await screen.paste('one\r\ntwo\u001B[2J\tthree\u0007 \u001B]0;title\u0007🎉');
	const {summary} = screen.retro();
	expect(summary.split('\n')).toHaveLength(2);
	expect(summary).toMatch(/^one\ntwo/);
	expect(summary).toContain('🎉');
	expect(summary).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
	expect(screen.frame()).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
});

test('Ctrl+O hands the text to the editor and takes back what was saved', async () => {
	const screen = await walkThrough(retroWith({summary: 'Slow.'}), {
		step: 'summary',
		editor: (text) => `${text}\nFor 47 minutes.\n`,
	});
	await screen.press('ctrl+o');
	await screen.until('For 47 minutes.');
	expect(screen.retro().summary).toBe('Slow.\nFor 47 minutes.');
});

test('where no editor can be started it is told and the text is as before', async () => {
	const screen = await walkThrough(retroWith({summary: 'Slow.'}), {step: 'summary'});
	await screen.press('ctrl+o');
	await screen.until('No editor could be started');
	expect(screen.retro().summary).toBe('Slow.');
});

test('a text left and come back to has its caret where it was', async () => {
	const screen = await walkThrough(retroWith({summary: 'Slow.'}), {step: 'summary'});
	await screen.press('home', 'pagedown', 'pageup');
	await screen.type('Very ');
	expect(screen.retro().summary).toBe('Very Slow.');
});

test('what others write before and behind the caret leaves it between its words', async () => {
	const open = openInMemory(retroWith({summary: 'The db failed.'}));
	const screen = await walkThrough(open, {step: 'summary'});
	await screen.press('alt+b');
	for (const summary of ['At noon the db failed.', 'At noon the db failed. Nobody saw.']) {
		open.commit(setField(open.retro, 'summary', summary));
		await screen.until(summary);
	}
	await screen.type('nearly ');
	expect(screen.retro().summary).toBe('At noon the db nearly failed. Nobody saw.');
});
