import {chmodSync, existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {type Home, newHome} from './app.ts';
import type {Terminal} from './terminal.ts';

/** The app with a word typed into the title, and that word on the disk. */
async function opened(home: Home, env: Readonly<Record<string, string>> = {}): Promise<Terminal> {
	const app = home.start(['new'], {env});
	await app.waitFor('What was it, how severe');
	await app.type('Checkout');
	await app.waitFor(/saved \d\d:\d\d UTC/);
	return app;
}

/** What a program has to take back before it goes: alternate screen, hidden cursor, bracketed paste. */
function expectRestored(app: Terminal): void {
	const written = app.written();
	const lastOf = (on: string, off: string): boolean => written.lastIndexOf(off) > written.lastIndexOf(on);
	expect(app.screenKind()).toBe('normal');
	expect(lastOf('\u001B[?1049h', '\u001B[?1049l')).toBe(true);
	expect(lastOf('\u001B[?25l', '\u001B[?25h')).toBe(true);
	expect(lastOf('\u001B[?2004h', '\u001B[?2004l')).toBe(true);
}

describe('however the app is left, the terminal is as it was and everything is saved', () => {
	test.each([
		{way: 'Ctrl+C', leave: (app: Terminal) => app.write('\u0003'), status: 0},
		{way: 'SIGTERM', leave: (app: Terminal) => app.kill('SIGTERM'), status: 143},
		{way: 'SIGHUP', leave: (app: Terminal) => app.kill('SIGHUP'), status: 129},
		{way: 'SIGINT', leave: (app: Terminal) => app.kill('SIGINT'), status: 130},
	])('by $way', async ({leave, status}) => {
		const home = newHome();
		const app = await opened(home);
		await app.type(' slow');
		leave(app);
		expect((await app.exit).status).toBe(status);
		expectRestored(app);
		expect(home.record().title).toBe('Checkout slow');
		expect(app.screen().join('\n')).toContain(`retro open ${home.record().id}`);
	});

	test('by an unexpected error, which is told without a stack', async () => {
		const home = newHome();
		const crash = join(home.directory, 'crash.mjs');
		writeFileSync(crash, `process.on('SIGUSR2', () => { throw new TypeError('the fuse blew'); });\n`);
		const app = await opened(home, {NODE_OPTIONS: `--import=${crash}`});
		await app.type(' slow');
		app.kill('SIGUSR2');
		expect((await app.exit).status).toBe(1);
		expectRestored(app);
		const said = app.screen().join('\n');
		expect(said).toContain('the fuse blew');
		expect(said).toContain(`retro open ${home.record().id}`);
		expect(said).not.toMatch(/^\s+at /m);
		expect(home.record().title).toBe('Checkout slow');
	});
});

test('Ctrl+O hands the text to the editor on the normal screen, and takes it back', async () => {
	const home = newHome();
	const editor = join(home.directory, 'editor.sh');
	const seen = join(home.directory, 'seen');
	writeFileSync(editor, `#!/bin/sh\nstty -a > ${seen}\ncat "$2" >> ${seen}\nprintf 'from the editor' > "$2"\n`);
	chmodSync(editor, 0o755);
	const app = await opened(home, {EDITOR: `${editor} --wait`});
	await app.press('ctrl+o');
	await app.waitFor('❯ from the editor');
	expect(app.screenKind()).toBe('alternate');
	expect(readFileSync(seen, 'utf8')).toMatch(/[^-]icanon[\s\S]*Checkout/);
	await app.type(' and on');
	await app.press('ctrl+c');
	await app.exit;
	expect(home.record().title).toBe('from the editor and on');
});

test('a new retro in which nothing was typed leaves no file behind', async () => {
	const home = newHome();
	const app = home.start(['new']);
	await app.waitFor('What was it, how severe');
	await app.waitForQuiet();
	await app.press('ctrl+c');
	expect((await app.exit).status).toBe(0);
	expect(existsSync(join(home.directory, 'store'))).toBe(false);
});
