import {describe, expect, test} from 'vitest';
import {newHome} from './app.ts';
import {filledRecord} from './filled-record.ts';
import type {Terminal} from './terminal.ts';

/** Whether a sequence that sets a colour or another attribute (SGR) was written. */
function isStyled(written: string): boolean {
	return written.split('\u001B[').some((part) => /^[\d;]*m/.test(part));
}

test.concurrent.each([{NO_COLOR: '1'}, {TERM: 'dumb'}])(
	'with %o nothing is coloured, and a finding is marked and told all the same',
	async (env) => {
		const home = newHome();
		const app = home.start(['new'], {env});
		await app.waitFor('What was it, how severe');
		await app.press('alt+2');
		await app.type('Engineer X pushed bad code. ');
		await app.waitFor(/Ctrl\+R/);
		expect(app.screen().join('\n')).toMatch(/[❯>][⚠!]Engineer X pushed bad code/);
		expect(app.screen().join('\n')).toContain('"Engineer X');
		await app.press('ctrl+c');
		await app.exit;
		expect(isStyled(app.written())).toBe(false);
	},
);

test.concurrent('in colour, styles are written', async () => {
	const app = newHome().start(['new']);
	await app.waitFor('What was it, how severe');
	await app.press('ctrl+c');
	await app.exit;
	expect(isStyled(app.written())).toBe(true);
});

describe.concurrent.each([{TERM: 'linux'}, {LANG: 'C', LC_ALL: 'C'}])(
	'with %o the app draws plain characters alone',
	(env) => {
		/** Waits for the screen, and looks at every character on it. */
		async function expectPlain(app: Terminal, what: string | RegExp): Promise<void> {
			await app.waitFor(what);
			const drawn = app.screen().join('');
			expect([...drawn].filter((character) => character > '~')).toEqual([]);
		}

		test('on every step of an empty retro', async () => {
			const app = newHome().start(['new'], {env});
			await expectPlain(app, 'What was it, how severe');
			for (const [index, title] of titles.entries()) {
				await app.press(`alt+${index + 1}`);
				await expectPlain(app, `* ${title}`);
			}
		});

		test('on every step of a full one, where texts are cut off, in the help and in the dialogs', async () => {
			const home = newHome();
			home.run(
				'import',
				filledRecord(home.directory, 'Priya deleted the wrong volume, which had been there for years.'),
			);
			const app = home.start(['open'], {env});
			await app.waitFor('What was it, how severe');
			for (const [index, title] of titles.entries()) {
				await app.press(`alt+${index + 1}`);
				await expectPlain(app, `* ${title}`);
			}
			await expectPlain(app, 'the document');
			await app.press('k');
			await expectPlain(app, /Keep it, because|demands/);
			await app.press('alt+2', 'ctrl+g');
			await expectPlain(app, 'In the walk');
			await app.press('escape');
			await expectPlain(app, 'Who was affected?');
			await expectPlain(app, /!.*Ctrl\+R/);
			await app.press('ctrl+r');
			await expectPlain(app, 'Word it myself');
			await app.press('1', 'alt+4');
			await expectPlain(app, '* Timeline');
			await app.type('3:05pm PST page closes');
			await expectPlain(app, 'PST is UTC-8');
			await app.press('ctrl+u');
			await app.type('25:61');
			await expectPlain(app, 'no time');
			await app.press('ctrl+u', 'alt+7');
			await app.type('p: Add a canary @infra fri');
			await expectPlain(app, /fri|Fri/);
		});
	},
);

/** As the bar of steps has them. */
const titles = ['Details', 'Summary', 'Impact', 'Timeline', 'Whys', 'Lessons', 'Actions', 'Review'];
