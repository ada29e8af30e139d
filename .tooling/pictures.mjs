/**
 * `npm run pictures`: drives the app in a real terminal of 80x24 and writes the readme's pictures of it to `.github/`.
 */
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {buildApp, command} from './build.mjs';
import {readScreen} from './pictures/cells.mjs';
import {scenes, time} from './pictures/scenes.mjs';
import {drawScreen} from './pictures/svg.mjs';
import {compile} from './run-compiled.mjs';

const root = join(import.meta.dirname, '..');
const size = {columns: 80, rows: 24};
const clock = join(import.meta.dirname, 'pictures', 'fixed-clock.cjs');

await buildApp({whenStale: true});
const {startTerminal} = await loadTerminal();
for (const scene of scenes) {
	const file = join(root, '.github', `${scene.name}.svg`);
	writeFileSync(file, drawScreen(await readScreen(await play(scene), size), scene.title));
	console.error(`Drew ${file}`);
}

/**
 * @param {import('./pictures/scenes.mjs').Scene} scene
 * @returns {Promise<string>} all that the app wrote to its terminal
 */
async function play({step, retro, play}) {
	const home = mkdtempSync(join(tmpdir(), 'retro-pictures-'));
	try {
		const env = {HOME: home, RETRO_STORE: join(home, 'store'), RETRO_PICTURE_TIME: time, COLORTERM: 'truecolor'};
		const node = ['--require', clock, command];
		const input = JSON.stringify(retro);
		execFileSync(process.execPath, [...node, 'import', '-'], {env: {...process.env, ...env}, input});
		const terminal = startTerminal(process.execPath, [...node, 'open', '--step', step], {
			cols: size.columns,
			rows: size.rows,
			env,
		});
		try {
			await terminal.waitFor('Details');
			await terminal.waitForQuiet(400);
			await play(terminal);
			await terminal.waitForQuiet(400);
			return terminal.written();
		} finally {
			terminal.kill();
			await terminal.exit;
		}
	} finally {
		rmSync(home, {recursive: true, force: true});
	}
}

/** @returns {Promise<typeof import('../test/end-to-end/terminal.ts')>} the end-to-end tests' terminal, compiled */
async function loadTerminal() {
	const outfile = await compile('test/end-to-end/terminal.ts');
	return import(pathToFileURL(outfile).href);
}
