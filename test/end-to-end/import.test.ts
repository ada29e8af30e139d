/** What was said in a chat, pasted into the Timeline step of the bundled app, and taken back. */
import {expect, test} from 'vitest';
import type {Retro} from '../../source/retro/record.ts';
import {newHome, saved} from './app.ts';

const chat = [
	'Ana',
	'  10:05 AM',
	'Checkout is slow',
	'',
	'Ben',
	'  10:07 AM',
	'draining cache-3',
	'10:15',
	'drained',
].join('\n');

test('a Slack paste is asked for its day and zone, added by Enter, and taken back by Ctrl+Z', async () => {
	const home = newHome();
	home.run('new', 'Checkout latency', '--no-open');
	const app = home.start(['open', 'latest', '--step', 'timeline']);
	await app.waitFor('◉ Timeline');
	await app.waitForQuiet();
	await app.paste(chat);
	await app.waitFor('Which day are these times of?');
	await app.type('2026-11-20');
	await app.waitFor('= Friday 2026-11-20, for 3 rows');
	await app.press('enter');
	await app.waitFor('In which zone are these times?');
	await app.press('enter');
	await app.waitFor('Enter adds 3 entries');
	await app.press('enter');
	await app.waitFor('3 entries added.');
	await app.waitFor('Ben: drained');
	await app.waitFor(saved);
	// While the app is open, what is newest lies beside the record: the app's own commands know where.
	const {timeline} = JSON.parse(home.run('export', 'latest', '--json')) as Retro;
	expect(timeline.map(({at, text}) => `${at} ${text}`)).toEqual([
		'2026-11-20T10:05:00Z Ana: Checkout is slow',
		'2026-11-20T10:07:00Z Ben: draining cache-3',
		'2026-11-20T10:15:00Z Ben: drained',
	]);
	await app.press('ctrl+z');
	await app.waitFor('Undone.');
	await app.press('ctrl+c');
	expect(await app.exit).toEqual({status: 0, signal: 0});
	expect(home.record().timeline).toEqual([]);
});
