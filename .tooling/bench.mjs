/** `npm run bench [-- --json]`: builds the app when it is stale, then compiles the bench and runs it. */
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {build} from 'esbuild';
import {buildApp} from './build.mjs';

const root = join(import.meta.dirname, '..');
// Inside node_modules, so that the packages which stay outside the compiled bench are found.
const outfile = join(root, 'node_modules', '.cache', 'incident-retro', 'bench.mjs');

await buildApp({whenStale: true});
await build({
	absWorkingDir: root,
	entryPoints: ['test/bench/bench.ts'],
	outfile,
	bundle: true,
	packages: 'external',
	format: 'esm',
	platform: 'node',
	target: 'node20',
	logLevel: 'error',
});
const {status} = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], {cwd: root, stdio: 'inherit'});
process.exitCode = status ?? 1;
