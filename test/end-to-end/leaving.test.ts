import {chmodSync, existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {type Home, newHome, saved} from './app.ts';
import type {Terminal} from './terminal.ts';

/** The app with a word typed into the title, and that word on the disk. */
async function opened(home: Home, env: Readonly<Record<string, string>> = {}): Promise<Terminal> {
	const app = home.start(['new'], {env});
	await app.waitFor('What was it, how severe');
	await app.type('Checkout');
	await app.waitFor(/❯ Checkout$/m);
	await app.waitFor(saved);
	return app;
}

/** What a program has to take back before it goes: alternate screen, hidden cursor, bracketed paste, key reports. */
function expectRestored(app: Terminal): void {
	const written = app.written();
	const lastOf = (on: string, off: string): boolean => written.lastIndexOf(off) > written.lastIndexOf(on);
	expect(app.screenKind()).toBe('normal');
	expect(lastOf('\u001B[?1049h', '\u001B[?1049l')).toBe(true);
	expect(lastOf('\u001B[?25l', '\u001B[?25h')).toBe(true);
	expect(lastOf('\u001B[?2004h', '\u001B[?2004l')).toBe(true);
	expect(written.split('\u001B[>1u')).toHaveLength(written.split('\u001B[<u').length);
}

/** A module for NODE_OPTIONS, the honest way to look into a process and to break it. */
function preload(home: Home, code: string): Readonly<Record<string, string>> {
	const file = join(home.directory, 'preload.mjs');
	writeFileSync(file, code);
	return {NODE_OPTIONS: `--import=${file}`};
}

const crash = `process.on('SIGUSR2', () => { throw new TypeError('the fuse blew'); });\n`;

describe.concurrent('however the app is left, the terminal is as it was and everything is saved', () => {
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
		const app = await opened(home, preload(home, crash));
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

	test('by Escape, first out of the retro and then out of the list', async () => {
		const home = newHome();
		const app = await opened(home);
		await app.press('escape');
		await app.waitFor('Filter');
		await app.waitFor(/❯ .*Checkout/);
		await app.press('escape');
		expect((await app.exit).status).toBe(0);
		expectRestored(app);
		expect(home.record().title).toBe('Checkout');
	});
});

describe.concurrent('the shell gets back', () => {
	/** The app between two looks at the modes of the terminal; its process id is in a file. */
	async function underShell(home: Home): Promise<{app: Terminal; pid(): number; modes(): string[]}> {
		const pidFile = join(home.directory, 'pid');
		const modesFile = join(home.directory, 'modes');
		const look = `stty -a >> ${modesFile}`;
		const env = {
			...preload(
				home,
				`${crash}import {writeFileSync} from 'node:fs';
			writeFileSync(${JSON.stringify(pidFile)}, String(process.pid));\n`,
			),
		};
		const app = home.shell(`${look}; echo =modes= >> ${modesFile}; retro new; ${look}`, {env});
		await app.waitFor('What was it, how severe');
		await app.type('Checkout');
		await app.waitFor(/❯ Checkout$/m);
		return {
			app,
			pid: () => Number(readFileSync(pidFile, 'utf8')),
			modes: () => readFileSync(modesFile, 'utf8').split('=modes=\n'),
		};
	}

	test.each(['SIGTERM', 'SIGUSR2'] as const)('the modes of its terminal after %s', async (signal) => {
		const {app, pid, modes} = await underShell(newHome());
		process.kill(pid(), signal);
		await app.exit;
		const [before, after] = modes();
		expect(before).toMatch(/(?<!-)icanon/);
		expect(after).toBe(before);
	});

	test('the modes of its terminal after Ctrl+C', async () => {
		const {app, modes} = await underShell(newHome());
		await app.press('ctrl+c');
		await app.exit;
		const [before, after] = modes();
		expect(after).toBe(before);
	});
});

// Ink waits 200 ms for the terminal's answer, which a busy machine may not keep.
test('a terminal that can tell Shift+Enter is asked to, and no more when the app has gone', {retry: 5}, async () => {
	const home = newHome();
	const app = home.start(['new'], {kitty: true});
	await app.waitFor('What was it, how severe');
	await expect.poll(() => app.written(), {timeout: 2000}).toContain('\u001B[>1u');
	await app.press('alt+2');
	await app.waitFor('Who was affected?');
	await app.type('one');
	app.write('\u001B[13;2u');
	await app.type('two');
	await app.waitFor(/one\n +two/);
	// Ctrl+C as such a terminal sends it.
	app.write('\u001B[99;5u');
	expect((await app.exit).status).toBe(0);
	expectRestored(app);
	expect(home.record().summary).toBe('one\ntwo');
});

describe.concurrent('Ctrl+O', () => {
	function editorOf(home: Home, script: string): string {
		const editor = join(home.directory, 'editor.sh');
		writeFileSync(editor, `#!/bin/sh\n${script}`);
		chmodSync(editor, 0o755);
		return editor;
	}

	test('hands the text to the editor on the normal screen, and takes it back', async () => {
		const home = newHome();
		const seen = join(home.directory, 'seen');
		const script = `stty -a > ${seen}; cat "$2" >> ${seen}; echo editing; read line; printf '%s' "$line" > "$2"\n`;
		const app = await opened(home, {EDITOR: `${editorOf(home, script)} --wait`});
		await app.press('ctrl+o');
		await app.waitFor('editing');
		expectRestored(app);
		expect(readFileSync(seen, 'utf8')).toMatch(/(?<!-)icanon[\s\S]*Checkout/);
		// The keys are the editor's now.
		await app.type('from the editor');
		await app.press('enter');
		await app.waitFor('❯ from the editor');
		expect(app.screenKind()).toBe('alternate');
		await app.type(' and on');
		await app.press('ctrl+c');
		expect((await app.exit).status).toBe(0);
		expectRestored(app);
		expect(home.record().title).toBe('from the editor and on');
	});

	test.each([
		['SIGTERM', 143],
		['SIGHUP', 129],
	] as const)('ends with the app on %s, and what the editor had saved is taken', async (signal, status) => {
		const home = newHome();
		const script = `printf 'saved in the editor' > "$1"; echo editing; exec sleep 60\n`;
		const app = await opened(home, {EDITOR: editorOf(home, script)});
		await app.press('ctrl+o');
		await app.waitFor('editing');
		app.kill(signal);
		expect((await app.exit).status).toBe(status);
		expectRestored(app);
		expect(home.record().title).toBe('saved in the editor');
	});

	test('goes on through Ctrl+C, and keeps what others write meanwhile', async () => {
		const home = newHome();
		// A Ctrl+C may end a line that is being read, or not.
		const waiting = 'until [ "$line" = done ]; do read line; done';
		const script = `trap 'echo interrupted' INT; echo editing; ${waiting}; printf '%s' 'Checkout slow' > "$1"\n`;
		const app = await opened(home, {EDITOR: editorOf(home, script)});
		await app.press('ctrl+o');
		await app.waitFor('editing');
		home.run('set', home.record().id, 'title', 'The Checkout');
		app.write('\u0003');
		await app.waitFor('interrupted');
		await app.type('done');
		await app.press('enter');
		await app.waitFor('❯ The Checkout slow');
		await app.press('ctrl+c');
		expect((await app.exit).status).toBe(0);
		expect(home.record().title).toBe('The Checkout slow');
	});

	test('leaves the text as it is where the editor fails', async () => {
		const home = newHome();
		const app = await opened(home, {EDITOR: editorOf(home, `printf 'half' > "$1"; exit 3\n`)});
		await app.press('ctrl+o');
		await app.waitFor(/editor/);
		await app.waitFor('❯ Checkout');
		await app.press('ctrl+c');
		await app.exit;
		expect(home.record().title).toBe('Checkout');
	});
});

test.concurrent('a new retro in which nothing was typed leaves no file behind', async () => {
	const home = newHome();
	const app = home.start(['new']);
	await app.waitFor('What was it, how severe');
	await app.waitForQuiet();
	await app.press('ctrl+c');
	expect((await app.exit).status).toBe(0);
	expect(existsSync(join(home.directory, 'store'))).toBe(false);
});

test.concurrent('a new retro with a title says how to go on also when it is left at once', async () => {
	const home = newHome();
	const app = home.start(['new', 'Checkout slow']);
	await app.waitFor('What was it, how severe');
	await app.press('ctrl+c');
	expect((await app.exit).status).toBe(0);
	expect(app.screen().join('\n')).toContain(`retro open ${home.record().id}`);
});
