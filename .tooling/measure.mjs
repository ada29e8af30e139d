/**
 * `npm run measure [-- --misses]`: compiles the measuring of the lint and runs it; `npm run measure checks` that of
 * the checks of a timeline, `imports` that of what importers make of real exports, `pastes` that of real documents;
 * `keys [DIRECTORY]` counts the keys for a timeline on the screen of the tests.
 */
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {runCompiled} from './run-compiled.mjs';

const [, , what, directory = '../shared/corpus'] = process.argv;
process.exitCode =
	what === 'keys'
		? countKeys()
		: await runCompiled(
				`test/measure/${['checks', 'imports', 'pastes'].find((name) => name === what) ?? 'measure'}.ts`,
			);

function countKeys() {
	const config = join(import.meta.dirname, 'vitest.config.mjs');
	const args = ['vitest', 'run', 'test/measure/keys-needed.test.ts', '--config', config];
	const env = {...process.env, RETRO_MEASURE_CORPUS: directory};
	return spawnSync('npx', args, {cwd: join(import.meta.dirname, '..'), env, stdio: 'inherit'}).status ?? 1;
}
