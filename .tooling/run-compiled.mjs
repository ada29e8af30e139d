/** Runs a TypeScript program of the project's own that is not part of the app: the bench, the measuring. */
import {spawnSync} from 'node:child_process';
import {basename, join} from 'node:path';
import {build} from 'esbuild';

const root = join(import.meta.dirname, '..');

/**
 * Compiles the program and runs it in the project's root, with this process's arguments and its output.
 *
 * @param {string} entry from the root
 * @returns {Promise<number>} its exit status
 */
export async function runCompiled(entry) {
	const outfile = await compile(entry);
	const {status} = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], {cwd: root, stdio: 'inherit'});
	return status ?? 1;
}

/**
 * @param {string} entry from the root
 * @returns {Promise<string>} the path of what it was compiled to
 */
export async function compile(entry) {
	// Inside node_modules, so that the packages which stay outside the compiled program are found.
	const outfile = join(root, 'node_modules', '.cache', 'incident-retro', `${basename(entry, '.ts')}.mjs`);
	await build({
		absWorkingDir: root,
		entryPoints: [entry],
		outfile,
		bundle: true,
		packages: 'external',
		format: 'esm',
		platform: 'node',
		target: 'node20',
		logLevel: 'error',
	});
	return outfile;
}
