/**
 * Takes out of meow the tidying of a package file it has read, which it loads before it knows whether there is any to
 * tidy: with a sorted list of all licences, 15 ms of each start. The command line hands meow what it needs (`pkg`).
 */
import {readFileSync} from 'node:fs';
import {replaceOnce} from './replace.mjs';

const tidying =
	/var normalizeExports = requireNormalize\(\);\nconst normalizePackageData = .*;\npromisify\(execFile\);\n/;

/** @type {import('esbuild').Plugin} */
export const meowWithoutTidying = {
	name: 'meow-without-tidying',
	setup(build) {
		build.onLoad({filter: /[\\/]meow[\\/]build[\\/]dependencies\.js$/}, ({path}) => ({
			contents: replaceOnce(
				path,
				readFileSync(path, 'utf8'),
				tidying,
				() => 'const normalizePackageData = () => undefined;\n',
			),
		}));
	},
};
