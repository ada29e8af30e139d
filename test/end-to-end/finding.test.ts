import {expect, test} from 'vitest';
import {newHome} from './app.ts';

test('a blameful sentence is told of at once, reworded by a key, and brought back by another', async () => {
	const home = newHome();
	const app = home.start(['new']);
	await app.waitFor('What was it, how severe');
	await app.press('alt+2');
	await app.type('Priya deleted the wrong volume. ');
	await app.waitFor(/⚠.*Ctrl\+R/);
	await app.press('ctrl+r');
	await app.waitFor('Word it myself');
	await app.press('1');
	await app.waitFor(/❯ The wrong volume was deleted/);
	await app.press('ctrl+z');
	await app.waitFor('❯ Priya deleted the wrong volume.');
	await app.press('ctrl+c');
	await app.exit;
	expect(home.record().summary).toBe('Priya deleted the wrong volume. ');
});

test('a finding that is kept with a reason is not told of again', async () => {
	const home = newHome();
	const app = home.start(['new']);
	await app.waitFor('What was it, how severe');
	await app.press('alt+2');
	await app.type('It was back at 10:05 PDT. ');
	await app.waitFor(/PDT is not UTC/);
	await app.press('ctrl+r');
	await app.waitFor('Keep it');
	await app.press('down', 'enter');
	await app.type('the vendor reports in PDT');
	await app.press('enter');
	await app.waitFor('Who was affected?');
	await app.type('Really. ');
	await app.waitFor(/saved \d\d:\d\d UTC/);
	expect(app.screen().join('\n')).not.toContain('PDT is not UTC');
	await app.press('ctrl+c');
	await app.exit;
	expect(home.record().kept).toMatchObject([
		{field: 'summary', text: '10:05 PDT', reason: 'the vendor reports in PDT'},
	]);
});

test('a retro of 500 entries opens, scrolls and takes a line', async () => {
	const home = newHome();
	const id = home.run('new', '--no-open', 'A long night').trim();
	const lines = Array.from({length: 500}, (_, index) => `+1 event ${index}`).join('\n');
	home.run('log', id, `2026-11-20 10:00 start`);
	home.pipe(lines, 'log', id, '-');
	const app = home.start(['open', id, '--step', 'timeline']);
	await app.waitFor('event 499');
	await app.press('up', 'up');
	await app.waitFor(/❯ .*event 498/);
	await app.press('escape');
	await app.waitFor('❯ 1005 on-call');
	await app.type('+1 one more');
	await app.press('enter');
	await app.waitFor(/✓ .*one more/);
	await app.press('ctrl+c');
	await app.exit;
	expect(home.record().timeline).toHaveLength(502);
});
