import {lchown, lstat, mkdir, mkdtemp, readFile, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {writeOutput} from '../../../source/store/files/output-file.ts';
import {problemOf} from '../failing.ts';

function write(cwd: string, path: string, text: string, replace: boolean): Promise<void> {
	return writeOutput(path, text, {cwd, replace, hint: 'Enter again replaces it.'});
}

async function place(): Promise<string> {
	const directory = await mkdtemp(join(tmpdir(), 'retro-documents-'));
	onTestFinished(() => rm(directory, {recursive: true, force: true}));
	return directory;
}

test('a document is written below the working directory, or where an absolute path says', async () => {
	const directory = await place();
	await write(directory, 'crash.md', '# Crash\n', false);
	await write('/', join(directory, 'other.md'), '# Other\n', false);
	expect(await readFile(join(directory, 'crash.md'), 'utf8')).toBe('# Crash\n');
	expect(await readFile(join(directory, 'other.md'), 'utf8')).toBe('# Other\n');
});

test('a file that is there is kept until it is said to be replaced', async () => {
	const directory = await place();
	const file = join(directory, 'crash.md');
	await writeFile(file, 'theirs');
	const problem = await problemOf(write(directory, 'crash.md', 'ours', false));
	expect(problem).toMatchObject({
		message: 'There is a file “crash.md” already, and it is left as it is',
		hint: 'Enter again replaces it.',
	});
	expect(await readFile(file, 'utf8')).toBe('theirs');
	await write(directory, 'crash.md', 'ours', true);
	expect(await readFile(file, 'utf8')).toBe('ours');
});

test('a link of one’s own is followed, and only replaced behind it when that is said', async () => {
	const directory = await place();
	const target = join(directory, 'target');
	await writeFile(target, 'theirs');
	await symlink(target, join(directory, 'crash.md'));
	await problemOf(write(directory, 'crash.md', 'ours', false));
	expect(await readFile(target, 'utf8')).toBe('theirs');
	await write(directory, 'crash.md', 'ours', true);
	expect(await readFile(target, 'utf8')).toBe('ours');
	expect((await lstat(join(directory, 'crash.md'))).isSymbolicLink()).toBe(true);
});

// Only the superuser can make a link that is somebody else's.
test.runIf(process.getuid?.() === 0)('a link that somebody else made is not followed, whatever is said', async () => {
	const directory = await place();
	const target = join(directory, 'target');
	await writeFile(target, 'ours');
	await symlink(target, join(directory, 'crash.md'));
	await symlink(join(directory, 'nowhere'), join(directory, 'dangling.md'));
	for (const name of ['crash.md', 'dangling.md']) {
		await lchown(join(directory, name), 65534, 65534);
		for (const replace of [true, false]) {
			const {message} = await problemOf(write(directory, name, 'led astray', replace));
			expect(message).toContain('a link that somebody else made');
		}
	}
	expect(await readFile(target, 'utf8')).toBe('ours');
});

test('what stands in the way is said', async () => {
	const directory = await place();
	await mkdir(join(directory, 'docs'));
	expect((await problemOf(write(directory, 'docs', 'ours', true))).message).toContain('is a directory');
	expect((await problemOf(write(directory, 'no/where.md', 'ours', false))).message).toContain('no/where.md');
});
