/**
 * What the command `retro` runs: the bundle, with V8's code cache around it. Compiling the bundle is a third of the
 * time to the first frame, and comes out the same each time.
 *
 * Node 22.1 and later keep such a cache themselves; for Node 20 `code-cache.cjs` does. Each file of the bundle is an
 * ordinary CommonJS module too, and runs as one when NODE_DISABLE_COMPILE_CACHE is set (Node's own switch) or when
 * there is no directory of the user's for a cache.
 */
const nodeModule = require('node:module');
const path = require('node:path');

/** @typedef {{enableCompileCache?: (directory?: string) => unknown}} CompileCache */

// Put in by the build: the file that `source/cli.ts` became, and the version of the package.
const entry = process.env.RETRO_ENTRY ?? '';
const version = process.env.RETRO_VERSION ?? '';

const directory = cacheDirectory();
const {enableCompileCache} = /** @type {CompileCache} */ (nodeModule);
if (directory && !enableCompileCache) {
	const {cachedLoader} = require('./code-cache.cjs');
	cachedLoader(__dirname, path.join(directory, `${version}-${process.version}-${process.arch}`))(entry);
} else {
	if (directory) {
		enableCompileCache?.(directory);
	}
	require(path.join(__dirname, entry));
}

/** @returns {string | undefined} by the XDG base directory specification, or where Windows keeps such files */
function cacheDirectory() {
	const {NODE_DISABLE_COMPILE_CACHE, XDG_CACHE_HOME, LOCALAPPDATA, HOME} = process.env;
	const base = [XDG_CACHE_HOME, LOCALAPPDATA, HOME && path.join(HOME, '.cache')].find(
		(one) => one && path.isAbsolute(one),
	);
	return base && !NODE_DISABLE_COMPILE_CACHE ? path.join(base, 'incident-retro', 'code') : undefined;
}
