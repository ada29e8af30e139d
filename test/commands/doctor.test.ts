/** doctor: reads the whole store, says what is wrong with it, and mends what can be mended after a copy. */
import {execFileSync} from 'node:child_process';
import {chmod, mkdir, readdir, readFile, rename, stat, symlink, utimes, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeEach, describe, expect, test} from 'vitest';
import type {Retro} from '../../source/retro/record.ts';
import type {Line} from '../../source/store/journal/line.ts';
import {thisProcess} from '../../source/store/journal/owner.ts';
import {sealed} from '../../source/store/journal/sealed.ts';
import type {Instant} from '../../source/time/instant.ts';
import {type Shell, shell} from './fixture.ts';

type Found = {kind: string; file: string; what: string; mendable: boolean; mended: boolean; done: string | null};
type Report = {
	copies: string;
	retros: number;
	findings: Found[];
	counts: {trouble: number; notes: number; mended: number; left: number};
};

let sh: Shell;
let store: string;
let id: string;
beforeEach(async () => {
	sh = await shell();
	store = join(sh.directory, 'store');
	sh = inStore(sh);
	id = await sh.create('Checkout latency');
	await sh.run(['log', id, '10:05 on-call paged']);
	await sh.run(['log', id, '10:15 traffic drained']);
});

/** Not a team's directory: permissions count. */
function inStore(base: Shell): Shell {
	const run: Shell['run'] = (argv, options = {}) =>
		base.run(argv, {...options, env: {RETRO_STORE: store, ...options.env}});
	return {
		...base,
		run,
		create: async (...words) => (await run(['new', '--no-open', ...words])).out.trim(),
		record: async (reference = 'latest') =>
			JSON.parse((await run(['export', reference, '--format', 'json'])).out) as Retro,
	};
}

const pathOf = (name: string): string => join(store, `${name}.json`);
const textOf = (name: string): Promise<string> => readFile(pathOf(name), 'utf8');
const texts = (retro: Retro): string[] => retro.timeline.map(({text}) => text);

async function doctor(...words: string[]): Promise<Report & {status: number}> {
	const {out, status} = await sh.run(['doctor', '--json', ...words]);
	return {...(JSON.parse(out) as Report), status};
}

async function kinds(): Promise<string[]> {
	return (await doctor()).findings.map(({kind}) => kind);
}

/** What the files that are kept as copies hold. */
async function copies(): Promise<Buffer[]> {
	const {copies: directory} = await doctor();
	const names = await readdir(directory).catch(() => []);
	return Promise.all(names.sort().map((name) => readFile(join(directory, name))));
}

async function old(path: string): Promise<void> {
	const past = new Date(Date.now() - 3_600_000);
	await utimes(path, past, past);
}

/** A journal of a program that was killed, with entries that are nowhere else. */
async function deadJournal(retro: string, entries: readonly string[], torn = ''): Promise<void> {
	const directory = join(store, '.journal');
	await mkdir(directory, {recursive: true, mode: 0o700});
	const header = {journal: 1, writer: 'w1', ...thisProcess(), pid: 2 ** 22 + 1, start: '1'};
	const at = '2026-11-20T10:20:00Z' as Instant;
	const lines = entries.map((text, index): Line => {
		const item = {id: `j${index}`, at, text};
		const edit = {type: 'insert', list: 'timeline', item, after: null} as const;
		return {writer: 'w1', number: index + 1, clock: index + 1, at, edit, items: []};
	});
	await writeFile(join(directory, `${retro}.w1.journal`), [header, ...lines].map(sealed).join('') + torn);
}

test('a store that is well is told so, and one that is not there yet', async () => {
	const {status, out} = await sh.run(['doctor']);
	expect(status).toBe(0);
	expect(out).toBe(`All is well: 1 retro in ${store}.\n`);
	expect((await sh.run(['doctor'], {env: {RETRO_STORE: join(store, 'nowhere')}})).out).toContain('0 retros');
});

