import {expect, test} from 'vitest';
import {newHome, saved} from './app.ts';

test.concurrent('a blameful sentence is told of at once, reworded by a key, and brought back by another', async () => {
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

test.concurrent('a finding that is kept with a reason is not told of again', async () => {
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
	await app.waitFor(saved);
	expect(app.screen().join('\n')).not.toContain('PDT is not UTC');
	await app.press('ctrl+c');
	await app.exit;
	expect(home.record().kept).toMatchObject([
		{field: 'summary', text: '10:05 PDT', reason: 'the vendor reports in PDT'},
	]);
});

test.concurrent('a time in PDT in the summary is reworded to its instant in UTC', async () => {
	const home = newHome();
	const app = home.start(['new']);
	await app.waitFor('What was it, how severe');
	await app.press('ctrl+s', 'alt+2');
	await app.waitFor('Who was affected?');
	await app.type('The page closed at 3:05pm PDT. ');
	await app.waitFor(/PDT is not UTC/);
	await app.press('ctrl+r');
	await app.waitFor('Word it myself');
	await app.press('1');
	await app.waitFor(/❯ The page closed at 22:05 UTC/);
	await app.press('ctrl+c');
	await app.exit;
	expect(home.record().summary).toBe('The page closed at 22:05 UTC. ');
});
