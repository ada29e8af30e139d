/**
 * Makes the files that are shipped out of `source/`. esbuild bundles and splits them as ES modules, so that a command
 * loads only its own; then each becomes CommonJS, because V8's code cache can be given to a script and not to a module
 * (see `launch/`), and because Node 20 starts CommonJS 5 ms sooner.
 */
import {basename, join} from 'node:path';
import {build, transform} from 'esbuild';
import {inkFrameCache} from './plugins/ink-frame-cache.mjs';
import {inkProduction} from './plugins/ink-production.mjs';
import {lateUnicode} from './plugins/late-unicode.mjs';
import {meowWithoutTidying} from './plugins/meow-without-tidying.mjs';
import {processAsItIs} from './plugins/process-as-it-is.mjs';
import {yogaAtOnce} from './plugins/yoga.mjs';

const target = 'node20';

/** What a CommonJS file has in the place of `import.meta`. */
const importMeta =
	'const importMeta={url:require("node:url").pathToFileURL(__filename).href,dirname:__dirname,filename:__filename};';

/**
 * @typedef {object} Bundle
 * @property {Map<string, string>} files text by file name; all lie side by side, one folder below the package's root
 * @property {string} entry the file to run
 * @property {import('esbuild').Metafile} metafile what came from where
 */

/**
 * @param {object} options
 * @param {string} options.root the folder that file names in the result's metafile are relative to
 * @param {string} options.entry the file to begin with
 * @returns {Promise<Bundle>}
 * @throws {Error} when it cannot be bundled; esbuild has then told where and why on standard error
 */
export async function bundle({root, entry}) {
	const {outputFiles, metafile} = await build({
		absWorkingDir: root,
		entryPoints: [entry],
		outdir: join(root, 'dist'),
		// Names that change with the text, since both a running app and the code cache rely on the text behind a name.
		entryNames: '[name]-[hash]',
		chunkNames: '[name]-[hash]',
		write: false,
		bundle: true,
		splitting: true,
		format: 'esm',
		platform: 'node',
		target,
		jsx: 'automatic',
		minify: true,
		legalComments: 'none',
		metafile: true,
		logLevel: 'error',
		define: {'process.env.NODE_ENV': '"production"', 'Intl.Segmenter': 'PlainSegmenter'},
		inject: [join(import.meta.dirname, 'plugins', 'plain-segmenter.mjs')],
		alias: {
			// Ink asks for it in development alone; without this it would have to be installed.
			'react-devtools-core': join(import.meta.dirname, 'plugins', 'nothing.mjs'),
			// What Node finds under its name loads its parts in a way that cannot be followed.
			'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
		},
		plugins: [yogaAtOnce, lateUnicode, inkFrameCache, inkProduction, meowWithoutTidying, processAsItIs],
	});
	/** @type {Map<string, string>} */
	const files = new Map();
	for (const {path, text} of outputFiles) {
		files.set(basename(path), await toCommonJs(text));
	}
	const main = Object.entries(metafile.outputs).find(([, {entryPoint}]) => entryPoint === entry)?.[0];
	return {files, entry: basename(main ?? ''), metafile};
}

/**
 * @param {string} text
 * @returns {Promise<string>}
 */
async function toCommonJs(text) {
	const {code} = await transform(text, {
		format: 'cjs',
		platform: 'node',
		target,
		supported: {'dynamic-import': false},
		minify: true,
		legalComments: 'none',
		logLevel: 'error',
		define: {'import.meta': 'importMeta'},
	});
	return code.includes('importMeta') ? importMeta + code : code;
}

/**
 * @param {object} options
 * @param {string} options.entry the bundle's first file
 * @param {string} options.version of the package
 * @returns {Promise<string>} the text of the command itself
 */
export async function bundleLauncher({entry, version}) {
	const {outputFiles} = await build({
		entryPoints: [join(import.meta.dirname, 'launch', 'retro.cjs')],
		write: false,
		bundle: true,
		format: 'cjs',
		platform: 'node',
		target,
		minify: true,
		logLevel: 'error',
		banner: {js: '#!/usr/bin/env node'},
		define: {'process.env.RETRO_ENTRY': JSON.stringify(entry), 'process.env.RETRO_VERSION': JSON.stringify(version)},
	});
	return outputFiles[0]?.text ?? '';
}
