import {mkdir, mkdtemp, readFile, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {clipboardSequence, writeDocument} from '../../source/ui/documents.ts';
import {problemOf} from '../store/failing.ts';

async function place(): Promise<string> {
	const directory = await mkdtemp(join(tmpdir(), 'retro-documents-'));
	onTestFinished(() => rm(directory, {recursive: true, force: true}));
	return directory;
}

test('a document is written below the working directory, or where an absolute path says', async () => {
	const directory = await place();
	await writeDocument(directory, 'crash.md', '# Crash\n', false);
	await writeDocument('/', join(directory, 'other.md'), '# Other\n', false);
	expect(await readFile(join(directory, 'crash.md'), 'utf8')).toBe('# Crash\n');
	expect(await readFile(join(directory, 'other.md'), 'utf8')).toBe('# Other\n');
});

test('a file that is there is kept until it is said to be replaced', async () => {
	const directory = await place();
	const file = join(directory, 'crash.md');
	await writeFile(file, 'theirs');
	const problem = await problemOf(writeDocument(directory, 'crash.md', 'ours', false));
	expect(problem).toMatchObject({message: 'crash.md is there already.', hint: 'Enter again replaces it.'});
	expect(await readFile(file, 'utf8')).toBe('theirs');
	await writeDocument(directory, 'crash.md', 'ours', true);
	expect(await readFile(file, 'utf8')).toBe('ours');
});

test.each([true, false])('a link is never written through, replacing being %s', async (replace) => {
	const directory = await place();
	const target = join(directory, 'target');
	await writeFile(target, 'theirs');
	await symlink(target, join(directory, 'crash.md'));
	await symlink(join(directory, 'nowhere'), join(directory, 'dangling.md'));
	expect((await problemOf(writeDocument(directory, 'crash.md', 'ours', replace))).message).toContain('link');
	expect((await problemOf(writeDocument(directory, 'dangling.md', 'ours', replace))).message).toContain('link');
	expect(await readFile(target, 'utf8')).toBe('theirs');
});

test('what stands in the way is said', async () => {
	const directory = await place();
	await mkdir(join(directory, 'docs'));
	expect((await problemOf(writeDocument(directory, 'docs', 'ours', true))).message).toContain('is a directory');
	expect((await problemOf(writeDocument(directory, 'no/where.md', 'ours', false))).message).toContain('no/where.md');
});

test('the clipboard gets the text as UTF-8, whatever is in it', () => {
	const sequence = clipboardSequence('a\u0007 🎉\u001B');
	const [, encoded = ''] = /^\u001B\]52;c;([A-Za-z0-9+/=]*)\u0007$/.exec(sequence) ?? [];
	expect(Buffer.from(encoded, 'base64').toString('utf8')).toBe('a\u0007 🎉\u001B');
});
