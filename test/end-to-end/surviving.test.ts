import {expect, test} from 'vitest';
import {enter, newHome} from './app.ts';

test('after kill -9 in the middle of a line everything is there, and goes on', async () => {
	const home = newHome();
	const app = home.start(['new']);
	await app.waitFor('What was it, how severe');
	await app.type('Checkout slow');
	await app.press('alt+4');
	await enter(app, '1000 Alert fires');
	await app.type('1005 on-call ackn');
	await app.waitFor(/saved \d\d:\d\d UTC/);
	app.kill('SIGKILL');
	await app.exit;

	const again = home.start(['open', '--step', 'timeline']);
	await again.waitFor('❯ 1005 on-call ackn');
	await again.type('owledges');
	await again.press('enter');
	await again.waitFor(/10:05 +\+5m +on-call acknowledges/);
	await again.press('ctrl+c');
	await again.exit;
	expect(home.record().title).toBe('Checkout slow');
	expect(home.record().timeline.map(({text}) => text)).toEqual(['Alert fires', 'on-call acknowledges']);
	expect(home.record().drafts).toBeUndefined();
});

test('a window that shrinks and grows while somebody types loses nothing and never breaks', async () => {
	const home = newHome();
	const app = home.start(['new'], {cols: 120, rows: 40});
	await app.waitFor('What was it, how severe');
	await app.press('alt+2');
	await app.type('Checkout was slow');
	app.resize(40, 10);
	await app.type(' for 47 minutes');
	await app.waitFor('47 minutes');
	for (const row of app.screen()) expect(row.length).toBeLessThanOrEqual(40);
	expect(app.cursor().row).toBeLessThan(10);
	app.resize(120, 40);
	await app.type(' in the EU');
	await app.waitFor('❯ Checkout was slow for 47 minutes in the EU');
	await app.waitFor('Who was affected?');
	await app.press('ctrl+c');
	await app.exit;
	expect(home.record().summary).toBe('Checkout was slow for 47 minutes in the EU');
});

test('a long ugly paste is stored clean and does nothing to the terminal', async () => {
	const home = newHome();
	const app = home.start(['new']);
	await app.waitFor('What was it, how severe');
	await app.press('alt+2');
	const line = 'The cache\twarmed up slowly 🐢 and 漢字 came \u001B[31mred\u001B[0m \u001B]0;owned\u0007out.\r\n';
	await app.paste(`${line.repeat(60).slice(0, 5000)}\u001B[201~ and the rest\r\nof it`);
	await app.waitFor('of it');
	await app.type(' END');
	await app.waitFor('of it END');
	await app.press('ctrl+c');
	await app.exit;
	const {summary} = home.record();
	expect(summary.split('\n').length).toBeGreaterThan(50);
	expect(summary).toContain('The cache  warmed up slowly 🐢 and 漢字 came red out.\n');
	expect([...summary].filter((character) => character !== '\n' && /\p{Cc}/u.test(character))).toEqual([]);
	expect(app.written()).not.toContain('owned');
});

test('what another shell logs lands in the open screen, and neither loses anything', async () => {
	const home = newHome();
	const app = home.start(['new']);
	await app.waitFor('What was it, how severe');
	await app.type('Checkout slow');
	await app.waitFor(/saved \d\d:\d\d UTC/);
	await app.press('alt+4');
	await app.type('1005 half a');
	home.run('log', '1000 from another shell');
	await app.waitFor('from another shell');
	await app.type(' line');
	await app.press('enter');
	await app.waitFor(/10:05 .*half a line/);
	await app.press('ctrl+c');
	await app.exit;
	expect(
		home
			.record()
			.timeline.map(({text}) => text)
			.toSorted(),
	).toEqual(['from another shell', 'half a line']);
});
