import {appendFileSync} from 'node:fs';
import {chmod, mkdir, readdir, readFile, stat, symlink, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {beforeEach, describe, expect, test} from 'vitest';
import {fixed} from '../../source/commands/lint/fixing.ts';
import {lintCommand} from '../../source/commands/lint.ts';
import type {Finding, Replacement} from '../../source/lint/finding.ts';
import type {FileLinter} from '../../source/lint/linter.ts';
import {type Options, type Shell, shell} from './fixture.ts';

/** Finds times in PDT, which it can fix, and the word `obviously`, which it cannot. */
const linter: FileLinter = {
	lint: (text) =>
		[...text.matchAll(/(\d\d):(\d\d) PDT|obviously/g)].map(({0: words, 1: hours, 2: minutes, index}): Finding => {
			const span = {start: index, end: index + words.length};
			const rest = {span, evidence: span, message: 'Look again', suggestions: []};
			if (hours === undefined) return {rule: 'hindsight.adverb', category: 'hindsight', severity: 'nudge', ...rest};
			const text = `${Number(hours) + 7}:${minutes} UTC`;
			return {rule: 'non-utc.zone', category: 'non-utc', severity: 'warning', ...rest, fix: [{span, text}]};
		}),
	unusedComments: () => [],
};

let sh: Shell;
beforeEach(async () => {
	sh = await shell();
});

async function write(path: string, text: string): Promise<string> {
	const full = join(sh.directory, path);
	await mkdir(dirname(full), {recursive: true});
	await writeFile(full, text);
	return full;
}

function lint(flags: readonly string[], options: Options = {}, with_ = linter) {
	const command = lintCommand({linter: async () => with_, clock: () => 0});
	return sh.run(['lint', ...flags], {...options, load: async () => command});
}

describe('--fix', () => {
	test('writes what can be fixed and reports the rest', async () => {
		const a = await write('a.md', 'At 10:05 PDT it was\r\nobviously down until 11:00 PDT.');
		const b = await write('b.md', 'Up at 12:00 PDT.\n');
		const {status, out, err} = await lint(['--fix', '.']);
		expect(await readFile(a, 'utf8')).toBe('At 17:05 UTC it was\r\nobviously down until 18:00 UTC.');
		expect(await readFile(b, 'utf8')).toBe('Up at 19:00 UTC.\n');
		expect(out).toMatch(/^a\.md:2:1: nudge: Look again \(hindsight\.adverb\)\n/);
		expect(out).not.toContain('b.md');
		expect(err).toBe('Mended 3 findings in 2 files.\n0 warnings and 1 nudge in 2 files: hindsight 1.\n');
		expect(status).toBe(1);
	});

	test('ends with 0 when nothing is left', async () => {
		await write('b.md', 'Up at 12:00 PDT.');
		expect(await lint(['--fix', 'b.md'])).toMatchObject({status: 0, out: ''});
	});

	test('keeps the mode and a byte order mark, and leaves nothing else behind', async () => {
		const full = await write('a.md', '\uFEFFAt 10:05 PDT.');
		await chmod(full, 0o640);
		await lint(['--fix', 'a.md']);
		expect(await readFile(full, 'utf8')).toBe('\uFEFFAt 17:05 UTC.');
		expect((await stat(full)).mode & 0o777).toBe(0o640);
		expect(await readdir(sh.directory)).toEqual(['a.md']);
	});

	test('does not touch a file in which nothing can be fixed', async () => {
		const full = await write('a.md', 'obviously');
		const {mtimeMs, ino} = await stat(full);
		const {err} = await lint(['--fix', 'a.md']);
		expect(await stat(full)).toMatchObject({mtimeMs, ino});
		expect(err).toContain('Mended 0 findings in 0 files.');
	});

	test('writes through no link, and says so', async () => {
		const full = await write('elsewhere/secret', 'At 10:05 PDT.');
		await symlink(full, join(sh.directory, 'a.md'));
		const {status, out, err} = await lint(['--fix', '--fail-on', 'never', 'a.md']);
		expect(await readFile(full, 'utf8')).toBe('At 10:05 PDT.');
		expect(err).toContain('“a.md” is a link and was not fixed');
		expect(out).toContain('a.md:1:4: warning:');
		expect(status).toBe(1);
	});

	test('writes nothing where the file has changed since it was read', async () => {
		const full = await write('a.md', 'At 10:05 PDT.');
		let isRead = false;
		const slow: FileLinter = {
			...linter,
			lint: (text) => {
				if (!isRead) appendFileSync(full, ' And more.');
				isRead = true;
				return linter.lint(text);
			},
		};
		const {status, err} = await lint(['--fix', '--fail-on', 'never', 'a.md'], {}, slow);
		expect(await readFile(full, 'utf8')).toBe('At 10:05 PDT. And more.');
		expect(err).toContain('“a.md” has changed since it was read');
		expect(status).toBe(1);
	});

	test('of standard input goes to standard output, with the report on standard error', async () => {
		const {status, out, err} = await lint(['--fix', '-'], {stdin: 'At 10:05 PDT\tobviously.\n'});
		expect(out).toBe('At 17:05 UTC\tobviously.\n');
		expect(err).toContain('standard input:1:14: nudge:');
		expect(err).toContain('Mended 1 finding in 1 file.');
		expect(status).toBe(1);
		expect(await lint(['--fix'], {stdin: 'Fine.'})).toMatchObject({status: 0, out: 'Fine.'});
	});

	test.each([[['--fix', '-', 'a.md']], [['--fix', '--json', '-']], [['--fix', '--format', 'sarif']]])(
		'%j is refused: there is one standard output',
		async (flags) => {
			const {status, out, err} = await lint(flags, {stdin: 'At 10:05 PDT.'});
			expect({status, out}).toEqual({status: 2, out: ''});
			expect(err).toContain('--fix prints the text from standard input');
		},
	);

	test('goes with a format', async () => {
		await write('a.md', 'At 10:05 PDT obviously.');
		const {out} = await lint(['--fix', '--json', 'a.md']);
		expect(JSON.parse(out)).toMatchObject({counts: {warning: 0, nudge: 1}});
	});
});

describe('--diff', () => {
	test('prints a patch that git takes, and writes nothing', async () => {
		const before = 'One.\n\nAt 10:05 PDT.\n\nTwo.\nThree.\nFour.\nFive.\nSix.\n\nobviously 11:00 PDT';
		const full = await write('d/a b.md', before);
		const {status, out, err} = await lint(['--diff', 'd']);
		expect(out).toBe(
			[
				'--- a/d/a b.md',
				'+++ b/d/a b.md',
				'@@ -1,6 +1,6 @@',
				' One.',
				' ',
				'-At 10:05 PDT.',
				'+At 17:05 UTC.',
				' ',
				' Two.',
				' Three.',
				'@@ -8,4 +8,4 @@',
				' Five.',
				' Six.',
				' ',
				'-obviously 11:00 PDT',
				'\\ No newline at end of file',
				'+obviously 18:00 UTC',
				'\\ No newline at end of file',
				'',
			].join('\n'),
		);
		expect(err).toBe('--fix would mend 2 findings; nothing was written.\n');
		expect(status).toBe(1);
		expect(await readFile(full, 'utf8')).toBe(before);
	});

	test('ends with 0 where nothing can be fixed, whatever else is found', async () => {
		const {status, out, err} = await lint(['--diff', '-'], {stdin: 'obviously'});
		expect({status, out, err}).toEqual({status: 0, out: '', err: '--fix would change nothing in 1 file.\n'});
	});

	test('goes before --fix', async () => {
		const full = await write('a.md', 'At 10:05 PDT.');
		await lint(['--diff', '--fix', 'a.md']);
		expect(await readFile(full, 'utf8')).toBe('At 10:05 PDT.');
	});

	test('keeps every byte for a program, and shows a terminal no control characters', async () => {
		await write('a.md', 'At 10:05 PDT.\r\n\u001B[2J\r\n');
		expect((await lint(['--diff', 'a.md'])).out).toContain('-At 10:05 PDT.\r\n');
		expect((await lint(['--diff', 'a.md'], {terminal: true})).out).not.toMatch(/[\u001B\r]/);
	});

	test('is refused with a format', async () => {
		expect(await lint(['--diff', '--json', 'a.md'])).toMatchObject({status: 2, out: ''});
	});
});

describe('of fixes that meet', () => {
	const finding = (...fix: Replacement[]): Finding => ({
		rule: 'non-utc.zone',
		category: 'non-utc',
		severity: 'warning',
		span: {start: 0, end: 1},
		evidence: {start: 0, end: 1},
		message: 'x',
		suggestions: [],
		fix,
	});
	const put = (start: number, end: number, text: string): Replacement => ({span: {start, end}, text});

	test.each([
		['side by side, both are made', [finding(put(0, 2, 'A')), finding(put(2, 4, 'B'))], 'ABef', 2],
		['overlapping, the first is', [finding(put(0, 3, 'A')), finding(put(2, 4, 'B'))], 'Adef', 1],
		['put into the same place, the first is', [finding(put(2, 2, 'A')), finding(put(2, 2, 'B'))], 'abAcdef', 1],
		[
			'one of several parts is made whole or not at all',
			[finding(put(4, 5, 'A')), finding(put(0, 1, 'B'), put(4, 6, 'C'))],
			'abcdAf',
			1,
		],
		['the order of the findings does not matter', [finding(put(4, 5, 'A'), put(0, 1, 'B'))], 'BbcdAf', 1],
	])('%s', (_name, findings, text, count) => {
		expect(fixed('abcdef', findings)).toEqual({text, count});
	});
});
