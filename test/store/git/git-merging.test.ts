import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {append, apply, changeItem, type Edit, setField} from '../../../source/retro/edit.ts';
import type {Retro} from '../../../source/retro/record.ts';
import type {Instant} from '../../../source/time/instant.ts';
import {entry, sample, temporaryDirectory} from '../fixture.ts';
import {git, tryGit} from './git.ts';
import {
	commitRetro,
	diverge,
	randomMerge,
	readRecord,
	recordPath,
	recordText,
	retro,
	teamRepository,
} from './git-merging.ts';

const paragraph = 'The checkout was slow for an hour. Nobody could pay by card.';
const base = sample({
	summary: paragraph,
	timeline: [entry('a', 'Deploy finished'), entry('b', 'Alert fired'), entry('c', 'Rollback done')],
});

function at(time: string, ...edits: readonly Edit[]): Retro {
	return edits.reduce(apply, {...base, updatedAt: `2026-11-20T${time}Z` as Instant});
}

const ours = at(
	'11:00:00',
	append(base, 'timeline', entry('x', 'All clear')),
	setField(base, 'impact.users', '12 % of sessions'),
	setField(base, 'summary', 'The checkout was slow for 70 minutes. Nobody could pay by card.'),
);
const theirs = at(
	'11:30:00',
	append(base, 'timeline', entry('y', 'Status page updated')),
	setField(base, 'impact.data', 'none'),
	setField(base, 'summary', 'The checkout was slow for an hour. Nobody in Europe could pay by card.'),
);

function expectBoth(merged: Retro | undefined): void {
	expect(merged?.timeline.map(({text}) => text).sort()).toEqual([
		'Alert fired',
		'All clear',
		'Deploy finished',
		'Rollback done',
		'Status page updated',
	]);
	expect(merged).toMatchObject({
		impact: {users: '12 % of sessions', data: 'none'},
		summary: 'The checkout was slow for 70 minutes. Nobody in Europe could pay by card.',
	});
	expect(merged?.conflicts).toBeUndefined();
}

describe('two branches that each add entries, answer other fields and edit one paragraph', () => {
	test.each([
		['git merge', ['merge', '--no-edit', 'topic']],
		['git rebase', ['rebase', 'topic']],
		['git cherry-pick', ['cherry-pick', 'topic']],
	])('are merged by %s, without markers and with nothing lost', async (_name, words) => {
		const repository = await teamRepository(await temporaryDirectory(), {hasDriver: true});
		await diverge(repository, [base, ours, theirs]);
		await git(repository, ...words);
		expect(await recordText(repository, base)).not.toMatch(/^[<=>|]{7}/m);
		expectBoth(await readRecord(repository, base));
		expect(await git(repository, 'status', '--porcelain')).toBe('');
	});

	test.each([['--no-rebase'], ['--rebase']])('are merged between two clones by git pull %s', async (how) => {
		const directory = await temporaryDirectory();
		const first = await teamRepository(join(directory, 'first clone'), {hasDriver: true});
		await commitRetro(first, base);
		const second = join(directory, "the second's clone");
		await git(directory, 'clone', '--quiet', first, second);
		const {err} = await retro(second, 'init');
		expect(err).toBe('git merges retros by entry and field in this clone from now on.\n');
		expect(await git(second, 'status', '--porcelain')).toBe('');
		await commitRetro(first, theirs);
		await commitRetro(second, ours);
		await git(second, 'pull', '--quiet', how);
		expectBoth(await readRecord(second, base));
		await git(first, 'pull', '--quiet', second, 'main');
		expect(await recordText(first, base)).toBe(await recordText(second, base));
	});

	test('that set one field to two values keep both, and git tells so', async () => {
		const repository = await teamRepository(await temporaryDirectory(), {hasDriver: true});
		const [mine, other] = [setField(base, 'severity', 'SEV1'), setField(base, 'severity', 'SEV3')];
		await diverge(repository, [base, at('11:00:00', mine), at('11:30:00', other)]);
		const {out, err} = await tryGit(repository, 'merge', '--no-edit', 'topic');
		expect(out + err).toContain(`${base.id}: both sides set severity; both are kept`);
		const shown = await retro(repository, 'check', base.id);
		expect(shown.out).toContain('Two values for the severity: SEV1 here, SEV3 from elsewhere');
	});

	test('that each add the retro have all of both', async () => {
		const repository = await teamRepository(await temporaryDirectory(), {hasDriver: true});
		await git(repository, 'checkout', '--quiet', '-b', 'topic');
		await commitRetro(repository, theirs);
		await git(repository, 'checkout', '--quiet', 'main');
		await commitRetro(repository, {...ours, summary: theirs.summary});
		await git(repository, 'merge', '--no-edit', 'topic');
		expect((await readRecord(repository, base))?.timeline).toHaveLength(5);
	});

	test.each([1, 2, 3, 4])('lose nothing whatever they edit (%i)', async (seed) => {
		const repository = await teamRepository(await temporaryDirectory(), {hasDriver: true});
		expect(await randomMerge(repository, seed)).toEqual({status: 0, isReadable: true, lost: []});
	});
});