describe('what is broken', () => {
	test('is told of and changed by nobody but --fix, which keeps the bytes and saves what can be read', async () => {
		const broken = (await textOf(id)).slice(0, -40);
		await writeFile(pathOf(id), broken);
		const first = await doctor();
		expect(first).toMatchObject({status: 1, findings: [{kind: 'broken', mendable: true, mended: false}]});
		expect(await textOf(id)).toBe(broken);

		const fixed = await doctor('--fix');
		expect(fixed).toMatchObject({status: 0, counts: {trouble: 1, mended: 1, left: 0}});
		expect(texts(await sh.record(id))).toEqual(['on-call paged', 'traffic drained']);
		expect(await copies()).toEqual([Buffer.from(broken)]);
		expect(await kinds()).toEqual([]);
		expect((await sh.run(['list'])).out).toContain('Checkout latency');
	});

	test('and holds nothing comes back as the last version that was kept', async () => {
		await sh.run(['set', id, 'summary', 'Slow for an hour.']);
		await writeFile(pathOf(id), Buffer.alloc(300));
		expect((await doctor('--fix')).status).toBe(0);
		expect((await sh.record(id)).summary).toBe('Slow for an hour.');
	});

	test('and cannot be saved at all stays as it is, and that is told', async () => {
		await writeFile(pathOf('2026-01-01-empty'), '', {mode: 0o600});
		const {status, findings} = await doctor('--fix');
		expect(status).toBe(1);
		expect(findings).toMatchObject([{kind: 'broken', mendable: false, done: null}]);
		expect(await textOf('2026-01-01-empty')).toBe('');
	});

	test('is named by the commands that meet it, with the doctor', async () => {
		await writeFile(pathOf(id), '{"id"');
		expect((await sh.run(['show', id])).err).toContain('retro doctor --fix');
		expect((await sh.run(['show'])).err).toContain('retro doctor --fix');
	});

	test('in the archive too', async () => {
		await sh.run(['archive', id]);
		const path = join(store, 'archive', `${id}.json`);
		await writeFile(path, (await readFile(path, 'utf8')).slice(0, -40));
		expect((await doctor('--fix')).findings).toMatchObject([{kind: 'broken', mended: true}]);
		expect(texts(await sh.record(id))).toEqual(['on-call paged', 'traffic drained']);
	});
});

describe('names', () => {
	test('a file that was renamed gets its name back', async () => {
		await rename(pathOf(id), pathOf('mine'));
		expect((await doctor('--fix')).findings).toMatchObject([{kind: 'wrong-name', mended: true}]);
		expect(texts(await sh.record(id))).toHaveLength(2);
		expect(await kinds()).toEqual([]);
	});

	test('a copy under another name becomes a retro of its own', async () => {
		await writeFile(pathOf('copy-of-it'), await textOf(id), {mode: 0o600});
		expect((await doctor('--fix')).status).toBe(0);
		expect((await sh.record('copy-of-it')).id).toBe('copy-of-it');
		expect((await sh.record(id)).id).toBe(id);
	});

	test('what a sync program left is taken in where it says more, and put away where it does not', async () => {
		const text = await textOf(id);
		await writeFile(join(store, `${id} (conflicted copy).json`), text);
		await writeFile(join(store, `${id}.sync-conflict.json`), text.replace('on-call paged', 'on-call called'));
		const {findings, status} = await doctor('--fix');
		expect(status).toBe(0);
		expect(findings.map(({kind}) => kind)).toEqual(['stray', 'stray']);
		expect(texts(await sh.record(`${id}-2`))).toContain('on-call called');
		expect(await copies()).toHaveLength(2);
	});

	test('what the app set aside comes back to light', async () => {
		const text = await textOf(id);
		const aside = `${id}.broken-20261120T100000Z-x.json`;
		await writeFile(join(store, aside), text.replace('on-call paged', 'said once').slice(0, -30));
		expect((await doctor('--fix')).findings).toMatchObject([{kind: 'set-aside', mended: true}]);
		expect(texts(await sh.record(`${id}-2`))).toContain('said once');
		expect(await readdir(store)).not.toContain(aside);
	});

	test('two that some disks take for one are told apart', async () => {
		const twin = id.toUpperCase();
		await writeFile(pathOf(twin), (await textOf(id)).replace(id, twin), {mode: 0o600});
		expect((await doctor('--fix')).findings).toMatchObject([{kind: 'twins', mended: true}]);
		expect(await kinds()).toEqual([]);
		expect(JSON.parse((await sh.run(['list', '--json'])).out)).toMatchObject({retros: [{}, {}]});
	});

	test('one that is in the archive and out of it is there once, or twice under two ids', async () => {
		await mkdir(join(store, 'archive'), {mode: 0o700});
		const path = join(store, 'archive', `${id}.json`);
		await writeFile(path, await textOf(id), {mode: 0o600});
		expect((await doctor('--fix')).findings).toMatchObject([{kind: 'in-both', mended: true}]);
		expect(await readdir(join(store, 'archive'))).toEqual([]);
		await writeFile(path, (await textOf(id)).replace('traffic drained', 'only here'), {mode: 0o600});
		expect((await doctor('--fix')).status).toBe(0);
		expect(texts(await sh.record(`${id}-2`))).toContain('only here');
	});

	test('what git left and the app kept when it wrote the merge is put away', async () => {
		const kept = join(store, `${id}.conflict-1a2b3c4d.json`);
		await writeFile(kept, '<<<<<<< a\n');
		expect((await doctor('--fix')).findings).toMatchObject([{kind: 'set-aside', mended: true}]);
		expect(await copies()).toEqual([Buffer.from('<<<<<<< a\n')]);
	});

	test('a link that leads nowhere, or in a circle, is told of', async () => {
		await symlink(join(store, 'nowhere'), pathOf('one'));
		await symlink(pathOf('two'), pathOf('two'));
		const {status, findings} = await doctor('--fix');
		expect(status).toBe(1);
		expect(findings.map(({kind}) => kind)).toEqual(['unreadable', 'unreadable']);
	});

	test('what is not ours is a note, and left alone', async () => {
		await writeFile(join(store, 'notes.txt'), 'hello');
		await writeFile(join(store, 'dash board.json'), '{"id": "x", "title": "y"}');
		const {status, findings, counts} = await doctor('--fix');
		expect({status, counts}).toEqual({status: 0, counts: {trouble: 0, notes: 2, mended: 0, left: 0}});
		expect(findings.map(({kind}) => kind)).toEqual(['unknown', 'unknown']);
		expect(await readFile(join(store, 'notes.txt'), 'utf8')).toBe('hello');
	});
});

