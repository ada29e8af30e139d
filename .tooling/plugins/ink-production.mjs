/**
 * Takes out what Ink does under `DEV=true`: it looks for React's developer tools and for its own package file, neither
 * of which is in the bundle, and with a top-level `await`, which CommonJS has not.
 */
import {readFileSync} from 'node:fs';
import {replaceOnce} from './replace.mjs';

const developerBlock = /if \(process\.env\['DEV'\] === 'true'\) \{[\s\S]*?\n\}\n/g;

/** @type {import('esbuild').Plugin} */
export const inkProduction = {
	name: 'ink-production',
	setup(build) {
		build.onLoad({filter: /[\\/]ink[\\/]build[\\/]reconciler\.js$/}, ({path}) => ({
			contents: replaceOnce(path, readFileSync(path, 'utf8'), developerBlock, () => ''),
		}));
	},
};
