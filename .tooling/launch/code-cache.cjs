/**
 * Loads CommonJS files with V8's code cache, for a Node that has none of its own (before 22.1).
 *
 * A file of the cache holds the CRC-32 of its data (4 bytes, big-endian), then the data. The sum is looked at because
 * V8 does not: a cache with flipped bits ends the process with a segmentation fault. Names carry a hash of the code
 * that was compiled, because V8 itself compares no more than its length.
 */
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');
const zlib = require('node:zlib');

/** Caches of other versions are removed when they have lain unused for this long. */
const keptForMs = 30 * 24 * 60 * 60 * 1000;

/**
 * @param {string} root an absolute folder with the files to load; their names change whenever their text does
 * @param {string} directory where the cache lies; made when the first file is written, for this user alone
 * @returns {(name: string) => unknown} loads a file of `root` by name and gives what it exports. What was compiled
 * afresh is written down when the process ends, when V8 has also compiled what is called late.
 */
function cachedLoader(root, directory) {
	/** @type {Map<string, {exports: unknown}>} */
	const loaded = new Map();
	/** @type {Map<string, vm.Script>} */
	const fresh = new Map();
	process.once('exit', () => write(directory, fresh));

	/** @param {string} name */
	return function load(name) {
		const known = loaded.get(name);
		if (known) {
			return known.exports;
		}
		const filename = path.join(root, name);
		const {script, isFresh} = compile(filename, read(path.join(directory, `${name}.cache`)));
		if (isFresh) {
			fresh.set(name, script);
		}
		/** @type {{exports: unknown}} */
		const module = {exports: {}};
		loaded.set(name, module);
		/** @param {string} specifier */
		const requireFrom = (specifier) => (specifier.startsWith('./') ? load(specifier.slice(2)) : require(specifier));
		script.runInThisContext()(module.exports, requireFrom, module, filename, root);
		return module.exports;
	};
}

/**
 * @param {string} filename
 * @param {Buffer | undefined} cachedData
 * @returns {{script: vm.Script, isFresh: boolean}} the file as the function that Node makes of a CommonJS module;
 * `isFresh` when there was nothing in the cache that this V8 takes
 */
function compile(filename, cachedData) {
	const text = fs.readFileSync(filename, 'utf8');
	const code = `(function (exports, require, module, __filename, __dirname) {${text}\n})`;
	const script = new vm.Script(code, {filename, ...(cachedData && {cachedData})});
	return {script, isFresh: !cachedData || script.cachedDataRejected === true};
}

/**
 * @param {string} file
 * @returns {Buffer | undefined} the data, when it is there and as it was written
 */
function read(file) {
	try {
		const content = fs.readFileSync(file);
		const data = content.subarray(4);
		return content.length > 4 && zlib.crc32(data) === content.readUInt32BE(0) ? data : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Never stands in the way: an app that cannot keep its cache starts slower and is otherwise the same.
 * @param {string} directory
 * @param {ReadonlyMap<string, vm.Script>} scripts
 */
function write(directory, scripts) {
	try {
		if (scripts.size > 0 && fs.mkdirSync(directory, {recursive: true, mode: 0o700})) {
			removeUnused(path.dirname(directory));
		}
		for (const [name, script] of scripts) {
			const data = script.createCachedData();
			const sum = Buffer.alloc(4);
			sum.writeUInt32BE(zlib.crc32(data));
			const temporary = path.join(directory, `${name}.${process.pid}.tmp`);
			fs.writeFileSync(temporary, Buffer.concat([sum, data]), {mode: 0o600});
			fs.renameSync(temporary, path.join(directory, `${name}.cache`));
		}
	} catch {}
}

/** @param {string} parent */
function removeUnused(parent) {
	for (const name of fs.readdirSync(parent)) {
		const directory = path.join(parent, name);
		if (Date.now() - fs.statSync(directory).mtimeMs > keptForMs) {
			fs.rmSync(directory, {recursive: true, force: true});
		}
	}
}

module.exports = {cachedLoader};
