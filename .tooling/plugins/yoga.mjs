/**
 * Loads Yoga, the layout engine under Ink, without waiting. As published it fetches its WebAssembly from a `data:` URL,
 * and the first `fetch` of a process loads the whole of Node's HTTP client: 36 to 175 ms before the first frame.
 * Emscripten lets the embedder instantiate the module (`instantiateWasm`), which is done here, from bytes and at once.
 * That also spares the bundle its top-level `await`.
 */
import {readFileSync} from 'node:fs';
import {replaceOnce} from './replace.mjs';

const dataUrl = /"data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)"/;

const index = `
import instantiate from '../binaries/yoga-wasm-base64-esm.js';
import bytes from 'yoga.wasm';
import wrapAssembly from './wrapAssembly.js';

const assembly = {
	instantiateWasm(imports, done) {
		const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), imports);
		done(instance);
		return instance.exports;
	},
};
instantiate(assembly);
export default wrapAssembly(assembly);
export * from './generated/YGEnums.js';
`;

/** @type {import('esbuild').Plugin} */
export const yogaAtOnce = {
	name: 'yoga-at-once',
	setup(build) {
		/** @type {string | undefined} */
		let base64;
		build.onLoad({filter: /[\\/]yoga-layout[\\/]dist[\\/]src[\\/]index\.js$/}, ({path}) => {
			const loader = new URL('../binaries/yoga-wasm-base64-esm.js', `file://${path}`);
			base64 = dataUrl.exec(readFileSync(loader, 'utf8'))?.[1];
			if (!base64) {
				throw new Error(
					`${path}: this yoga-layout carries its WebAssembly in another way; mend ${import.meta.filename}`,
				);
			}
			return {contents: index, loader: 'js'};
		});
		build.onLoad({filter: /[\\/]yoga-wasm-base64-esm\.js$/}, ({path}) => {
			const text = replaceOnce(path, readFileSync(path, 'utf8'), dataUrl, () => '""');
			return {contents: replaceOnce(path, text, 'var _scriptDir = import.meta.url;', () => 'var _scriptDir = "";')};
		});
		build.onResolve({filter: /^yoga\.wasm$/}, () => ({path: 'yoga.wasm', namespace: 'yoga'}));
		build.onLoad({filter: /.*/, namespace: 'yoga'}, () => ({
			contents: Buffer.from(base64 ?? '', 'base64'),
			loader: 'binary',
		}));
	},
};
