/** The whole walk, key by key, from `retro new` to the file that a team commits. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {newHome, saved, sizes} from './app.ts';
import type {Terminal} from './terminal.ts';

const expected = readFileSync(join(import.meta.dirname, 'expected/whole-retro.md'), 'utf8');

test.concurrent.each(sizes)(
	'the guide’s own incident, typed key by key at $cols x $rows, becomes its document',
	async (size) => {
		const home = newHome();
		const app = home.start(['new'], size);
		await app.waitFor('A retro without a title yet');

		await details(app);
		await summary(app);
		await impact(app);
		await timeline(app);
		await whys(app);
		await lessons(app);
		await actions(app);
		await review(app);

		await app.waitFor(saved);
		await app.press('ctrl+c');
		expect(await app.exit).toEqual({status: 0, signal: 0});
		expect(app.screen().join('\n')).toContain(`Saved. Go on with: retro open ${home.record().id}`);
		expect(readFileSync(join(home.directory, 'post-mortem.md'), 'utf8')).toBe(expected);
		expect(home.run('export', 'latest')).toBe(expected);
	},
);

/** Types a line and enters it when all of its end is on screen. */
async function enter(app: Terminal, line: string): Promise<void> {
	await app.type(line);
	await app.waitFor(line.slice(-12));
	await app.press('enter');
}

/** Waits until the row holds the label and the pointer of the focus. */
function focusOn(app: Terminal, label: string): Promise<number> {
	return app.waitFor(new RegExp(`${label}\\s+❯`));
}

async function details(app: Terminal): Promise<void> {
	await focusOn(app, 'Title');
	await enter(app, 'Site crash under a heavy query');
	await focusOn(app, 'Severity');
	await app.press('down');
	await app.waitFor(/❯ SEV 2/);
	await app.press('enter');
	await focusOn(app, 'Date');
	await app.press('ctrl+u');
	await app.type('2026-11-20');
	await app.waitFor(/= .*2026-11-20/);
	await app.press('enter');
	await focusOn(app, 'Facilitator');
	await enter(app, '@amara');
	await focusOn(app, 'Participants');
	await enter(app, '@amara, @jonas, @oncall');
	await focusOn(app, 'Services');
	await enter(app, 'web, orders-db');
	await focusOn(app, 'Status');
	await app.press('enter');
}

async function summary(app: Terminal): Promise<void> {
	await app.waitFor('◉ Summary');
	await app.type('The site was down for 47 minutes.');
	await app.press('alt+enter', 'ctrl+j');
	await app.type('12% of users saw errors; the *database* ran hot.');
	await app.waitFor('ran hot.');
	await app.press('enter');
}

async function impact(app: Terminal): Promise<void> {
	await app.waitFor('◉ Impact');
	await app.type('0956');
	await app.waitFor('= 2026-11-20 09:56 UTC');
	await app.press('enter');
	await focusOn(app, 'End');
	await app.type('2:43am PST');
	await app.waitFor('= 2026-11-20 10:43 UTC');
	await app.waitFor('47 min');
	await app.press('enter');
	await focusOn(app, 'Users affected');
	await enter(app, '4,100 people, 12% of sessions');
	await focusOn(app, 'Revenue impact');
	await enter(app, 'About $21,000');
	await focusOn(app, 'Data impact');
	await enter(app, 'None lost, none corrupted');
}

async function timeline(app: Terminal): Promise<void> {
	await app.waitFor('◉ Timeline');
	// In the order in which they come to mind; the document has them in the order of time.
	await entry(app, '1005 On-call engineer acknowledges alert.', {at: '10:05', phase: 'acknowledged', presses: 2});
	await entry(app, '10:00 Monitoring alert fires for high latency.', {at: '10:00', phase: 'detected', presses: 5});
	await entry(app, '3:15am PDT Incident declared. SEV 2.', {at: '10:15', phase: 'declared', presses: 1});
	await entry(app, '+7m CPU of `orders-db` at 100%.', {at: '10:22'});
	await entry(app, '[10:36 UTC] The feature flag is turned off.', {at: '10:36', phase: 'mitigated', presses: 1});
	await entry(app, '+7 Latency is back to its usual level.', {at: '10:43', phase: 'resolved', presses: 1});
	await app.press('pagedown');
}

