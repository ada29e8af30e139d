import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {createSlots} from '../../source/export/slots.ts';
import {valueNames} from '../../source/export/template-check.ts';
import {builtInTemplates, loadTemplate} from '../../source/export/templates.ts';
import {documentView} from '../../source/export/view.ts';
import {Problem} from '../../source/problem.ts';
import {brief, detailed, example, guide} from './sample.ts';

let cwd: string;
beforeEach(async () => {
	cwd = await mkdtemp(join(tmpdir(), 'retro-templates-'));
});
afterEach(() => rm(cwd, {recursive: true}));

async function problemWith(name: string): Promise<Problem> {
	const reason: unknown = await loadTemplate(name, {cwd}).then(
		() => 'it was loaded',
		(error: unknown) => error,
	);
	if (reason instanceof Problem) return reason;
	throw new Error(`no problem: ${reason}`);
}

async function problemIn(template: string | Uint8Array): Promise<Problem> {
	await writeFile(join(cwd, 'team.md'), template);
	return problemWith('team.md');
}

test('every built-in template loads by its name, the guide first', async () => {
	expect(await Promise.all(builtInTemplates.map(({name}) => loadTemplate(name, {cwd})))).toEqual([
		guide,
		brief,
		detailed,
	]);
});

test('a template loads by its path, from where one stands', async () => {
	await writeFile(join(cwd, 'ours.md'), '\uFEFF# {{title}}\u001b\n');
	expect(await loadTemplate('ours.md', {cwd})).toBe('# {{title}}\n');
	expect(await loadTemplate('./ours.md', {cwd})).toBe('# {{title}}\n');
	expect(await loadTemplate(join(cwd, 'ours.md'), {cwd: '/'})).toBe('# {{title}}\n');
});

test("a team's template beside its retros comes before ours of the same name", async () => {
	await mkdir(join(cwd, 'templates'));
	await writeFile(join(cwd, 'templates', 'guide.md'), 'team: {{title}}');
	await writeFile(join(cwd, 'templates', 'weekly.md'), 'weekly: {{title}}');
	expect(await loadTemplate('guide', {cwd: '/', storeDirectory: cwd})).toBe('team: {{title}}');
	expect(await loadTemplate('weekly', {cwd: '/', storeDirectory: cwd})).toBe('weekly: {{title}}');
	expect(await loadTemplate('brief', {cwd: '/', storeDirectory: cwd})).toBe(brief);
});

describe('a template that cannot be had is refused', () => {
	test('an unknown name, with the ones there are and the one that was meant', async () => {
		const problem = await problemWith('giude');
		expect(problem.status).toBe(2);
		expect(problem.message).toBe('There is no template “giude”');
		expect(problem.hint).toBe('Did you mean guide? Templates: guide, brief, detailed, or the path of a markdown file.');
	});

	test('a directory', async () => {
		await mkdir(join(cwd, 'docs'));
		expect((await problemWith('./docs')).message).toBe(`The template ${join(cwd, 'docs')} is a directory`);
	});

	test('a file that is no text, or far too large', async () => {
		expect((await problemIn(Uint8Array.of(0xff, 0xfe, 0x41))).message).toMatch(/is not text in UTF-8$/);
		expect((await problemIn('x'.repeat(1_000_001))).message).toMatch(/is larger than 1 MB$/);
	});
});

describe('a template with a mistake is refused, with its line', () => {
	test.each([
		['# {{title}}\n\n{{#actions}}\n* x\n', 'line 3: Unclosed section "actions"', undefined],
		['# {{title}}\n{{/actions}}\n', 'line 2: Unopened section "actions"', undefined],
		['# {{title}}\n\n{{sumary}}\n', 'line 3: There is no value called "sumary"', 'Did you mean "summary"?'],
		['{{#impact}}\n{{impact.user}}{{/impact}}', 'line 2: There is no value called "user"', 'Did you mean "users"?'],
		['a\n{{> other}}', 'line 2: A template cannot include another one', undefined],
		['{{title', 'line 1: Unclosed tag', undefined],
	])('%j', async (template, where, hint) => {
		const problem = await problemIn(template);
		expect(problem.status).toBe(2);
		expect(problem.message).toBe(`The template team.md has a mistake in ${where}`);
		if (hint !== undefined) expect(problem.hint).toBe(hint);
	});
});

test('the names that a template may use are the ones that it is given', () => {
	expect([...names(documentView(example, createSlots()))].toSorted()).toEqual(valueNames);
});

function names(value: unknown): Set<string> {
	if (Array.isArray(value)) return new Set(value.flatMap((item) => [...names(item)]));
	if (typeof value !== 'object' || value === null) return new Set();
	return new Set(Object.entries(value).flatMap(([key, inner]) => [key, ...names(inner)]));
}
