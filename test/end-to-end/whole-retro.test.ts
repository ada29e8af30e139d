import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {enter, newHome} from './app.ts';

const sizes = [
	{cols: 80, rows: 24},
	{cols: 120, rows: 40},
];

test.each(sizes)(
	'the guide’s own incident, typed key by key at $cols x $rows, becomes the finished document',
	async (size) => {
		const home = newHome();
		const app = home.start(['new'], size);
		await app.waitFor('What was it, how severe');

		await enter(app, 'Site crash under a heavy database query');
		await app.waitFor('A post-mortem is mandatory');
		await app.press('2');
		await app.press('ctrl+u');
		await enter(app, '2026-11-20');
		await enter(app, '@amara');
		await enter(app, '@amara, @jonas');
		await enter(app, 'web, orders-db');
		await app.press('pagedown');

		await app.waitFor('Who was affected?');
		await app.type('The site answered slowly for 47 minutes. About 12 % of sessions saw errors.');
		await app.press('enter');

		await app.waitFor('Quantify the impact');
		await enter(app, '2026-11-20 10:00');
		await enter(app, '10:47');
		await app.waitFor('47 minutes');
		await enter(app, '12 % of sessions');
		await enter(app, 'none');
		await enter(app, 'none');

		await app.waitFor('from detection to resolution');
		await app.type('1000 Monitoring alert fires for high latency.');
		await app.press('alt+p', 'enter');
		await app.waitFor(/10:00 +◆ detected/);
		await app.type('+5 On-call engineer acknowledges alert.');
		await app.press('alt+p', 'enter');
		await app.type('3:15am PDT Incident declared. SEV 2.');
		await app.waitFor('PDT is UTC-7');
		await app.press('alt+p', 'enter');
		await enter(app, '+16m The query is traced to a new feature.');
		await app.type('1047 Latency back under 200 ms.');
		await app.press('alt+p', 'alt+p', 'enter');
		await app.waitFor(/10:47 .*◆ resolved/);
		await app.press('pagedown');

		await app.waitFor('Ask why, five times or more');
		const answers = [
			'the database CPU spiked to 100%.',
			'a heavy query was run frequently.',
			'a new feature was released without caching.',
			"the load test didn't simulate realistic traffic patterns.",
			'we lack a tool to mirror production traffic to staging.',
		];
		for (const [index, answer] of answers.entries()) {
			await enter(app, answer);
			await app.waitFor(new RegExp(`${index + 2} +Why is it that`));
		}
		await app.press('alt+c');
		await app.waitFor('root cause');
		await app.press('enter');
		await enter(app, 'Slow queries raised no alert of their own.');
		await app.press('enter');

		await app.waitFor('What went well?');
		await enter(app, 'Alerts fired immediately');
		await app.press('enter');
		await enter(app, 'Logs were missing');
		await app.press('enter');
		await enter(app, 'It was a quiet morning');
		await app.press('enter');

		await app.waitFor('Concrete tasks');
		await enter(app, 'prevent: Implement traffic mirroring in staging. @infra-team 2031-12-01');
		await enter(app, 'd Add alert for high database query time. @backend-team 2031-12-04');
		await enter(app, 'm Update rollback playbook. @oncall 2031-12-08');
		await app.waitFor('MITIGATE');
		await app.press('enter');

		await app.waitFor('Nothing open on any step');
		await app.press('f');
		await app.waitFor('· final ·');
		await app.press('e');
		await app.waitFor('Write to');
		await app.press('ctrl+u');
		await enter(app, 'post-mortem.md');
		await app.waitFor('Written to post-mortem.md');
		await app.press('ctrl+c');
		await app.waitFor('Go on with: retro open');
		expect((await app.exit).status).toBe(0);

		const written = readFileSync(join(home.directory, 'post-mortem.md'), 'utf8');
		expect(written).toBe(readFileSync(join(import.meta.dirname, 'expected/whole-retro.md'), 'utf8'));
		expect(home.run('export', 'latest')).toBe(written);
	},
);
