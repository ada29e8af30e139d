import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {newHome, saved} from './app.ts';

test.concurrent('an abbreviation of several zones is settled for the team by a key, and never asked again', async () => {
	const home = newHome();
	const app = home.start(['new']);
	await app.waitFor('What was it, how severe');
	await app.press('alt+4');
	await app.waitFor('from detection to resolution');
	await app.type('2026-11-20 10:05 IST on-call acked https://ci.example.com/run/5');
	await app.waitFor(/IST: 1 Kolkata 04:35 .* Enter picks/);
	await app.press('enter');
	await app.waitFor('Which time is 2026-11-20 10:05 IST?');
	await app.press('a');
	await app.waitFor('IST is Asia/Kolkata from now on');
	await app.waitFor(/on-call acked ↗/);
	await app.type('10:20 IST drained');
	await app.waitFor('= 2026-11-20 04:50 UTC · IST is UTC+5:30, Asia/Kolkata');
	await app.press('enter');
	await app.waitFor(saved);
	await app.press('ctrl+c');
	await app.exit;
	expect(JSON.parse(readFileSync(join(home.directory, 'store/config.json'), 'utf8'))).toEqual({
		zones: {IST: 'Asia/Kolkata'},
	});
	expect(home.record().timeline).toMatchObject([
		{at: '2026-11-20T04:35:00Z', text: 'on-call acked https://ci.example.com/run/5', typed: '2026-11-20 10:05 IST'},
		{at: '2026-11-20T04:50:00Z', text: 'drained', typed: '10:20 IST'},
	]);
	home.run('log', 'latest', '10:30 IST back to normal');
	expect(home.record().timeline[2]?.at).toBe('2026-11-20T05:00:00Z');
});