describe('what killed programs leave', () => {
	test('a journal goes into its record', async () => {
		await deadJournal(id, ['said just before', 'and after']);
		expect((await doctor()).findings).toMatchObject([{kind: 'unfolded', what: '2 changes'}]);
		expect((await doctor('--fix')).status).toBe(0);
		expect(await textOf(id)).toContain('said just before');
		expect(await kinds()).toEqual([]);
		expect((await copies()).map(String).join('')).toContain('said just before');
	});

	test('of a damaged journal the whole lines are saved, and the copy keeps the others', async () => {
		await deadJournal(id, ['still whole'], 'deadbeef {"edit": "torn in the middle"}\n');
		expect(await kinds()).toEqual(['unfolded', 'damaged-journal']);
		expect((await doctor('--fix')).status).toBe(0);
		expect(texts(await sh.record(id))).toContain('still whole');
		expect((await copies()).map(String).join('')).toContain('torn in the middle');
	});

	test('a line that was never finished is no damage', async () => {
		await deadJournal(id, ['whole'], 'deadbeef {"ed');
		expect(await kinds()).toEqual(['unfolded']);
	});

	test('words that were saved to a retro which is gone become a retro', async () => {
		await deadJournal('2026-02-02-gone', ['nobody else wrote this down']);
		expect((await doctor()).findings).toMatchObject([{kind: 'orphan', mendable: true}]);
		expect((await doctor('--fix')).status).toBe(0);
		expect(texts(await sh.record('2026-02-02-gone'))).toEqual(['nobody else wrote this down']);
		expect(await kinds()).toEqual([]);
	});

	test('files in the making, locks and an index that was cut short are taken away', async () => {
		await writeFile(join(store, '.index.json'), 'half of');
		const temporary = join(store, `.${id}.json.0123456789ab.retro-tmp`);
		const lock = join(store, `${id}.json.lock`);
		await writeFile(temporary, 'half a record');
		await mkdir(lock);
		expect(await kinds()).toEqual(['index']);
		await old(temporary);
		await old(lock);
		expect(await kinds()).toEqual(['leftover', 'leftover', 'index']);
		expect((await doctor('--fix')).status).toBe(0);
		expect((await readdir(store)).filter((name) => name !== '.journal')).toEqual([`${id}.json`]);
	});

	test('a lock of a program that is gone goes, one of a program that runs stays', async () => {
		const directory = join(store, '.journal');
		await mkdir(directory, {recursive: true});
		const lock = join(directory, `${id}.lock`);
		const key = '0123456789abcdef';
		await writeFile(lock, JSON.stringify({key, owner: thisProcess()}));
		expect(await kinds()).toEqual([]);
		await writeFile(lock, JSON.stringify({key, owner: {...thisProcess(), pid: 2 ** 22 + 1}}));
		expect(await kinds()).toEqual(['leftover']);
		expect((await doctor('--fix')).status).toBe(0);
		await expect(stat(lock)).rejects.toThrow('ENOENT');
	});
});

