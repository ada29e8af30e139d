import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Log, Result} from 'sarif';
import {beforeEach, describe, expect, test} from 'vitest';
import {lintCommand} from '../../source/commands/lint.ts';
import type {FileLinter} from '../../source/lint/linter.ts';
import {type Options, type Shell, shell} from './fixture.ts';

const text = 'A 😀 day. Bob broke the build.\n\nThe cache was obviously empty.\n\n<!-- retro-lint-disable blame -->\n';

let sh: Shell;
beforeEach(async () => {
	sh = await shell();
	await writeFile(join(sh.directory, 'a b,c.md'), text);
});

describe('SARIF', () => {
	async function sarif(argv: readonly string[], options: Options = {}): Promise<{log: Log; results: Result[]}> {
		const {out} = await sh.run(['lint', '--format', 'sarif', ...argv], options);
		const log = JSON.parse(out) as Log;
		return {log, results: log.runs[0]?.results ?? []};
	}

	test('says by version and schema what it is, and who made it', async () => {
		const {log} = await sarif(['.']);
		expect(log).toMatchObject({
			$schema: 'https://json.schemastore.org/sarif-2.1.0.json',
			version: '2.1.0',
			runs: [{tool: {driver: {name: 'retro lint', semanticVersion: '0.1.0'}}, columnKind: 'utf16CodeUnits'}],
		});
	});

	test('has a result for each finding, with its level, its place in UTF-16 units and its words', async () => {
		const {results} = await sarif(['.']);
		expect(results.map(({ruleId, level}) => [ruleId, level])).toEqual([
			['blame.person-fault', 'warning'],
			['hindsight.adverb', 'note'],
			['unused-comment', 'note'],
		]);
		expect(results[0]?.locations).toEqual([
			{
				physicalLocation: {
					artifactLocation: {uri: 'a%20b%2Cc.md'},
					region: {startLine: 1, startColumn: 11, endLine: 1, endColumn: 31, charOffset: 10, charLength: 20},
				},
			},
		]);
		expect(text.slice(10, 30)).toBe('Bob broke the build.');
	});

	test('describes the rules that found something, and points each result at its rule', async () => {
		const {log, results} = await sarif(['.']);
		const rules = log.runs[0]?.tool.driver.rules ?? [];
		expect(results.map(({ruleIndex = -1}) => rules[ruleIndex]?.id)).toEqual(results.map(({ruleId}) => ruleId));
		expect(rules).toHaveLength(3);
		expect(rules[0]).toMatchObject({
			id: 'blame.person-fault',
			shortDescription: {text: 'Makes a person the cause: what made that possible?'},
			help: {text: expect.stringContaining('- Priya deleted the wrong volume.')},
			defaultConfiguration: {level: 'warning'},
			properties: {tags: ['blame']},
		});
	});

	test('offers the wordings, and what --fix writes', async () => {
		const linter: FileLinter = {
			lint: () => [
				{
					rule: 'non-utc.zone',
					category: 'non-utc',
					severity: 'warning',
					span: {start: 0, end: 9},
					evidence: {start: 0, end: 9},
					message: 'Not UTC',
					suggestions: ['17:05 UTC'],
					fix: [{span: {start: 6, end: 9}, text: 'UTC'}],
				},
			],
			unusedComments: () => [],
		};
		const command = lintCommand({linter: async () => linter, clock: () => 0});
		const {results} = await sarif([], {stdin: '10:05 PDT', load: async () => command});
		expect(
			results[0]?.fixes?.map(({artifactChanges: [change]}) =>
				change?.replacements.map(({deletedRegion, insertedContent}) => [
					deletedRegion.charOffset,
					deletedRegion.charLength,
					insertedContent?.text,
				]),
			),
		).toEqual([[[6, 3, 'UTC']], [[0, 9, '17:05 UTC']]]);
	});

	test('has fingerprints that stay when lines are put above, and differ for the same words twice', async () => {
		const prints = async (stdin: string) =>
			(await sarif([], {stdin})).results.map(({partialFingerprints}) => partialFingerprints?.['retroLint/v1']);
		const before = await prints('Bob broke the build.\n\nBob broke the build.\n\nBob forgot the flag.\n');
		expect(new Set(before).size).toBe(3);
		expect(before[0]).toMatch(/^[0-9a-f]{64}$/);
		const after = await prints(
			'# New\n\nMore.\n\nBob broke\nthe build.\n\nBob broke the build.\n\nBob forgot the flag.\n',
		);
		expect(after).toEqual(before);
	});

	test('tells of a file that could not be read, and that the run was not whole', async () => {
		const {log} = await sarif(['none.md', '.']);
		expect(log.runs[0]?.invocations).toEqual([
			{
				executionSuccessful: false,
				toolExecutionNotifications: [
					{
						level: 'error',
						message: {text: 'There is no file “none.md”'},
						locations: [{physicalLocation: {artifactLocation: {uri: 'none.md'}}}],
					},
				],
			},
		]);
	});

	test('is whole where nothing is found', async () => {
		const {log} = await sarif([], {stdin: 'Fine.'});
		expect(log.runs[0]).toMatchObject({results: [], invocations: [{executionSuccessful: true}]});
	});
});

