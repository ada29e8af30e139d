import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {collectLicences} from '../../.tooling/licences.mjs';

let root = '';

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'retro-licences-'));
});

afterEach(() => {
	rmSync(root, {recursive: true});
});

function install(folder: string, manifest: object, licence?: string) {
	const path = join(root, 'node_modules', folder);
	mkdirSync(path, {recursive: true});
	writeFileSync(join(path, 'package.json'), JSON.stringify(manifest));
	if (licence !== undefined) {
		writeFileSync(join(path, 'LICENSE.md'), licence);
	}
}

test('each bundled package is named once with the text of its licence', () => {
	install('alpha', {name: 'alpha', version: '1.0.0', license: 'MIT'}, 'Be free.\n');
	install('@scope/beta', {name: '@scope/beta', version: '2.0.0', license: 'ISC'}, 'Be kind.\n');
	install('alpha/node_modules/gamma', {name: 'gamma', version: '3.0.0', license: 'MIT'}, 'Be brief.\n');
	const text = collectLicences({
		root,
		inputs: [
			'source/cli.ts',
			'node_modules/alpha/one.js',
			'node_modules/alpha/two.js',
			'node_modules/@scope/beta/index.js',
			'node_modules/alpha/node_modules/gamma/index.js',
		],
	});
	expect(text.match(/^\S+ \d.*$/gm)).toEqual(['@scope/beta 2.0.0 (ISC)', 'alpha 1.0.0 (MIT)', 'gamma 3.0.0 (MIT)']);
	expect(text).toContain('alpha 1.0.0 (MIT)\n\nBe free.\n');
});

test('a package without the text of its licence is named with its author', () => {
	install('alpha', {name: 'alpha', version: '1.0.0', license: 'MIT', author: {name: 'Ann Author'}});
	expect(collectLicences({root, inputs: ['node_modules/alpha/index.js']})).toContain(
		'alpha 1.0.0 (MIT)\n\nBy Ann Author',
	);
});

test('a package that does not say under what licence it is stops the build', () => {
	install('alpha', {name: 'alpha', version: '1.0.0'});
	expect(() => collectLicences({root, inputs: ['node_modules/alpha/index.js']})).toThrow('alpha 1.0.0');
});
