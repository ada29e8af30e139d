/**
 * `npm run bench [-- --json]`: measures the bundled app in a real terminal, each number beside a baseline from the same
 * run, since machines differ and so do the hours of one machine. It judges nothing: what is aimed at stands beside it.
 */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {appIn} from './app.ts';
import {measureImport} from './importing.ts';
import {measureLint, measureSave} from './in-process.ts';
import {measureKeys} from './keys.ts';
import {measureListing} from './listing.ts';
import type {Measurement} from './measure.ts';
import {measureStartUp} from './start-up.ts';
import {tableOf} from './table.ts';

const root = process.cwd();
const home = mkdtempSync(join(tmpdir(), 'retro-bench-'));
try {
	const app = appIn(root, home);
	const measurements: Measurement[] = [
		...(await measureStartUp(app, 21)),
		...(await measureKeys(app, root, 10)),
		await measureLint(9),
		await measureSave(app.directory('saves'), 31),
		await measureListing(app, 9),
		...(await measureImport(app, root, 5)),
	];
	if (process.argv.includes('--json')) {
		console.log(JSON.stringify({schemaVersion: 1, node: process.version, measurements}, null, '\t'));
	} else {
		console.log(tableOf(measurements));
	}
} finally {
	rmSync(home, {recursive: true, force: true});
}
