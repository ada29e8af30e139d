/**
 * Hands over `node:process` as the object it is. In a CommonJS file esbuild makes the likeness of
 * an ES module around it with a copy of each of its hundred properties, once for each importing module of the packages:
 * 17 copies for the first frame.
 */

/** The names are those that packages ask for; the build stops at one that is not among them. */
const contents = 'export default process; export const {cwd, env} = process;';

const isProcess = /^(node:)?process$/;

/** @type {import('esbuild').Plugin} */
export const processAsItIs = {
	name: 'process-as-it-is',
	setup(build) {
		build.onResolve({filter: isProcess}, ({path, kind}) =>
			kind === 'import-statement' ? {path, namespace: 'process-as-it-is', sideEffects: false} : undefined,
		);
		build.onLoad({filter: isProcess, namespace: 'process-as-it-is'}, () => ({contents}));
	},
};
