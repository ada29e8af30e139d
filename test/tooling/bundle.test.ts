import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import stringWidth from 'string-width';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {bundle, bundleLauncher} from '../../.tooling/bundle.mjs';

/** A program of a few files that does what is bundled in a way of its own, and prints what comes out. */
const sources = {
	'cli.ts': `
		import process from 'node:process';
		import {shared} from './shared.ts';
		shared.push('cli');
		void import('./layout.ts').then(({layout}) => {
			process.stdout.write(JSON.stringify({...layout(process.argv.slice(2)), shared, here: import.meta.url}));
		});
	`,
	'layout.ts': `
		import {render} from 'ink';
		import stringWidth from 'string-width';
		import Yoga from 'yoga-layout';
		import {shared} from './shared.ts';
		shared.push('layout');
		export function layout(words: string[]) {
			const root = Yoga.Node.create();
			root.setWidth(80);
			const child = Yoga.Node.create();
			child.setFlexGrow(1);
			root.insertChild(child, 0);
			root.calculateLayout(undefined, undefined, Yoga.DIRECTION_LTR);
			return {
				width: child.getComputedWidth(),
				columns: words.map((word) => stringWidth(word)),
				graphemes: words.map((word) => [...new Intl.Segmenter().segment(word)].length),
				ink: typeof render,
			};
		}
	`,
	'shared.ts': 'export const shared: string[] = [];',
};

let root = '';
let dist = '';

beforeAll(async () => {
	root = mkdtempSync(join(tmpdir(), 'retro-bundle-'));
	dist = join(root, 'dist');
	mkdirSync(dist);
	symlinkSync(join(import.meta.dirname, '../../node_modules'), join(root, 'node_modules'));
	for (const [name, text] of Object.entries(sources)) {
		writeFileSync(join(root, name), text);
	}
	const {files, entry} = await bundle({root, entry: 'cli.ts'});
	for (const [name, text] of files) {
		writeFileSync(join(dist, name), text);
	}
	writeFileSync(join(dist, 'retro.js'), await bundleLauncher({entry, version: '1.2.3'}));
});

afterAll(() => {
	rmSync(root, {recursive: true, force: true});
});

const words = ['plain', 'naïve', '日本', '👩‍💻', '❤️', '1️⃣', 'e\u0301'];

function run(env: Record<string, string> = {}) {
	const {PATH = ''} = process.env;
	const printed = execFileSync(process.execPath, [join(dist, 'retro.js'), ...words], {
		env: {PATH, XDG_CACHE_HOME: join(root, 'cache'), ...env},
		encoding: 'utf8',
	});
	return JSON.parse(printed) as {width: number; columns: number[]; graphemes: number[]; shared: string[]; here: string};
}

function cacheFiles(cache: string): string[] {
	return readdirSync(cache, {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.cache'));
}

/** Whether this Node leaves the code cache to us. */
const cachesItself = 'enableCompileCache' in (await import('node:module'));

describe('the bundle', () => {
	test('lays out, measures and cuts text as the packages do unbundled', () => {
		const {width, columns, graphemes} = run();
		expect(width).toBe(80);
		expect(columns).toEqual(words.map((word) => stringWidth(word)));
		expect(graphemes).toEqual(words.map((word) => [...new Intl.Segmenter().segment(word)].length));
	});

	test('has one instance of what several of its files share', () => {
		expect(run().shared).toEqual(['cli', 'layout']);
	});

	test('knows where it lies', () => {
		expect(run().here).toContain('/dist/cli-');
	});

	test('holds the command line apart from what it loads late', () => {
		const names = readdirSync(dist);
		const [cli = ''] = names.filter((name) => name.startsWith('cli-'));
		expect(readFileSync(join(dist, cli), 'utf8').length).toBeLessThan(5000);
	});
});

describe.skipIf(cachesItself)('the code cache', () => {
	test('is written for this user alone and used by the next run', () => {
		const cache = join(root, 'used');
		const first = run({XDG_CACHE_HOME: cache});
		const written = cacheFiles(cache).map((name) => join(cache, name));
		expect(written.length).toBeGreaterThan(1);
		expect(written.map((path) => statSync(path).mode & 0o777)).toEqual(written.map(() => 0o600));
		const inodes = written.map((path) => statSync(path).ino);
		expect(run({XDG_CACHE_HOME: cache})).toEqual(first);
		// What had been turned down would have been replaced by another file.
		expect(written.map((path) => statSync(path).ino)).toEqual(inodes);
	});

	test.each([
		['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
		['emptied', () => Buffer.alloc(0)],
		['filled with zeros', (bytes: Buffer) => Buffer.alloc(bytes.length)],
		['changed in a few bits', (bytes: Buffer) => Buffer.from(bytes).fill(0x55, 1000, 2000)],
		['of something else', () => Buffer.from('not a cache at all')],
	])('is passed over and replaced when it was %s', (_how, damage) => {
		const cache = join(root, 'damaged');
		const expected = run({XDG_CACHE_HOME: cache});
		const whole = cacheFiles(cache).map((name) => [join(cache, name), readFileSync(join(cache, name))] as const);
		for (const [path, bytes] of whole) {
			writeFileSync(path, damage(bytes));
		}
		expect(run({XDG_CACHE_HOME: cache})).toEqual(expected);
		for (const [path, bytes] of whole) {
			expect(readFileSync(path).length).toBeGreaterThan(bytes.length / 2);
		}
		expect(run({XDG_CACHE_HOME: cache})).toEqual(expected);
	});
});

describe('without a code cache the app runs all the same', () => {
	test('when there is no home directory', () => {
		expect(run({XDG_CACHE_HOME: '', HOME: ''}).width).toBe(80);
	});

	test('when the directory cannot be made', () => {
		const file = join(root, 'a-file');
		writeFileSync(file, '');
		expect(run({XDG_CACHE_HOME: file}).width).toBe(80);
	});

	test('when it is switched off', () => {
		const cache = join(root, 'off');
		expect(run({XDG_CACHE_HOME: cache, NODE_DISABLE_COMPILE_CACHE: '1'}).width).toBe(80);
		expect(readdirSync(root)).not.toContain('off');
	});

	test('when a file of the bundle is loaded without the launcher', () => {
		const [cli = ''] = readdirSync(dist).filter((name) => name.startsWith('cli-'));
		expect(execFileSync(process.execPath, [join(dist, cli)], {encoding: 'utf8'})).toContain('"width":80');
	});
});
