/**
 * `npm run build [-- --when-stale]`: makes `dist/` out of `source/`: the command, the bundle's files and the licences
 * of what is in them.
 */
import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {bundle, bundleLauncher} from './bundle.mjs';
import {collectLicences} from './licences.mjs';
import {oneAtATime} from './one-at-a-time.mjs';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

/** All that decides what the bundle is. */
const inputs = ['source', 'data', 'templates', '.tooling', 'package.json', 'package-lock.json'];

/** The file to run. It is written last, so its presence means that the rest is there. */
export const command = join(dist, 'retro.js');

/**
 * Builds, unless what lies there is newer than everything that it is made of. Two builds at once take turns.
 *
 * @param {object} [options]
 * @param {boolean} [options.whenStale] leave a fresh build as it is
 * @returns {Promise<boolean>} whether it was built
 */
export async function buildApp({whenStale = false} = {}) {
	if (whenStale && isFresh()) {
		return false;
	}
	const cache = join(root, 'node_modules', '.cache', 'incident-retro');
	mkdirSync(cache, {recursive: true});
	mkdirSync(dist, {recursive: true});
	return oneAtATime(join(cache, 'building'), async () => {
		if (whenStale && isFresh()) {
			return false;
		}
		await writeDist();
		return true;
	});
}

async function writeDist() {
	const startedAt = new Date();
	/** @type {{version: string}} */
	const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	const {files, entry, metafile} = await bundle({root, entry: 'source/cli.ts'});
	const all = new Map([
		...files,
		// The package is of ES modules, and the bundle is not.
		['package.json', '{"type":"commonjs"}\n'],
		['third-party-licenses.txt', collectLicences({root, inputs: Object.keys(metafile.inputs)})],
		['retro.js', await bundleLauncher({entry, version})],
	]);
	for (const [name, text] of all) {
		const temporary = join(dist, `.${name}.tmp`);
		writeFileSync(temporary, text, {mode: name === 'retro.js' ? 0o755 : 0o644});
		renameSync(temporary, join(dist, name));
	}
	for (const name of readdirSync(dist).filter((name) => !all.has(name))) {
		rmSync(join(dist, name), {recursive: true});
	}
	// An input that changed while this ran is newer than the build.
	utimesSync(command, startedAt, startedAt);
}

function isFresh() {
	const builtAt = statSync(command, {throwIfNoEntry: false})?.mtimeMs;
	return builtAt !== undefined && inputs.every((input) => newestChange(join(root, input)) < builtAt);
}

/**
 * @param {string} path
 * @returns {number} in ms since 1970; folders count, since their time tells of files that went away
 */
function newestChange(path) {
	const status = statSync(path, {throwIfNoEntry: false});
	if (!status?.isDirectory()) {
		return status?.mtimeMs ?? 0;
	}
	const inside = readdirSync(path).map((name) => newestChange(join(path, name)));
	return Math.max(status.mtimeMs, ...inside);
}

if (process.argv[1] === import.meta.filename) {
	const built = await buildApp({whenStale: process.argv.includes('--when-stale')});
	console.error(built ? `Built ${command}` : 'Nothing has changed since the last build.');
}
