/**
 * `node smoke.mjs DIRECTORY`: packs the package as it would be published, installs it into the new directory and uses
 * it there. Nothing of the checkout and no other package is in reach, so this shows that the bundle is whole.
 */
import {strict as assert} from 'node:assert';
import {execFileSync} from 'node:child_process';
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';

const root = join(import.meta.dirname, '..');
const directory = resolve(process.argv[2] ?? '');
const app = join(directory, 'app');
const env = {...process.env, RETRO_STORE: join(directory, 'store'), XDG_CACHE_HOME: join(directory, 'cache')};

mkdirSync(app, {recursive: true});
/** @type {{version: string}} */
const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
run(root, 'npm', ['pack', '--loglevel=error', '--pack-destination', directory]);
const [archive = ''] = readdirSync(directory).filter((name) => name.endsWith('.tgz'));
writeFileSync(join(app, 'package.json'), '{"private": true}\n');
run(app, 'npm', ['install', '--loglevel=error', '--offline', '--no-audit', '--no-fund', join(directory, archive)]);
assert.deepEqual(
	readdirSync(join(app, 'node_modules')).filter((name) => !name.startsWith('.')),
	['incident-retro'],
	'the package brings other packages along',
);

assert.equal(retro('--version').trim(), version);
const title = 'Checkout was slow for 42 minutes';
const id = retro('new', '--no-open', title).trim();
assert.notEqual(id, '', 'retro new --no-open prints the id of the retro');
const document = retro('export', id);
assert.ok(document.includes(title), `the exported document holds the title; it is:\n${document}`);
// Once more, now that the code cache is there.
assert.equal(retro('export', id), document, 'a second run exports the same document');
console.log(`The packed package works: ${archive}, ${id}`);

/** @param {string[]} args */
function retro(...args) {
	return run(app, join(app, 'node_modules', '.bin', 'retro'), args);
}

/**
 * @param {string} cwd
 * @param {string} command
 * @param {string[]} args
 * @returns {string} what it printed; what it said on standard error is passed on
 */
function run(cwd, command, args) {
	return execFileSync(command, args, {cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit']});
}
