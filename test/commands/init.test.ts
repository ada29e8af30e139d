/** `retro init`: what it makes, what it says, and what it leaves alone. Real git in a directory of its own. */
import {mkdir, readFile, realpath, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {temporaryDirectory} from '../store/fixture.ts';
import {git} from '../store/git/git.ts';
import {retro, retroWith} from '../store/git/git-merging.ts';

async function repository(): Promise<string> {
	const directory = await realpath(await temporaryDirectory());
	await git(directory, 'init', '--quiet', '--initial-branch=main');
	return directory;
}

describe('retro init', () => {
	test('makes the directory at the top of the repository, and says what everybody else has to do', async () => {
		const top = await repository();
		await mkdir(join(top, 'services'));
		const {status, out, err} = await retro(join(top, 'services'), 'init');
		expect([status, out]).toEqual([0, '']);
		expect(err).toBe(
			[
				`Made ${top}/.retros with .gitattributes and .gitignore. Commit it.`,
				'git merges retros by entry and field in this clone from now on.',
				'Everybody else runs "retro init" once in their clone: git passes such a setting on to nobody.\n',
			].join('\n'),
		);
		const driver = await git(top, 'config', 'merge.incident-retro.driver');
		expect(driver).toMatch(/^\S+node\S* \S+\/dist\/retro\.js merge-driver %O %A %B\n$/);
	});

	test('changes nothing when it is run again', async () => {
		const top = await repository();
		await retro(top, 'init');
		const before = await everything(top);
		expect((await retro(top, 'init')).err).toBe('This clone merges retros already.\n');
		expect(await everything(top)).toEqual(before);
	});

	test('keeps what stands in the files already', async () => {
		const top = await repository();
		await mkdir(join(top, '.retros'));
		await writeFile(join(top, '.retros', '.gitignore'), 'drafts/');
		expect((await retro(top, 'init')).err).toContain(`Wrote .gitattributes and .gitignore in ${top}/.retros.`);
		expect(await readFile(join(top, '.retros', '.gitignore'), 'utf8')).toMatch(/^drafts\/\n\n# .*\n\.\*\n/);
	});

	test('has git leave out what the app keeps beside the retros, and nothing else', async () => {
		const top = await repository();
		await retro(top, 'init');
		const names = ['.journal/x.a.journal', '.index.json', '.x.json.retro-tmp', 'x.json.lock'];
		const kept = ['x.json', 'config.json', 'templates/ours.md', '.gitignore', '.gitattributes'];
		const asked = [...names, ...kept].map((name) => join('.retros', name));
		const ignored = await git(top, 'check-ignore', ...asked);
		expect(ignored.trim().split('\n')).toEqual(names.map((name) => join('.retros', name)));
	});

	test('calls the program by its name where the shell finds it under that', async () => {
		const top = await repository();
		const bin = join(top, 'bin');
		await mkdir(bin);
		await symlink(join(import.meta.dirname, '../../dist/retro.js'), join(bin, 'retro'));
		const {status} = await retroWith({PATH: `${bin}:${process.env.PATH}`}, top, 'init');
		expect(status).toBe(0);
		expect(await git(top, 'config', 'merge.incident-retro.driver')).toBe('retro merge-driver %O %A %B\n');
	});

	test('says what to do outside of a repository', async () => {
		const directory = await temporaryDirectory();
		const {status, err} = await retro(directory, 'init');
		expect(status).toBe(2);
		expect(err).toContain('This is no git repository');
		expect(err).toContain('"retro init --no-git" makes the directory alone');
		expect((await retro(directory, 'init', '--no-git')).err).toBe(`Made ${directory}/.retros.\n`);
		expect((await retro(directory, 'init', '--no-git')).err).toBe(`${directory}/.retros is there already.\n`);
	});

	test('says so where the settings of the clone cannot be changed', async () => {
		const top = await repository();
		await writeFile(join(top, '.git', 'config.lock'), '');
		const {status, err} = await retro(top, 'init');
		expect(status).toBe(1);
		expect(err).toContain('The settings of this clone cannot be changed: could not lock config file');
		expect(err).toContain('git config merge.incident-retro.driver');
	});

	test('follows no link that somebody put in its way', async () => {
		const top = await repository();
		const victim = join(top, 'profile');
		await writeFile(victim, 'mine\n');
		await mkdir(join(top, '.retros'));
		await symlink(victim, join(top, '.retros', '.gitignore'));
		const {status, err} = await retro(top, 'init');
		expect(status).toBe(1);
		expect(err).toContain('is a symbolic link');
		expect(await readFile(victim, 'utf8')).toBe('mine\n');
	});

	test('makes nothing outside of the repository', async () => {
		const top = await repository();
		const {status, err} = await retro(top, 'init', '--store', await temporaryDirectory());
		expect(status).toBe(2);
		expect(err).toContain('lies outside of the repository');
	});
});

async function everything(top: string): Promise<string[]> {
	const names = ['.retros/.gitattributes', '.retros/.gitignore', '.git/config'];
	return Promise.all(names.map((name) => readFile(join(top, name), 'utf8')));
}
