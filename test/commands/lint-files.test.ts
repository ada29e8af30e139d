import {mkdir, symlink, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {beforeEach, describe, expect, test} from 'vitest';
import {inOrder} from '../../source/commands/lint/read-ahead.ts';
import {lintCommand} from '../../source/commands/lint.ts';
import type {FileLinter} from '../../source/lint/linter.ts';
import {type Shell, shell} from './fixture.ts';

let sh: Shell;
beforeEach(async () => {
	sh = await shell();
});

async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
	for (const [path, text] of Object.entries(files)) {
		await mkdir(dirname(join(sh.directory, path)), {recursive: true});
		await writeFile(join(sh.directory, path), text);
	}
}

/** The files that were linted, in their order. */
async function linted(...names: string[]): Promise<string[]> {
	const {out} = await sh.run(['lint', '--json', ...names]);
	return (JSON.parse(out) as {files: {path: string}[]}).files.map(({path}) => path);
}

describe('a directory', () => {
	test('stands for all markdown below it, in the order of the names', async () => {
		await write({'d/b.md': '', 'd/a/z.markdown': '', 'd/a/B.MD': '', 'd/c.txt': '', 'd/a.md': '', 'e.md': ''});
		expect(await linted('d')).toEqual(['d/a/B.MD', 'd/a/z.markdown', 'd/a.md', 'd/b.md']);
		expect(await linted('.')).toEqual(['d/a/B.MD', 'd/a/z.markdown', 'd/a.md', 'd/b.md', 'e.md']);
	});

	test('is looked at without what is hidden, node_modules and links', async () => {
		await write({'d/.hidden/a.md': '', 'd/.b.md': '', 'd/node_modules/c.md': '', 'd/e.md': '', 'f.md': ''});
		await symlink('..', join(sh.directory, 'd', 'up'));
		await symlink(join('..', 'f.md'), join(sh.directory, 'd', 'link.md'));
		expect(await linted('d')).toEqual(['d/e.md']);
	});

	test('is looked at when it is named, whatever it is called', async () => {
		await write({'.notes/a.md': '', 'node_modules/b.md': ''});
		expect(await linted('.notes', 'node_modules')).toEqual(['.notes/a.md', 'node_modules/b.md']);
	});

	test('without markdown is no failure, and said', async () => {
		await write({'d/c.txt': ''});
		const {status, out, err} = await sh.run(['lint', 'd']);
		expect({status, out, err}).toEqual({status: 0, out: '', err: 'There is no markdown in what was named.\n'});
	});
});

describe('.gitignore', () => {
	test('is respected, in the directory and further down', async () => {
		await write({
			'd/.gitignore': 'build/\n*.draft.md\n/top.md\n',
			'd/build/a.md': '',
			'd/x.draft.md': '',
			'd/top.md': '',
			'd/s/.gitignore': 'own.md\n!kept.draft.md\n',
			'd/s/own.md': '',
			'd/s/top.md': '',
			'd/s/kept.draft.md': '',
			'd/s/y.draft.md': '',
			'd/own.md': '',
		});
		expect(await linted('d')).toEqual(['d/own.md', 'd/s/kept.draft.md', 'd/s/top.md']);
	});

	test('is respected from the top of the repository, and not from above it', async () => {
		await write({
			'.gitignore': 'above.md\n',
			'repo/.git/HEAD': '',
			'repo/.gitignore': '*.tmp.md\n/docs/gone/\n',
			'repo/docs/.gitignore': 'notes.md\n',
			'repo/docs/in/above.md': '',
			'repo/docs/in/a.tmp.md': '',
			'repo/docs/in/notes.md': '',
			'repo/docs/gone/a.md': '',
		});
		expect(await linted('repo/docs/in')).toEqual(['repo/docs/in/above.md']);
		expect(await linted('repo')).toEqual(['repo/docs/in/above.md']);
	});

	test('does not speak of what is named itself', async () => {
		await write({'.git/HEAD': '', '.gitignore': 'build/\nx.md\n', 'build/a.md': '', 'x.md': ''});
		expect(await linted('build', 'x.md')).toEqual(['build/a.md', 'x.md']);
	});
});

