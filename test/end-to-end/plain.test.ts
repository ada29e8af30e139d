import {expect, test} from 'vitest';
import {newHome} from './app.ts';

/** Whether a sequence that sets a colour or another attribute (SGR) was written. */
function isStyled(written: string): boolean {
	return written.split('\u001B[').some((part) => /^[\d;]*m/.test(part));
}

test.each([{NO_COLOR: '1'}, {TERM: 'dumb'}])(
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

test('in colour, styles are written', async () => {
	const app = newHome().start(['new']);
	await app.waitFor('What was it, how severe');
	await app.press('ctrl+c');
	await app.exit;
	expect(isStyled(app.written())).toBe(true);
});

test.each([{TERM: 'linux'}, {LANG: 'C', LC_ALL: 'C'}])('with %o the app draws plain characters alone', async (env) => {
	const home = newHome();
	const app = home.start(['new'], {env});
	await app.waitFor('What was it, how severe');
	for (const step of ['alt+2', 'alt+3', 'alt+4', 'alt+5', 'alt+6', 'alt+7', 'alt+8']) {
		await app.press(step);
		await app.waitForQuiet();
		const drawn = app.screen().join('');
		expect([...drawn].filter((character) => character > '~')).toEqual([]);
	}
	await app.press('ctrl+c');
	await app.exit;
});
