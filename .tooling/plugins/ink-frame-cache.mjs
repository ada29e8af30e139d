/**
 * Ink reads every text of a frame into characters, their styles and their widths, and forgets it all with the frame; at
 * each key that is most of what a frame costs. This lets the next frame find what the one before has read. What is kept
 * is only read, never changed (a cell is replaced, not written to), and is thrown away as a whole when it has grown to
 * some screens full, since nothing tells which texts are still drawn.
 */
import {readFileSync} from 'node:fs';
import {replaceOnce} from './replace.mjs';

/** Texts that are kept: a screen has about a hundred, and as many again while they are put together. */
const most = 4000;

const keptCaches = `
let keptCaches;
const cachesOfFrames = () => {
	if (keptCaches === undefined || keptCaches.styledChars.size > ${most} || keptCaches.widths.size > ${most}) {
		keptCaches = new OutputCaches();
	}
	return keptCaches;
};
export default class Output {`;

/** @type {import('esbuild').Plugin} */
export const inkFrameCache = {
	name: 'ink-frame-cache',
	setup(build) {
		build.onLoad({filter: /[\\/]ink[\\/]build[\\/]output\.js$/}, ({path}) => {
			const text = readFileSync(path, 'utf8');
			const kept = replaceOnce(path, text, 'export default class Output {', () => keptCaches);
			return {
				contents: replaceOnce(path, kept, '    caches = new OutputCaches();', () => '    caches = cachesOfFrames();'),
			};
		});
	},
};