describe('around the records', () => {
	test('a record that others can read becomes its owner’s', async () => {
		await chmod(pathOf(id), 0o644);
		await chmod(store, 0o755);
		expect(await kinds()).toEqual(['open-to-others', 'open-to-others']);
		expect((await doctor('--fix')).status).toBe(0);
		expect([(await stat(store)).mode & 0o777, (await stat(pathOf(id))).mode & 0o777]).toEqual([0o700, 0o600]);
	});

	test('mistakes in the settings are named by their place, and left to people', async () => {
		await writeFile(join(store, 'config.json'), '{"zones": 3,\n "lint": {"rules": 4}}', {mode: 0o600});
		const {status, findings} = await doctor('--fix');
		expect(status).toBe(1);
		expect(findings).toMatchObject([{kind: 'settings', what: '1:11: zones should be an object', mendable: false}]);
		await writeFile(join(store, 'config.json'), '{"lint": {"foo": 4}}', {mode: 0o600});
		expect((await doctor()).findings).toMatchObject([{kind: 'settings', what: '1:18: lint.foo is not a setting'}]);
	});

	test('in a repository others may read it, and git is told how to merge', async () => {
		execFileSync('git', ['init', '-q'], {cwd: sh.directory});
		await rename(store, join(sh.directory, '.retros'));
		const env = {RETRO_STORE: '', HOME: sh.directory};
		await sh.run(['init'], {env});
		await chmod(join(sh.directory, '.retros'), 0o755);
		const run = (...words: string[]) => sh.run(['doctor', ...words], {env});
		expect((await run()).out).toContain('All is well');
		execFileSync('git', ['config', '--unset', 'merge.incident-retro.driver'], {cwd: sh.directory});
		expect((await run()).out).toContain('git merges by lines');
		expect((await run('--fix')).status).toBe(0);
		expect((await run()).status).toBe(0);
	});

	test('conflict markers are written as the merge that they are read as', async () => {
		const text = await textOf(id);
		const marked = text.replace(/^ {2}"title".*$/m, '<<<<<<< a\n$&\n=======\n  "title": "Slow checkout",\n>>>>>>> b');
		await writeFile(pathOf(id), marked);
		expect(await kinds()).toEqual(['conflict-markers']);
		expect((await doctor('--fix')).status).toBe(0);
		expect(await textOf(id)).not.toContain('<<<<');
		expect((await copies())[0]?.toString()).toBe(marked);
	});

	test('a phase that two entries have is left to people', async () => {
		const retro = await sh.record(id);
		const timeline = retro.timeline.map((entry) => ({...entry, phase: 'detected'}));
		await writeFile(pathOf(id), JSON.stringify({...retro, timeline}));
		expect((await doctor('--fix')).findings).toMatchObject([
			{kind: 'double-phase', what: 'detected at 10:05 and 10:15 UTC', mendable: false},
		]);
	});
});

test('what is printed holds no control or bidirectional characters, whatever the files hold', async () => {
	const evil = 'a\u001B[2J\u0007\u202Eb\u2066\u009B31m';
	await writeFile(pathOf('evil'), `{"schemaVersion": 1, "title": "x", "severity": ${JSON.stringify(evil)}}`, {
		mode: 0o600,
	});
	await writeFile(join(store, `${evil}.txt`), '');
	await writeFile(join(store, `${evil}.json`), await textOf(id));
	for (const words of [['doctor'], ['doctor', '--json'], ['doctor', '--fix'], ['doctor', '--fix', '--json']]) {
		const {out, err} = await sh.run(words);
		expect(out + err).not.toMatch(/[\0-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
	}
});