/** Enters a line, once its reading and the phase that so many presses of its key give are in sight. */
async function entry(
	app: Terminal,
	line: string,
	{at, phase, presses = 0}: {at: string; phase?: string; presses?: number},
): Promise<void> {
	await app.type(line);
	await app.waitFor(`= 2026-11-20 ${at} UTC`);
	await app.press(...Array<string>(presses).fill('alt+p'));
	if (phase !== undefined) await app.waitFor(`◆ ${phase} = 2026`);
	await app.press('enter');
	await app.waitFor(new RegExp(`${at} .*${line.slice(-12)}`));
}

async function whys(app: Terminal): Promise<void> {
	await app.waitFor('◉ Whys');
	await app.waitFor('Why did this happen: Site crash under a heavy query?');
	await why(app, 'Why did the site crash?', 'the database CPU spiked to 100%.');
	await app.waitFor('Why is it that the database CPU spiked to 100%?');
	await why(app, 'Why did the CPU spike?', 'a heavy query was run frequently.');
	await why(app, 'Why was the query run frequently?', 'a new feature was released without caching.');
	await why(app, 'Why was it released without caching?', "the load test didn't simulate realistic traffic patterns.");
	await why(
		app,
		"Why didn't the load test simulate realistic traffic?",
		'we lack a tool to mirror production traffic to staging.',
	);
	await app.press('alt+c');
	await app.waitFor('◆ root cause');
	await app.press('enter');
	await app.waitFor('❯ what else had to be true');
	await enter(app, 'Slow queries raised no alert of their own.');
	await app.waitFor('• Slow queries');
	await app.press('enter');
}

/** Rewords the question that is offered and answers it. */
async function why(app: Terminal, question: string, answer: string): Promise<void> {
	await app.press('shift+tab', 'ctrl+e', 'ctrl+u');
	await enter(app, question);
	await enter(app, answer);
	await app.waitFor('Because ❯ what made that possible?');
}

async function lessons(app: Terminal): Promise<void> {
	await app.waitFor('◉ Lessons');
	await enter(app, 'Alerts fired immediately.');
	await enter(app, 'Rollback was fast.');
	await app.waitFor('• Rollback was fast.');
	await app.press('enter');
	await enter(app, 'Logs were missing.');
	await enter(app, 'Playbook was outdated.');
	await app.waitFor('• Playbook was outdated.');
	await app.press('enter');
	await enter(app, 'It was a quiet morning.');
	await app.waitFor('• It was a quiet morning.');
	await app.press('enter');
}

async function actions(app: Terminal): Promise<void> {
	await app.waitFor('◉ Actions');
	await enter(app, 'prevent: Implement traffic mirroring in staging. @infra-team 2031-12-01');
	await app.waitFor(/@infra-team\s.*2031-12-01[\s\S]*❯/);
	await enter(app, 'd: Add alert for high database query time. @backend-team 2031-12-05');
	await app.waitFor(/@backend-team\s.*2031-12-05[\s\S]*❯/);
	// The owner is completed from those in the room.
	await app.type('m Update rollback playbook. @on');
	await app.waitFor('Tab: @oncall');
	await app.press('tab');
	await enter(app, '2031-12-08');
	await app.waitFor(/@oncall\s.*2031-12-08[\s\S]*❯/);
	await app.press('enter');
}

async function review(app: Terminal): Promise<void> {
	await app.waitFor('◉ Review');
	await app.waitFor('Ready: f calls it final');
	await app.press('f');
	await app.waitFor('Final. Export it with e');
	await app.press('e');
	await app.waitFor('Write to ');
	await app.press('ctrl+u');
	await enter(app, 'post-mortem.md');
	await app.waitFor('Written to post-mortem.md');
}