describe('a pattern', () => {
	beforeEach(() =>
		write({
			'.git/HEAD': '',
			'.gitignore': 'gone/\n',
			'docs/a.md': '',
			'docs/b/c.md': '',
			'docs/b/d.txt': '',
			'docs/gone/e.md': '',
			'docs/.hidden/f.md': '',
			'node_modules/g.md': '',
			'h.md': '',
		}),
	);

	test.each([
		['docs/*.md', ['docs/a.md']],
		['docs/**/*.md', ['docs/a.md', 'docs/b/c.md']],
		['**/*.md', ['docs/a.md', 'docs/b/c.md', 'h.md']],
		['./docs/**/{c,d}.*', ['docs/b/c.md', 'docs/b/d.txt']],
		['docs/.hidden/*.md', ['docs/.hidden/f.md']],
		['**/.hidden/*.md', ['docs/.hidden/f.md']],
		['{docs,node_modules}/*.md', ['docs/a.md']],
		['node_modules/*.md', ['node_modules/g.md']],
	])('%s is looked up by us', async (pattern, expected) => {
		expect(await linted(pattern)).toEqual(expected);
	});

	test.each([
		[
			['.', '!docs/b'],
			['docs/a.md', 'h.md'],
		],
		[
			['!**/a.md', '**/*.md'],
			['docs/b/c.md', 'h.md'],
		],
		[['docs', 'h.md', '!./docs/'], ['h.md']],
	])('%j leaves out what has ! in front', async (names, expected) => {
		expect(await linted(...names)).toEqual(expected);
	});

	test('that matches nothing is a failure', async () => {
		const {status, err} = await sh.run(['lint', 'docs/*.rst', 'none/*.md', 'h.md']);
		expect(status).toBe(1);
		expect(err).toContain('There is no file like “docs/*.rst”');
		expect(err).toContain('There is no directory “none”');
		expect(err).toContain('Nothing found in one file.');
	});

	test('is a name first of all', async () => {
		await write({'[draft].md': ''});
		expect(await linted('[draft].md')).toEqual(['[draft].md']);
	});
});

test('a file that is named in several ways is linted once', async () => {
	await write({'d/a.md': '', 'b.md': ''});
	await symlink('d', join(sh.directory, 'link'));
	const names = ['b.md', './b.md', join(sh.directory, 'b.md'), 'd/a.md', 'd', '.', 'd/*.md', 'link/a.md', 'link'];
	expect(await linted(...names)).toEqual(['b.md', 'd/a.md']);
});

test('a file that cannot be read is told of and fails the run, and the others are linted', async () => {
	await write({'a.md': 'Fine.', 'b.md': Uint8Array.of(0x41, 0xff, 0x42), 'c.md': 'Bob broke the build.'});
	const {status, out, err} = await sh.run(['lint', '--fail-on', 'never', '.']);
	expect(status).toBe(1);
	expect(out).toContain('c.md:1:1: warning:');
	expect(err).toBe('retro: What is in “b.md” is not UTF-8 text\n1 warning and 0 nudges in 2 files: blame 1.\n');
});

test('thousands of files come out in their order', async () => {
	const names = Array.from({length: 2000}, (_, index) => `many/${String(index).padStart(4, '0')}.md`);
	await mkdir(join(sh.directory, 'many'));
	await Promise.all(names.map((name) => writeFile(join(sh.directory, name), 'It crashed.')));
	expect(await linted('many')).toEqual(names);
});

describe('progress', () => {
	const silent: FileLinter = {lint: () => [], unusedComments: () => []};

	/** A run whose clock goes on by so many milliseconds each time it is looked at. */
	async function run(step: number, terminal: boolean, env = {}) {
		await write({'a.md': '', 'b.md': '', 'c.md': '', 'd.md': ''});
		let time = 0;
		const command = lintCommand({linter: async () => silent, clock: () => (time += step)});
		return sh.run(['lint', '.'], {terminal, env, load: async () => command});
	}

	test('shows on a terminal after a second, and goes away', async () => {
		const {err} = await run(600, true);
		expect(err).toBe(
			'\r2 of 4 files\u001B[K\r3 of 4 files\u001B[K\r4 of 4 files\u001B[K\r\u001B[KNothing found in 4 files.\n',
		);
	});

	test.each([
		['in a short run', 1, true, {}],
		['where there is no terminal', 600, false, {}],
		['where a line cannot be taken back', 600, true, {TERM: 'dumb'}],
	])('is silent %s', async (_name, step, terminal, env) => {
		expect((await run(step, terminal, env)).err).toBe('Nothing found in 4 files.\n');
	});
});

describe('reading ahead', () => {
	test('keeps the order, and no more under way than is allowed', async () => {
		let underWay = 0;
		let most = 0;
		const finish: (() => void)[] = [];
		const work = async (item: number): Promise<number> => {
			underWay++;
			most = Math.max(most, underWay);
			await new Promise<void>((resolve) => finish.push(resolve));
			underWay--;
			return item * 10;
		};
		const results: number[] = [];
		const all = (async () => {
			for await (const result of inOrder([1, 2, 3, 4, 5, 6, 7], work, 3)) results.push(result);
		})();
		while (results.length < 7) {
			// The last begun is finished first.
			finish.pop()?.();
			await new Promise((resolve) => setImmediate(resolve));
		}
		await all;
		expect(results).toEqual([10, 20, 30, 40, 50, 60, 70]);
		expect(most).toBe(3);
	});

	test('throws what the work on an item throws when its turn comes', async () => {
		const results: number[] = [];
		const all = (async () => {
			const work = async (item: number) => {
				if (item === 3) throw new Error('three');
				return item;
			};
			for await (const result of inOrder([1, 2, 3, 4], work, 4)) results.push(result);
		})();
		await expect(all).rejects.toThrow('three');
		expect(results).toEqual([1, 2]);
	});
});
