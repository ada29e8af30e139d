/** A retro of a long night: 500 entries and a long summary. */
import {expect, test} from 'vitest';
import {newHome, saved} from './app.ts';

test.concurrent.each([
	{cols: 80, rows: 24},
	{cols: 200, rows: 60},
])('a retro of 500 entries opens, scrolls and takes a line at $cols x $rows', async (size) => {
	const home = newHome();
	const id = home.run('new', '--no-open', 'A long night').trim();
	home.run('log', id, '2026-11-20 10:00 start');
	home.pipe(Array.from({length: 500}, (_, index) => `+1 event ${index}`).join('\n'), 'log', id, '-');
	home.pipe('The queue grew, and the workers were slow to follow. '.repeat(400), 'set', id, 'summary', '-');

	const app = home.start(['open', id, '--step', 'timeline'], size);
	await app.waitFor('event 499');
	await app.press(...Array<string>(120).fill('up'));
	await app.waitFor(/❯ .*event 380$/m);
	await app.press('enter');
	await app.waitFor(/❯ +1?\d:\d\d(?::\d\d)? event 380$/m);
	await app.type(' was long');
	await app.press('enter');
	await app.waitFor(/❯ .*event 380 was long$/m);
	await app.press('escape');
	await app.waitFor('❯ 1005 on-call');
	await app.type('+1 one more');
	await app.press('enter');
	await app.waitFor(/✓ .*one more/);
	expect(app.overflowingRows()).toEqual([]);

	await app.press('alt+2');
	await app.waitFor('Who was affected?');
	await app.press('ctrl+end');
	await app.type(' The end.');
	await app.waitFor('follow. The end.');
	await app.press('alt+8');
	await app.waitFor('# Post-Mortem: A long night');
	expect(app.overflowingRows()).toEqual([]);
	await app.waitFor(saved);
	await app.press('ctrl+c');
	expect((await app.exit).status).toBe(0);
	const {timeline, summary} = home.record();
	expect(timeline).toHaveLength(502);
	expect(timeline.map(({text}) => text)).toContain('event 380 was long');
	expect(summary).toMatch(/^The queue grew.* The end\.$/);
});