describe('in a clone that was never told of the driver', () => {
	test('what git leaves markers in is read, and nothing is lost', async () => {
		const repository = await teamRepository(await temporaryDirectory(), {hasDriver: false});
		await diverge(repository, [base, ours, theirs]);
		expect((await tryGit(repository, 'merge', '--no-edit', 'topic')).status).toBe(1);
		expect(await recordText(repository, base)).toMatch(/^<{7} /m);
		const {out, err, status} = await retro(repository, 'show', base.id);
		expect(status).toBe(0);
		for (const text of ['All clear', 'Status page updated', '12 % of sessions', '70 minutes', 'in Europe']) {
			expect(out.replaceAll(/\s+/g, ' ')).toContain(text);
		}
		expect(err).toContain(`git left conflict markers in ${base.id}: both sides of it are merged here.`);
		const logged = await retro(repository, 'log', base.id, '1200 Review held');
		expect(logged.err).toContain('git left conflict markers');
		expect(await recordText(repository, base)).not.toMatch(/^[<=>]{7}/m);
		expect((await readRecord(repository, base))?.timeline).toHaveLength(6);
	});

	test('git marks no more than the time of the change where the changes lie apart', async () => {
		const repository = await teamRepository(await temporaryDirectory(), {hasDriver: false});
		const mine = at('11:00:00', setField(base, 'title', 'Slow checkout'));
		const other = at('11:30:00', changeItem(base, 'timeline', 'c', {text: 'Rollback done by hand'}));
		await diverge(repository, [base, mine, other]);
		expect((await tryGit(repository, 'merge', '--no-edit', 'topic')).status).toBe(1);
		const marked = /^<{7} HEAD\n {2}"updatedAt": .*\n={7}\n {2}"updatedAt": .*\n>{7} topic\n/gm;
		expect((await recordText(repository, base)).replace(marked, '')).not.toMatch(/^[<=>]{7}/m);
		const read = await readRecord(repository, base);
		expect(read).toEqual({...mine, timeline: other.timeline, updatedAt: other.updatedAt});
	});

	test('git merges entries that were added apart by itself', async () => {
		const repository = await teamRepository(await temporaryDirectory(), {hasDriver: false});
		const first = {type: 'insert', list: 'timeline', item: entry('x', 'CPU at 95 %'), after: null} as const;
		await diverge(repository, [
			base,
			apply(base, first),
			apply(base, changeItem(base, 'timeline', 'c', {text: 'Rollback done by hand'})),
		]);
		await git(repository, 'merge', '--no-edit', 'topic');
		expect((await readRecord(repository, base))?.timeline.map(({text}) => text)).toEqual([
			'CPU at 95 %',
			'Deploy finished',
			'Alert fired',
			'Rollback done by hand',
		]);
	});
});

describe('what the driver cannot read', () => {
	test('is left to git, which marks it', async () => {
		const repository = await teamRepository(await temporaryDirectory(), {hasDriver: true});
		await diverge(repository, [base, ours, theirs]);
		await writeFile(recordPath(repository, base), (await recordText(repository, base)).replace('"title"', 'title'));
		await git(repository, 'commit', '--all', '--quiet', '--message', 'Edit by hand');
		const {status, out, err} = await tryGit(repository, 'merge', '--no-edit', 'topic');
		expect(status).toBe(1);
		expect(out + err).toContain('A retro cannot be merged: our side: it is not valid JSON');
		expect(await recordText(repository, base)).toMatch(/^<{7} ours$/m);
	});

	test('of a newer version is not touched', async () => {
		const repository = await teamRepository(await temporaryDirectory(), {hasDriver: true});
		const newer = {...ours, schemaVersion: 9} as unknown as Retro;
		await diverge(repository, [base, newer, theirs]);
		const before = await recordText(repository, base);
		const {status, out, err} = await tryGit(repository, 'merge', '--no-edit', 'topic');
		expect(status).toBe(1);
		expect(out + err).toContain('it was written by a newer version (record version 9, this one reads 1)');
		expect(await recordText(repository, base)).toBe(before);
	});

	test('and no file of another kind is touched', async () => {
		const repository = await teamRepository(await temporaryDirectory(), {hasDriver: true});
		const path = join(repository, '.retros', 'config.json');
		await writeFile(path, '{"allow": ["a"]}\n');
		const drivers = await git(repository, 'check-attr', 'merge', '--', path, recordPath(repository, base));
		expect(drivers).toMatch(/config\.json: merge: unspecified\n.*: merge: incident-retro\n/);
		expect(await readFile(path, 'utf8')).toBe('{"allow": ["a"]}\n');
	});
});
