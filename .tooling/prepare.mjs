/**
 * `npm run prepare`: builds the app when it is installed from git. npm has then put the packages in place that a build
 * needs, except where it installs for the whole machine (`npm install --global git+https://…`, which is also how
 * pre-commit does it): there it runs this without them, and they are brought first.
 */
import {execFileSync} from 'node:child_process';
import {createRequire} from 'node:module';
import {join} from 'node:path';

const root = join(import.meta.dirname, '..');

if (!hasPackages()) {
	const {npm_config_global: _, npm_config_prefix: __, ...env} = process.env;
	const npm = process.env.npm_execpath ?? '';
	// Standard output belongs to npm: what calls it reads the name of a package there.
	execFileSync(process.execPath, [npm, 'ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'], {
		cwd: root,
		env,
		stdio: ['ignore', process.stderr, process.stderr],
	});
}
const {buildApp} = await import('./build.mjs');
await buildApp();

function hasPackages() {
	try {
		createRequire(import.meta.url).resolve('esbuild');
		return true;
	} catch {
		return false;
	}
}
