/** An app whose terminal is closed or that is told to end: during a key, a save, an editor session. */
import {execFileSync} from 'node:child_process';
import {chmod, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {startTerminal} from '../../end-to-end/terminal.ts';
import {count, type Fault, noHarm, type Outcome} from '../outcome.ts';
import {sideBySide} from '../side-by-side.ts';

const command = join(process.cwd(), 'dist', 'retro.js');
const ways = ['SIGTERM', 'SIGHUP', 'close'] as const;
const moments = ['key', 'save', 'editor'] as const;

export const signals: Fault = {
	name: 'SIGTERM, SIGHUP, closed: at a key, a save, in an editor',
	tries: {short: 3, full: 100},
	alsoLowdb: false,
	async run(_contender, tries) {
		const outcome = noHarm();
		await sideBySide(tries, ways.length, async (round) => {
			const way = ways[round % ways.length] ?? 'SIGTERM';
			// Three tries have each way and each moment, nine have them all together.
			const moment = moments[(round + Math.floor(round / ways.length)) % moments.length] ?? 'key';
			count(outcome, await ended(way, moment));
		});
		return outcome;
	},
};

async function ended(way: (typeof ways)[number], moment: (typeof moments)[number]): Promise<Partial<Outcome>> {
	const home = await mkdtemp(join(tmpdir(), 'retro-faults-'));
	try {
		const editor = join(home, 'editor.sh');
		await writeFile(editor, '#!/bin/sh\necho in the editor\nsleep 1\n');
		await chmod(editor, 0o700);
		const env = {HOME: home, TMPDIR: home, RETRO_STORE: join(home, 'store'), EDITOR: editor};
		const app = startTerminal(process.execPath, [command, 'new'], {cwd: home, env});
		await app.waitFor('What was it, how severe');
		await app.press('alt+2');
		await app.waitFor('Who was affected?');
		const typed = `Checkout was slow ${'word '.repeat(1 + Math.floor(Math.random() * 8))}seen`;
		await app.type(typed);
		// What is on the screen was said to the person who looks at it.
		await app.waitFor(/seen/);
		if (moment === 'save') await pause(Math.random() * 400);
		if (moment === 'editor') {
			await app.press('ctrl+o');
			await app.waitFor('in the editor');
		}
		if (way === 'close') app.kill('SIGHUP');
		else process.kill(app.pid, way);
		await app.exit;
		const {summary} = JSON.parse(
			execFileSync(process.execPath, [command, 'export', 'latest', '--format', 'json'], {
				env: {...env, PATH: process.env.PATH ?? ''},
				encoding: 'utf8',
			}),
		) as {summary: string};
		return {lost: summary.includes(typed) ? 0 : 1};
	} catch (error) {
		process.stderr.write(`${way} at ${moment}: ${String(error)}\n`);
		return {unreadable: 1};
	} finally {
		await rm(home, {recursive: true, force: true, maxRetries: 5});
	}
}