describe('workflow commands of GitHub', () => {
	const github = async (argv: readonly string[], options: Options = {}) =>
		(await sh.run(['lint', '--format', 'github', ...argv], options)).out.split('\n');

	test('are one a line, with what has a meaning in them escaped', async () => {
		expect(await github(['.'])).toEqual([
			'::warning file=a b%2Cc.md,line=1,endLine=1,col=11,endColumn=31,title=blame.person-fault::' +
				'Makes a person the cause: what made that possible?%0A“Bob broke the build.”%0A' +
				'Or rather: The build was broken: what made that possible?%0AOr rather: What let it through?',
			'::notice file=a b%2Cc.md,line=3,endLine=3,col=15,endColumn=30,title=hindsight.adverb::' +
				'It only looks so clear from here; the sentence stands without it%0A“obviously empty”%0AOr rather: empty',
			'::notice file=a b%2Cc.md,line=5,endLine=5,col=1,endColumn=34,title=unused-comment::' +
				'blame finds nothing here, so this comment can go',
			'',
		]);
	});

	test('have no columns where the words go over several lines', async () => {
		const [line] = await github([], {stdin: 'Bob broke\nthe 100% build: ::error::x.'});
		expect(line).toMatch(/^::warning line=1,endLine=2,title=blame\.person-fault::/);
		expect(line).toContain('100%25 build: ::error::x');
	});

	test('name files as the checkout of the workflow does', async () => {
		const [line] = await github(['.'], {env: {GITHUB_WORKSPACE: join(sh.directory, '..')}});
		expect(line).toMatch(/^::warning file=retro-commands-\w+\/a b%2Cc\.md,/);
	});

	test('are errors for files that cannot be read', async () => {
		expect(await github(['no%.md'])).toEqual([
			'::error file=no%25.md,title=retro lint::There is no file “no%25.md”',
			'',
		]);
	});
});

describe('Checkstyle', () => {
	const checkstyle = async (argv: readonly string[], options: Options = {}) =>
		(await sh.run(['lint', '--format', 'checkstyle', ...argv], options)).out;

	test('has an error for each finding, warnings and nudges apart', async () => {
		expect(await checkstyle(['.'])).toBe(
			[
				'<?xml version="1.0" encoding="UTF-8"?>',
				'<checkstyle version="4.3">',
				'\t<file name="a b,c.md">',
				'\t\t<error line="1" column="11" severity="warning" message="Makes a person the cause: what made that possible?" source="retro-lint.blame.person-fault"/>',
				'\t\t<error line="3" column="15" severity="info" message="It only looks so clear from here; the sentence stands without it" source="retro-lint.hindsight.adverb"/>',
				'\t\t<error line="5" column="1" severity="info" message="blame finds nothing here, so this comment can go" source="retro-lint.unused-comment"/>',
				'\t</file>',
				'</checkstyle>',
				'',
			].join('\n'),
		);
	});

	test('escapes what XML keeps for itself, and drops what it cannot hold', async () => {
		const name = `<&"'>\u0001.md`;
		await writeFile(join(sh.directory, name), 'Bob broke the build.');
		expect(await checkstyle([name])).toContain('<file name="&#60;&#38;&#34;&#39;&#62;.md">');
	});

	test('holds files that cannot be read as errors', async () => {
		expect(await checkstyle(['none.md'])).toContain(
			'<file name="none.md">\n\t\t<error severity="error" message="There is no file “none.md”" source="retro-lint"/>',
		);
	});
});
